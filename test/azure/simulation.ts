import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Surroundings } from '../../src/domain/port.ts';
import type { Clock } from '../emulator/context.ts';

interface Timer {
  readonly at: number;
  ring(): void;
}

/** Time that passes only when everybody waits: minutes of pacing and throttling run in milliseconds, always the same way. */
export interface Simulation {
  readonly surroundings: Surroundings;
  /** The same time for an emulator in this process. */
  readonly clock: Clock;
  now(): number;
  wait(ms: number): Promise<void>;
  /** Something that works in real time: simulated time stands still until it is done. */
  busy<Result>(work: Promise<Result>): Promise<Result>;
}

/** A simulation whose chance is seeded. @param startAt milliseconds since the epoch */
export function createSimulation(startAt = Date.parse('2026-11-22T09:00:00Z'), seed = 1): Simulation {
  const timers: Timer[] = [];
  let time = startAt;
  let working = 0;
  let running = false;
  let ids = 0;

  async function run(): Promise<void> {
    running = true;
    while (timers.length > 0) {
      // A few turns of the event loop let every promise that can go on do so before time does.
      for (let turn = 0; turn < 4; turn += 1) await setImmediate();
      if (working > 0) continue;
      const next = timers.shift();
      if (!next) break;
      time = Math.max(time, next.at);
      next.ring();
    }
    running = false;
  }

  /** Kept in order, those of one moment as they came. */
  function insert(timer: Timer): void {
    let [low, high] = [0, timers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timers[middle]?.at ?? 0) <= timer.at) low = middle + 1;
      else high = middle;
    }
    timers.splice(low, 0, timer);
  }

  function wait(ms: number): Promise<void> {
    const waiting = new Promise<void>((ring) => insert({ at: time + Math.max(0, ms), ring }));
    if (!running) void run();
    return waiting;
  }

  return {
    clock: { now: () => time, advance: (ms) => void (time += ms) },
    now: () => time,
    wait,
    async busy(work) {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
      }
    },
    surroundings: {
      now: () => time,
      wait,
      random: chance(seed),
      newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
      sha256: async (text) => createHash('sha256').update(text).digest('hex'),
    },
  };
}

/** mulberry32: small, seeded, good enough for jitter. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
