/** Something that lets only so many requests through. Times in milliseconds of one clock that never runs backwards. */
export interface Gate {
  /** How long until the next request may go; 0: now. */
  delay(now: number): number;
  /** One request goes. */
  take(now: number): void;
}

/** A token bucket: so many at once, then so many per second. */
export interface Bucket extends Gate {
  /** Azure says how many are left: never believe in more. */
  atMost(left: number, now: number): void;
}

/**
 * The model of one of ARM's token buckets. A full bucket never holds more than `capacity`.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function createBucket(limit: { readonly capacity: number; readonly perSecond: number }): Bucket {
  let tokens = limit.capacity;
  let filledAt = 0;

  function fill(now: number): void {
    tokens = Math.min(limit.capacity, tokens + ((now - filledAt) / 1000) * limit.perSecond);
    filledAt = now;
  }

  return {
    delay(now) {
      fill(now);
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / limit.perSecond) * 1000);
    },
    take(now) {
      fill(now);
      tokens -= 1;
    },
    atMost(left, now) {
      fill(now);
      tokens = Math.min(tokens, left);
    },
  };
}

/**
 * So many requests within any stretch of so many milliseconds: stricter than a window that starts anew, so it holds
 * wherever Azure's window happens to start.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function createWindow(limit: { readonly count: number; readonly ms: number }): Gate {
  let starts: readonly number[] = [];
  const within = (now: number): readonly number[] => starts.filter((start) => now - start < limit.ms);
  return {
    delay(now) {
      const recent = within(now);
      const blocking = recent.at(-limit.count);
      return blocking === undefined ? 0 : blocking + limit.ms - now;
    },
    take(now) {
      starts = [...within(now), now];
    },
  };
}
