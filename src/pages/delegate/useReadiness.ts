import { useMemo } from 'react';
import type { Offer } from '../../domain/offer.ts';
import { readinessOf, type Readiness } from '../../domain/readiness.ts';
import type { ReadinessFacts } from '../../domain/readinessFacts.ts';
import type { Scope, Subscription } from '../../domain/scope.ts';
import { standingsOf } from '../../domain/standings.ts';
import { useServices } from '../services.ts';
import { useChecks } from '../shared/useChecks.ts';
import { useKnown } from '../../queries/useRead.ts';

/** Says of any scope whether it may be delegated to this offer now, as far as is known so far. */
export function useReadiness(offer: Offer): (scope: Scope, subscription: Subscription) => Readiness {
  const { config, membership, queries, session } = useServices();
  const checksOf = useChecks();
  const allowLists = useKnown(queries.allowLists());
  const eligibleRoles = useKnown(queries.eligibleRoles());
  const standing = useMemo(() => standingsOf(offer), [offer]);
  return useMemo(() => {
    return (scope, subscription) => {
      const { permissions, registration } = checksOf(subscription.subscriptionId);
      const facts: ReadinessFacts = {
        scope,
        subscription,
        signedInTenant: session.person.tenantId,
        membership,
        guests: config.guests,
        offer,
        here: standing(scope.id),
        ...(scope.kind === 'resourceGroup' && { above: standing(subscription.id) }),
        rights: permissions,
        registration,
        allowLists,
        eligibleRoles,
      };
      return readinessOf(facts);
    };
  }, [offer, standing, checksOf, allowLists, eligibleRoles, session.person.tenantId, membership, config.guests]);
}
