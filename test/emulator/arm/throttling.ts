import type { Caller, Context } from '../context.ts';
import type { World } from '../model.ts';
import { ArmError } from './errors.ts';
import type { OperationKind } from './request.ts';

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * ARM's token buckets: per principal, operation type and subscription (or tenant, for a URL without one), and a
 * subscription-wide one of fifteen times the size.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
const LIMITS: Readonly<Record<OperationKind, { readonly size: number; readonly perSecond: number }>> = {
  read: { size: 250, perSecond: 25 },
  write: { size: 200, perSecond: 10 },
  delete: { size: 200, perSecond: 10 },
};
const GLOBAL_FACTOR = 15;

/** Buckets live and die with their world: a reset refills them. */
const bucketsByWorld = new WeakMap<World, Map<string, Bucket>>();

/**
 * Takes one token for a request and answers the `x-ms-ratelimit-remaining-*` headers.
 * Buckets are refilled by the world's clock. A refused request takes nothing.
 * @throws 429 with `Retry-After`, the same number of seconds also in the message
 */
export function takeToken(
  context: Context,
  caller: Caller,
  kind: OperationKind,
  subscriptionId: string | undefined,
): Record<string, string> {
  const { size, perSecond } = LIMITS[kind];
  const area = subscriptionId === undefined ? 'tenant' : 'subscription';
  const place = subscriptionId?.toLowerCase() ?? caller.tenantId;
  const own = fill(context, `${place}/${caller.objectId}/${kind}`, size, perSecond);
  const shared =
    area === 'tenant' ? undefined : fill(context, `${place}/${kind}`, size * GLOBAL_FACTOR, perSecond * GLOBAL_FACTOR);

  const waits = [secondsUntilToken(own, perSecond), shared ? secondsUntilToken(shared, perSecond * GLOBAL_FACTOR) : 0];
  const wait = Math.max(...waits);
  if (wait > 0) throw throttled(area, place, caller.objectId, kind, Math.ceil(wait));

  own.tokens -= 1;
  if (shared) shared.tokens -= 1;
  return {
    [`x-ms-ratelimit-remaining-${area}-${kind}s`]: String(Math.floor(own.tokens)),
    ...(shared && { [`x-ms-ratelimit-remaining-${area}-global-${kind}s`]: String(Math.floor(shared.tokens)) }),
  };
}

function fill(context: Context, key: string, size: number, perSecond: number): Bucket {
  let buckets = bucketsByWorld.get(context.world);
  if (!buckets) bucketsByWorld.set(context.world, (buckets = new Map<string, Bucket>()));
  const now = context.clock.now();
  const bucket = buckets.get(key) ?? { tokens: size, filledAt: now };
  bucket.tokens = Math.min(size, bucket.tokens + (Math.max(0, now - bucket.filledAt) / 1000) * perSecond);
  bucket.filledAt = now;
  buckets.set(key, bucket);
  return bucket;
}

function secondsUntilToken(bucket: Bucket, perSecond: number): number {
  return bucket.tokens >= 1 ? 0 : (1 - bucket.tokens) / perSecond;
}

function throttled(
  area: 'tenant' | 'subscription',
  place: string,
  actor: string,
  kind: OperationKind,
  seconds: number,
): ArmError {
  return new ArmError(
    429,
    area === 'tenant' ? 'TenantRequestsThrottled' : 'SubscriptionRequestsThrottled',
    `Number of '${kind}' requests for ${area} '${place}' actor '${actor}' exceeded. Please try again after '${seconds}' seconds ` +
      'after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.',
    { headers: { 'Retry-After': String(seconds) } },
  );
}
