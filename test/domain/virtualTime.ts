interface Waiter {
  readonly at: number;
  readonly resolve: () => void;
}

/**
 * Time that passes only when nothing else can happen: hours of waiting take milliseconds, and the same program always
 * sees the same times.
 */
export class VirtualTime {
  #now: number;
  #waiters: Waiter[] = [];

  constructor(start = Date.UTC(2026, 0, 5, 9)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const at = this.#now + ms;
      // Kept in order; those of the same time in the order of asking.
      const index = this.#waiters.findIndex((waiter) => waiter.at > at);
      this.#waiters.splice(index < 0 ? this.#waiters.length : index, 0, { at, resolve });
    });
  }

  /** Lets time pass until the promise has settled. Rejects when nobody waits for a time any more: it never will. */
  async until<Value>(promise: Promise<Value>): Promise<Value> {
    const outcome = { settled: false };
    const settle = () => {
      outcome.settled = true;
    };
    promise.then(settle, settle);
    for (;;) {
      await everythingElse();
      if (outcome.settled) return promise;
      const next = this.#waiters.shift();
      if (!next) throw new Error('Stuck: something waits for what will never happen.');
      this.#now = Math.max(this.#now, next.at);
      next.resolve();
    }
  }

  /** Whoever waits now waits for ever: their page is gone. */
  abandonWaiters(): void {
    this.#waiters = [];
  }
}

function everythingElse(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
