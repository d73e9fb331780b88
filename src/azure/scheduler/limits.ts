import type { Operation } from './operation.ts';
import { resourceGraph } from './operation.ts';
import { createBucket, createWindow, type Bucket, type Gate } from './gate.ts';

/** Azure's published limits, as a model on our side: so that we wait before Azure has to say no. */
export interface Limits {
  /** Every gate that a request has to pass. */
  gates(operation: Operation): readonly Gate[];
  /** The bucket that ARM's `x-ms-ratelimit-remaining-*` header of this request speaks of. */
  bucket(operation: Operation): Bucket;
}

/**
 * A little under what is published: our requests may arrive closer together than we sent them, and the SDK repeats one
 * after a claims challenge. Published: reads 250 and 25 per second, writes and deletes 200 and 10, 15 queries in 5 s.
 */
const published = {
  read: { capacity: 240, perSecond: 24.5 },
  write: { capacity: 192, perSecond: 9.8 },
  delete: { capacity: 192, perSecond: 9.8 },
} as const satisfies Record<Operation['kind'], { capacity: number; perSecond: number }>;
const queries = { count: 15, ms: 5250 } as const;

/**
 * One token bucket per subscription (or the tenant) and kind of request, and the query quota of Resource Graph.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function createLimits(): Limits {
  const buckets = new Map<string, Bucket>();
  const queryWindow = createWindow(queries);

  function bucket(operation: Operation): Bucket {
    const key = `${operation.subscription ?? 'tenant'} ${operation.kind}`;
    const known = buckets.get(key);
    if (known) return known;
    const made = createBucket(published[operation.kind]);
    buckets.set(key, made);
    return made;
  }

  return {
    bucket,
    gates: (operation) =>
      operation.provider === resourceGraph ? [queryWindow, bucket(operation)] : [bucket(operation)],
  };
}
