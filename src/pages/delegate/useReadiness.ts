import { useMemo } from 'react';
import type { Offer } from '../../domain/offer.ts';
import { readinessOf, type Readiness } from '../../domain/readiness.ts';
import type { ReadinessFacts } from '../../domain/readinessFacts.ts';
import type { Scope, Subscription } from '../../domain/scope.ts';
import { standingsOf } from '../../domain/standings.ts';
import type { SubscriptionChecks } from '../../queries/checker.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useServices } from '../services.ts';
import { useChecks } from '../shared/useChecks.ts';

/** Facts that are the same for every scope of the list. */
type CommonFacts = Pick<
  ReadinessFacts,
  'signedInTenant' | 'membership' | 'guests' | 'expectation' | 'allowLists' | 'eligibleRoles'
> & {
  readonly offer: Offer;
};

/** Says of any scope whether it may be delegated to this offer now, as far as is known so far. */
export function useReadiness(offer: Offer): (scope: Scope, subscription: Subscription) => Readiness {
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
    () => (scope, subscription) => judge(scope, subscription, checksOf(subscription.subscriptionId)),
    [judge, checksOf],
  );
}

/** Judges each scope once for the same facts: in a list of thousands only what is new is judged anew. */
function createJudge(common: CommonFacts) {
  const standing = standingsOf(common.offer);
  const judged = new WeakMap<Scope, { readonly checks: SubscriptionChecks; readonly verdict: Readiness }>();
  return (scope: Scope, subscription: Subscription, checks: SubscriptionChecks): Readiness => {
    const before = judged.get(scope);
    if (before?.checks === checks) return before.verdict;
    const verdict = readinessOf({
      ...common,
      scope,
      subscription,
      here: standing(scope.id),
      ...(scope.kind === 'resourceGroup' && { above: standing(subscription.id) }),
      rights: checks.permissions,
      registration: checks.registration,
    });
    judged.set(scope, { checks, verdict });
    return verdict;
  };
}
