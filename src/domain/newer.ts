import { versionMeant, type CatalogOffer } from './catalogOffer.ts';
import type { Offer } from './offer.ts';
import type { PlanIdentifier } from './planIdentifier.ts';
import { compareVersions } from './versions.ts';

/** The plan behind an offer, without a version; `undefined` for a template offer. */
export function planOf({ content: { plan } }: Pick<Offer, 'content'>): PlanIdentifier | undefined {
  return plan && { publisher: plan.publisher, product: plan.product, plan: plan.name };
}

/** The oldest version among an offer's copies: as long as one is behind, there is something to update. */
export function oldestVersion(offer: Pick<Offer, 'content' | 'copies'>): string {
  const versions = offer.copies.map(({ plan }) => plan?.version ?? '');
  return versions.toSorted(compareVersions)[0] ?? offer.content.plan?.version ?? '';
}

/**
 * The newest published version, where any copy of the offer is older than it: compared by number.
 * https://learn.microsoft.com/azure/lighthouse/how-to/view-manage-service-providers#update-service-provider-offers
 */
export function newerVersion(
  offer: Pick<Offer, 'content' | 'copies'>,
  published: readonly CatalogOffer[],
): CatalogOffer | undefined {
  const plan = planOf(offer);
  const newest = plan && versionMeant(published, plan);
  return newest && compareVersions(newest.plan.version, oldestVersion(offer)) > 0 ? newest : undefined;
}
