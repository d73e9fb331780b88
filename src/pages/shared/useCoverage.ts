import { useEffect, useMemo, useState } from 'react';
import { coverable, coverageOf, newSince } from '../../domain/coverage.ts';
import { rememberSeen, seenSubscriptions } from '../../storage/seenSubscriptions.ts';
import { useServices } from '../services.ts';
import { useOffers } from './useOffers.ts';

/** How far each offer reaches, and which subscriptions are new since this person was here last. */
export function useCoverage() {
  const { session } = useServices();
  const { person } = session;
  const { estate, groups } = useOffers();
  const [seen, setSeen] = useState(() => seenSubscriptions(person));
  const subscriptions = useMemo(
    () => estate.data && coverable(estate.data.subscriptions, person.tenantId),
    [estate.data, person.tenantId],
  );
  const own = useMemo(
    () =>
      estate.data?.subscriptions
        .filter(({ tenantId }) => tenantId === person.tenantId)
        .map(({ subscriptionId }) => subscriptionId) ?? [],
    [estate.data, person.tenantId],
  );
  // The first visit marks nothing. An estate that came in part says nothing about what is new.
  const isFirst = seen === undefined && own.length > 0 && estate.data?.problems.length === 0;
  useEffect(() => {
    if (isFirst) rememberSeen(person, own);
  }, [isFirst, person, own]);
  const coverage = useMemo(
    () => (groups && subscriptions ? coverageOf(groups.offers, subscriptions) : undefined),
    [groups, subscriptions],
  );
  const fresh = useMemo(() => newSince(seen, subscriptions ?? []), [seen, subscriptions]);
  return {
    estate,
    /** Those that count: of this tenant and not closed. */
    subscriptions,
    coverage,
    fresh,
    markSeen() {
      rememberSeen(person, own);
      setSeen(new Set(own));
    },
  };
}
