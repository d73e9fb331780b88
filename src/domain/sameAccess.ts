import { sameRights } from './authorizations.ts';
import type { OfferContent } from './offer.ts';
import { offerKey } from './offerKey.ts';

/**
 * Whether two copies give exactly the same access in the same version of the same offer. Names and descriptions that
 * the provider wrote do not count: they give no access, and Azure Resource Graph may leave personal names out
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language).
 */
export function sameAccess(one: OfferContent, other: OfferContent): boolean {
  if (one === other) return true;
  return (
    offerKey(one) === offerKey(other) &&
    one.plan?.version === other.plan?.version &&
    sameRights(one.authorizations, other.authorizations)
  );
}
