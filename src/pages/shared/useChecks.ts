import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SubscriptionId, TenantId } from '../../domain/ids.ts';
import type { Subscription } from '../../domain/scope.ts';
import type { Checker, SubscriptionChecks } from '../../queries/checker.ts';
import { useServices } from '../services.ts';

/** Up to this many subscriptions are all checked as soon as they are known; beyond, what is looked at comes first. */
export const checkAllUpTo = 200;

/** What is known of a subscription so far; the function changes whenever something new is known. */
export function useChecks(): (subscription: SubscriptionId) => SubscriptionChecks {
  const { checker } = useServices();
  const version = useSyncExternalStore(checker.subscribe, checker.version);
  return useMemo(() => checksAt(checker, version), [checker, version]);
}

/** A new function for each version: what is made from it is made anew. */
function checksAt({ checksOf }: Checker, _version: number): (subscription: SubscriptionId) => SubscriptionChecks {
  return (subscription) => checksOf(subscription);
}

/**
 * Asks for all of these to be checked: at once where they are few, else in the background after what is on screen.
 * Subscriptions of other tenants are none of ours.
 */
export function useCheckAll(subscriptions: readonly Subscription[] | undefined, tenant: TenantId): void {
  const { checker } = useServices();
  useEffect(() => {
    const own = (subscriptions ?? [])
      .filter(({ tenantId }) => tenantId === tenant)
      .map(({ subscriptionId }) => subscriptionId);
    if (own.length <= checkAllUpTo) checker.request(own);
    else checker.requestLater(own);
  }, [checker, subscriptions, tenant]);
}
