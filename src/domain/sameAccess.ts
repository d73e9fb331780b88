import { sameRights } from './authorizations.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { OfferContent } from './offer.ts';

/**
 * Whether two copies give exactly the same access in the same version of the same offer. Names and descriptions that
 * the provider wrote do not count: they give no access, and Azure Resource Graph may leave personal names out
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language).
 */
export function sameAccess(one: OfferContent, other: OfferContent): boolean {
  if (one === other) return true;
  return (
    sameOffer(one, other) &&
    one.plan?.version === other.plan?.version &&
    sameRights(one.authorizations, other.authorizations)
  );
}

/**
 * Whether both are copies of one offer, in whatever version: one managing tenant and one marketplace plan, or one
 * name where there is no plan.
 */
export function sameOffer(one: OfferContent, other: OfferContent): boolean {
  return identity(one) === identity(other);
}

function identity({ managedByTenantId, plan, name }: OfferContent): string {
  return canonicalJson(
    plan
      ? [managedByTenantId, ...[plan.publisher, plan.product, plan.name].map((part) => part.toLowerCase())]
      : [managedByTenantId, name],
  );
}
