/** How many requests of one resource provider may be under way: grows slowly, halves when Azure pushes back. */
export interface ConcurrencyLimit {
  readonly value: number;
  /** A request was answered. */
  answered(): void;
  /** A request that was sent at `sentAt` was throttled; `inFlight` were under way. */
  throttled(now: number, sentAt: number, inFlight: number): void;
}

/**
 * Additive increase, multiplicative decrease, as TCP does it: one more per round of answers, half at a push-back.
 * Providers have limits that nobody publishes; this finds them. Requests that were already under way when the limit
 * was halved belong to the same push-back and do not halve it again.
 * https://www.rfc-editor.org/rfc/rfc5681#section-3.1
 */
export function createConcurrencyLimit(most: number): ConcurrencyLimit {
  let limit = most;
  let halvedAt = -1;
  return {
    get value() {
      return Math.floor(limit);
    },
    answered() {
      limit = Math.min(most, limit + 1 / limit);
    },
    throttled(now, sentAt, inFlight) {
      if (sentAt <= halvedAt) return;
      limit = Math.max(1, Math.min(limit, inFlight) / 2);
      halvedAt = now;
    },
  };
}
