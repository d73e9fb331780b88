import type { Clock } from './context.ts';

/** A clock that can forget every `advance`. The emulator restarts its own clock on reset, never one it was given. */
export interface RestartableClock extends Clock {
  restart(): void;
}

/**
 * A clock that follows real time, moved on by `advance`.
 *
 * @param startAt Milliseconds since the Unix epoch to start from; without it, the machine's own time.
 */
export function followingClock(startAt?: number): RestartableClock {
  const offset = startAt === undefined ? 0 : startAt - Date.now();
  let advanced = 0;
  return {
    now: () => Date.now() + offset + advanced,
    advance: (ms) => {
      advanced += ms;
    },
    restart: () => {
      advanced = 0;
    },
  };
}

/** A clock for tests: time stands still until `advance` is called. */
export function frozenClock(startAt: number = Date.UTC(2026, 0, 5, 9, 0, 0)): RestartableClock {
  let now = startAt;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    restart: () => {
      now = startAt;
    },
  };
}

/** A clock that goes like another, so many ms ahead of it (below zero: behind). */
export function skewedClock(clock: Clock, ms = 0): Clock & { skew(ms: number): void } {
  let ahead = ms;
  return {
    now: () => clock.now() + ahead,
    advance: (by) => clock.advance(by),
    skew: (by) => {
      ahead = by;
    },
  };
}
