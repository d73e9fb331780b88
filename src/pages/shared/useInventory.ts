import { useCallback, useMemo } from 'react';
import type { Estate } from '../../domain/estate.ts';
import { idKey, parseScope, type SubscriptionId } from '../../domain/ids.ts';
import { makeInventory } from '../../domain/inventory.ts';
import type { Delegation } from '../../domain/offer.ts';
import { useKnownList } from '../../queries/useRead.ts';
import { useServices } from '../services.ts';
import { useOffers, useRoles } from './useOffers.ts';

/** In up to this many subscriptions it is read at once when each delegation began; beyond, where one is looked at. */
const timesReadUpTo = 200;

/**
 * Everything that is delegated in the tenant, with the roles as Azure defines them now.
 * @param times whether it matters when each delegation began: that takes one request per subscription
 */
export function useInventory({ times }: { readonly times: boolean }) {
  const { session } = useServices();
  const { estate, groups } = useOffers();
  const contents = useMemo(() => groups?.offers.flatMap(({ content, copies }) => [content, ...copies]) ?? [], [groups]);
  const { roles, settled } = useRoles(contents);
  const since = useTimes(times ? estate.data : undefined);
  const { tenantId } = session.person;
  const inventory = useMemo(
    () => (estate.data && groups ? makeInventory(estate.data, groups, roles, tenantId, since) : undefined),
    [estate.data, groups, roles, tenantId, since],
  );
  return { estate, groups, inventory, roles, settled };
}

/** When delegations began, as their subscriptions say: Resource Graph does not. */
function useTimes(estate: Estate | undefined): (delegation: Delegation) => string | undefined {
  const { queries } = useServices();
  const asked = useMemo(() => {
    const without = estate?.delegations.filter(({ createdAt }) => createdAt === undefined) ?? [];
    const found = new Set<SubscriptionId>(without.flatMap(({ scope }) => parseScope(scope)?.subscriptionId ?? []));
    return found.size <= timesReadUpTo ? [...found] : [];
  }, [estate]);
  const lists = useKnownList(asked.map((subscription) => queries.delegationsIn(subscription)));
  const times = useMemo(
    () =>
      new Map(
        lists.flatMap((known) =>
          known.state === 'known' ? known.value.map(({ id, createdAt }) => [idKey(id), createdAt] as const) : [],
        ),
      ),
    [lists],
  );
  return useCallback(({ id }: Delegation) => times.get(idKey(id)), [times]);
}
