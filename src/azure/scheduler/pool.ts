import { createConcurrencyLimit } from './concurrency.ts';
import type { Limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { createPace } from './pace.ts';
import type { Outcome, Slot, Turn } from './turn.ts';

/** A request that waits for its turn. */
export interface Waiting {
  readonly turn: Turn;
  start(slot: Slot): void;
  refuse(why: Error): void;
}

type Lane = 'urgent' | 'normal';
/** `at`: when the first of those kept by time alone may go; Infinity when it takes somebody else to finish. */
type Next = { readonly kind: 'start'; readonly waiting: Waiting } | { readonly kind: 'later'; readonly at: number };

/** The requests to one resource provider: who waits, how many are under way, and what Azure told us to wait for. */
export interface Pool {
  add(waiting: Waiting): void;
  remove(waiting: Waiting): void;
  /** Takes the next request that may go now out of its queue. */
  next(lane: Lane, now: number): Next;
  ended(operation: Operation, sentAt: number, now: number, outcome: Outcome): void;
  /** Empties every queue. */
  clear(): readonly Waiting[];
}

/** Requests with one key wait for the same things, so only the first of each queue need be looked at. */
function queueKey(operation: Operation): string {
  return `${operation.subscription ?? 'tenant'} ${operation.kind}`;
}

/** An empty pool. Queues take turns: the one that was served goes to the end, so no subscription starves another. */
export function createPool(limits: Limits, mostAtOnce: number): Pool {
  const lanes: Record<Lane, Map<string, Waiting[]>> = { urgent: new Map(), normal: new Map() };
  const holds = new Map<string, number>();
  const concurrency = createConcurrencyLimit(mostAtOnce);
  const pace = createPace();
  let heldUntil = 0;
  let inFlight = 0;

  function laneOf(turn: Turn): Map<string, Waiting[]> {
    return lanes[turn.urgent ? 'urgent' : 'normal'];
  }

  function freeAt(key: string, operation: Operation, now: number): number {
    const gates = limits.gates(operation).map((gate) => now + gate.delay(now));
    return Math.max(now, holds.get(key) ?? 0, ...gates);
  }

  return {
    add(waiting) {
      const lane = laneOf(waiting.turn);
      const key = queueKey(waiting.turn.operation);
      const queue = lane.get(key);
      if (!queue) lane.set(key, [waiting]);
      else if (waiting.turn.again) queue.unshift(waiting);
      else queue.push(waiting);
    },

    remove(waiting) {
      const lane = laneOf(waiting.turn);
      const key = queueKey(waiting.turn.operation);
      const rest = (lane.get(key) ?? []).filter((other) => other !== waiting);
      if (rest.length === 0) lane.delete(key);
      else lane.set(key, rest);
    },

    next(lane, now) {
      const queues = lanes[lane];
      if (queues.size === 0 || inFlight >= concurrency.value) return { kind: 'later', at: Infinity };
      const free = Math.max(heldUntil, now + pace.delay(now));
      if (free > now) return { kind: 'later', at: free };
      let soonest = Infinity;
      for (const [key, queue] of queues) {
        const [waiting, ...rest] = queue;
        if (!waiting) continue;
        const operation = waiting.turn.operation;
        const at = freeAt(key, operation, now);
        if (at > now) {
          soonest = Math.min(soonest, at);
          continue;
        }
        queues.delete(key);
        if (rest.length > 0) queues.set(key, rest);
        for (const gate of [...limits.gates(operation), pace]) gate.take(now);
        inFlight += 1;
        return { kind: 'start', waiting };
      }
      return { kind: 'later', at: soonest };
    },

    ended(operation, sentAt, now, outcome) {
      const wasInFlight = inFlight;
      inFlight -= 1;
      if (outcome.kind === 'answered') {
        concurrency.answered();
        pace.answered(now);
        if (outcome.remaining !== undefined) limits.bucket(operation).atMost(outcome.remaining, now);
      }
      if (outcome.kind !== 'throttled') return;
      concurrency.throttled(now, sentAt, wasInFlight);
      const until = now + outcome.waitMs;
      const key = queueKey(operation);
      if (outcome.by === 'bucket') holds.set(key, Math.max(until, holds.get(key) ?? 0));
      else {
        heldUntil = Math.max(until, heldUntil);
        pace.refused(now, sentAt, heldUntil);
      }
    },

    clear() {
      const all = [...lanes.urgent.values(), ...lanes.normal.values()].flat();
      lanes.urgent.clear();
      lanes.normal.clear();
      return all;
    },
  };
}
