import { createPool, type Pool, type Waiting } from './pool.ts';
import { createLimits, type Limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { abortError, type Time } from './time.ts';
import type { Slot, Turn } from './turn.ts';

/** Nothing was sent: a stop was requested while the request waited for its turn. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** Decides when each request to Azure may go. One for every request of one signed-in person, reads too. */
export interface Scheduler {
  /** Waits for a free slot. Rejects with an `AbortError` or, when a stop was requested, with a `StoppedError`. */
  enter(turn: Turn): Promise<Slot>;
}

/** HTTP/2 servers commonly allow 100 streams; with HTTP/1.1 the browser itself queues beyond 6. */
const mostAtOnce = 100;

/**
 * Keeps ahead of ARM's limits instead of running into them: a request goes when its subscription's bucket has a token,
 * its resource provider has a free slot, and nothing it depends on was told to wait. Subscriptions take turns.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function createScheduler(time: Time, limits: Limits = createLimits()): Scheduler {
  const pools = new Map<string, Pool>();
  let inFlight = 0;
  let wakeAt = Infinity;

  function poolOf(provider: string): Pool {
    const known = pools.get(provider);
    if (known) return known;
    const made = createPool(limits, mostAtOnce);
    pools.set(provider, made);
    return made;
  }

  function pump(): void {
    let next = Infinity;
    for (const lane of ['urgent', 'normal'] as const) {
      for (const pool of pools.values()) next = Math.min(next, startAll(pool, lane));
    }
    if (next < wakeAt) void wake(next);
  }

  /** Starts all that may go now; answers when the next one may, if only time keeps it. */
  function startAll(pool: Pool, lane: 'urgent' | 'normal'): number {
    for (;;) {
      if (inFlight >= mostAtOnce) return Infinity;
      const found = pool.next(lane, time.now());
      if (found.kind === 'later') return found.at;
      inFlight += 1;
      found.waiting.start(slot(pool, found.waiting.turn.operation));
    }
  }

  function slot(pool: Pool, operation: Operation): Slot {
    const sentAt = time.now();
    let open = true;
    return {
      done(outcome) {
        if (!open) return;
        open = false;
        inFlight -= 1;
        pool.ended(operation, sentAt, time.now(), outcome);
        pump();
      },
    };
  }

  async function wake(at: number): Promise<void> {
    wakeAt = at;
    const how = await time.pause(at - time.now());
    if (wakeAt === at) wakeAt = Infinity;
    if (how === 'passed') return pump();
    // A stop was requested: whoever still waits is turned away, nobody is let through early.
    for (const pool of pools.values()) for (const waiting of pool.clear()) waiting.refuse(new StoppedError());
  }

  return {
    enter(turn) {
      if (turn.signal?.aborted) return Promise.reject(abortError());
      return new Promise((resolve, reject) => {
        const pool = poolOf(turn.operation.provider);
        const abort = (): void => {
          pool.remove(waiting);
          reject(abortError());
        };
        const left = (): void => turn.signal?.removeEventListener('abort', abort);
        const waiting: Waiting = {
          turn,
          start: (free) => (left(), resolve(free)),
          refuse: (why) => (left(), reject(why)),
        };
        turn.signal?.addEventListener('abort', abort);
        pool.add(waiting);
        pump();
      });
    },
  };
}
