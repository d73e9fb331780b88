import { useMemo } from 'react';
import type { Offer } from '../../domain/offer.ts';
import { readinessOf, type Readiness } from '../../domain/readiness.ts';
import type { ReadinessFacts } from '../../domain/readinessFacts.ts';
import type { ResourceGroup, Scope, Subscription } from '../../domain/scope.ts';
import { standingsOf } from '../../domain/standings.ts';
import type { SubscriptionChecks } from '../../queries/checker.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useServices } from '../services.ts';
import { useChecks } from '../shared/useChecks.ts';
import { listedScope, type ListedScope } from './scopeRows.ts';

/** Facts that are the same for every scope of the list. */
type CommonFacts = Pick<
  ReadinessFacts,
  'signedInTenant' | 'membership' | 'guests' | 'expectation' | 'allowLists' | 'eligibleRoles'
> & {
  readonly offer: Offer;
};

/** Says of scopes whether they may be delegated to this offer now, as far as is known so far. */
export interface Judge {
  of(subscription: Subscription): ListedScope;
  /** The same rows for the same groups, as long as nothing new is known of their subscription. */
  within(subscription: Subscription, groups: readonly ResourceGroup[]): readonly ListedScope[];
}

/** Another judge whenever something new is known. */
export function useReadiness(offer: Offer): Judge {
  const { config, expectation, membership, queries, session } = useServices();
  const checksOf = useChecks();
  const allowLists = useKnown(queries.allowLists());
  const eligibleRoles = useKnown(queries.eligibleRoles());
  const { guests } = config;
  const signedInTenant = session.person.tenantId;
  const judge = useMemo(
    () => createJudge({ offer, signedInTenant, membership, guests, expectation, allowLists, eligibleRoles }),
    [offer, signedInTenant, membership, guests, expectation, allowLists, eligibleRoles],
  );
  return useMemo(
    () => ({
      of: (subscription) => judge.of(subscription, subscription, checksOf(subscription.subscriptionId)),
      within: (subscription, groups) => judge.within(subscription, groups, checksOf(subscription.subscriptionId)),
    }),
    [judge, checksOf],
  );
}

/** Judges each scope once for the same facts: in a list of thousands only what is new is judged anew. */
function createJudge(common: CommonFacts) {
  const standing = standingsOf(common.offer);
  const judged = new WeakMap<Scope, Judged<ListedScope>>();
  const lists = new WeakMap<readonly ResourceGroup[], Judged<readonly ListedScope[]>>();
  const of = (scope: Scope, subscription: Subscription, checks: SubscriptionChecks): ListedScope => {
    const before = judged.get(scope);
    if (before?.checks === checks) return before.is;
    const verdict: Readiness = readinessOf({
      ...common,
      scope,
      subscription,
      here: standing(scope.id),
      ...(scope.kind === 'resourceGroup' && { above: standing(subscription.id) }),
      rights: checks.permissions,
      registration: checks.registration,
    });
    const is = listedScope(scope, subscription, verdict);
    judged.set(scope, { checks, is });
    return is;
  };
  const within = (
    subscription: Subscription,
    groups: readonly ResourceGroup[],
    checks: SubscriptionChecks,
  ): readonly ListedScope[] => {
    const before = lists.get(groups);
    if (before?.checks === checks) return before.is;
    const is = groups.map((group) => of(group, subscription, checks));
    lists.set(groups, { checks, is });
    return is;
  };
  return { of, within };
}

/** What came of these checks. */
interface Judged<Is> {
  readonly checks: SubscriptionChecks;
  readonly is: Is;
}
