import type { TenantId } from './ids.ts';
import type { Authorization, MarketplacePlan, OfferContent } from './offer.ts';
import type { PlanIdentifier } from './planIdentifier.ts';
import { compareVersions } from './versions.ts';

/** One version of one plan, as the marketplace publishes it. Its names are the provider's own words. */
export interface CatalogOffer {
  readonly plan: MarketplacePlan;
  readonly managedByTenantId: TenantId;
  readonly authorizations: readonly Authorization[];
  readonly offerName: string;
  readonly publisherName: string;
  readonly planName: string;
}

/**
 * The version that is meant: the one that is named, else the newest, by number. `undefined` where the plan has no such
 * version among these. Identifiers compare without regard to case.
 * https://learn.microsoft.com/partner-center/marketplace-offers/create-managed-service-offer-plans
 */
export function versionMeant(
  versions: readonly CatalogOffer[],
  { publisher, product, plan, version }: PlanIdentifier,
): CatalogOffer | undefined {
  const wanted = [publisher, product, plan].map(lower).join('.');
  const own = versions.filter(
    (one) => [one.plan.publisher, one.plan.product, one.plan.name].map(lower).join('.') === wanted,
  );
  if (version !== undefined) return own.find((one) => compareVersions(one.plan.version, version) === 0);
  return own.toSorted((one, other) => compareVersions(other.plan.version, one.plan.version))[0];
}

/**
 * What a copy of this catalog offer says. What the Azure portal writes as name and description of an accepted offer is not
 * published: here it is the offer's display name, and no description.
 */
export function contentOfCatalog(offer: CatalogOffer): OfferContent {
  const { managedByTenantId, plan, authorizations, offerName } = offer;
  return { managedByTenantId, name: offerName, plan, authorizations };
}

function lower(text: string): string {
  return text.toLowerCase();
}
