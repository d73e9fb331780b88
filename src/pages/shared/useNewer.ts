import { useMemo } from 'react';
import type { CatalogOffer } from '../../domain/catalogOffer.ts';
import { newerVersion, planOf } from '../../domain/newer.ts';
import type { Offer, OfferKey } from '../../domain/offer.ts';
import { useKnownList } from '../../queries/useRead.ts';
import { useServices } from '../services.ts';

/**
 * The newer version of each offer that has one. One question per plan, however many copies there are; a second one, from the
 * subscription of a copy, only where the tenant's own level shows nothing, as it does for private plans.
 */
export function useNewer(offers: readonly Offer[]): ReadonlyMap<OfferKey, CatalogOffer> {
  const { queries } = useServices();
  const asked = useMemo(
    () =>
      offers.flatMap((offer) => {
        const plan = planOf(offer);
        return plan ? [{ offer, plan }] : [];
      }),
    [offers],
  );
  const wide = useKnownList(asked.map(({ plan }) => queries.catalog(plan)));
  const unseen = asked.filter((_, at) => {
    const known = wide[at];
    return known?.state === 'known' && known.value.length === 0;
  });
  const near = useKnownList(unseen.map(({ plan, offer }) => queries.catalog(plan, offer.copies[0]?.subscriptionId)));
  return useMemo(() => {
    const found = new Map<OfferKey, CatalogOffer>();
    const look = (offer: Offer, known: (typeof wide)[number] | undefined) => {
      const newer = known?.state === 'known' ? newerVersion(offer, known.value) : undefined;
      if (newer) found.set(offer.key, newer);
    };
    asked.forEach(({ offer }, at) => look(offer, wide[at]));
    asked
      .filter((_, at) => wide[at]?.state === 'known' && wide[at].value.length === 0)
      .forEach(({ offer }, at) => look(offer, near[at]));
    return found;
  }, [asked, wide, near]);
}
