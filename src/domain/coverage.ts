import { idKey, type SubscriptionId, type TenantId } from './ids.ts';
import type { Delegation, Offer } from './offer.ts';
import { isLive } from './offers.ts';
import { parseScope } from './ids.ts';
import type { ManagementGroup, Subscription } from './scope.ts';

/** How far one offer reaches over the subscriptions of the tenant. */
export interface Coverage {
  readonly offer: Offer;
  /** Delegated as a whole. */
  readonly covered: readonly Subscription[];
  /** Not delegated as a whole; some of its resource groups are. */
  readonly partly: readonly { readonly subscription: Subscription; readonly resourceGroups: number }[];
  /** Nothing of it is delegated to this offer. */
  readonly open: readonly Subscription[];
}

/** The same for one management group: how many of the subscriptions below it are covered. */
export interface GroupCoverage {
  readonly key: string;
  /** From the root down; absent where the groups can't be read. */
  readonly path?: readonly ManagementGroup[];
  readonly covered: number;
  readonly all: number;
}

/**
 * The subscriptions that count for coverage: of this tenant, and not closed. A closed subscription takes no delegation.
 * https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states
 */
export function coverable(subscriptions: readonly Subscription[], tenant: TenantId): readonly Subscription[] {
  return subscriptions.filter(
    ({ tenantId, state }) => tenantId === tenant && state !== 'Disabled' && state !== 'Deleted',
  );
}

function reachOf(delegations: readonly Delegation[]) {
  const whole = new Set<SubscriptionId>();
  const groups = new Map<SubscriptionId, Set<string>>();
  for (const { scope } of delegations.filter(isLive)) {
    const parts = parseScope(scope);
    if (parts?.resourceGroup === undefined) {
      if (parts) whole.add(parts.subscriptionId);
    } else {
      groups.set(parts.subscriptionId, (groups.get(parts.subscriptionId) ?? new Set()).add(idKey(scope)));
    }
  }
  return { whole, groups };
}

/**
 * How far each offer reaches that covers at least one of these subscriptions as a whole. One that is given single
 * resource groups alone is meant to stay there: nothing is missing from it. Azure itself delegates no management group: a subscription that is added later is covered by nothing.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-management-group
 */
export function coverageOf(offers: readonly Offer[], subscriptions: readonly Subscription[]): readonly Coverage[] {
  return offers.flatMap((offer) => {
    const { whole, groups } = reachOf(offer.delegations);
    const covered: Subscription[] = [];
    const partly: { subscription: Subscription; resourceGroups: number }[] = [];
    const open: Subscription[] = [];
    for (const subscription of subscriptions) {
      const inside = groups.get(subscription.subscriptionId)?.size ?? 0;
      if (whole.has(subscription.subscriptionId)) covered.push(subscription);
      else if (inside > 0) partly.push({ subscription, resourceGroups: inside });
      else open.push(subscription);
    }
    return covered.length > 0 ? [{ offer, covered, partly, open }] : [];
  });
}

/** Everything that a top-up of this offer would delegate: what is open, and the rest of what is covered in part. */
export function notCovered({ open, partly }: Coverage): readonly Subscription[] {
  return [...open, ...partly.map(({ subscription }) => subscription)];
}

/** The same by management group, in the order of the subscriptions. */
export function coverageByGroup(
  { covered }: Coverage,
  subscriptions: readonly Subscription[],
): readonly GroupCoverage[] {
  const there = new Set(covered.map(({ subscriptionId }) => subscriptionId));
  const groups = new Map<string, { path: Subscription['managementGroups']; covered: number; all: number }>();
  for (const { managementGroups, subscriptionId } of subscriptions) {
    const key = managementGroups?.map(({ name }) => name).join('/') ?? '';
    const group = groups.get(key) ?? { path: managementGroups, covered: 0, all: 0 };
    group.all += 1;
    if (there.has(subscriptionId)) group.covered += 1;
    groups.set(key, group);
  }
  return [...groups].map(([key, { path, covered: n, all }]) => ({ key, ...(path && { path }), covered: n, all }));
}

/** Of these subscriptions, the ones that were not there at the last visit. `undefined`: there was none, so none is new. */
export function newSince(
  seen: ReadonlySet<SubscriptionId> | undefined,
  subscriptions: readonly Subscription[],
): readonly Subscription[] {
  return seen === undefined ? [] : subscriptions.filter(({ subscriptionId }) => !seen.has(subscriptionId));
}
