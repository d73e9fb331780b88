import type { OfferContent, OfferKey } from './offer.ts';

/**
 * The key of the offer that this is a copy of: managing tenant and marketplace plan (without its version), or managing
 * tenant and name where there is no plan.
 */
export function offerKey({ managedByTenantId, plan, name }: OfferContent): OfferKey {
  const parts = plan
    ? ['plan', managedByTenantId, ...[plan.publisher, plan.product, plan.name].map((part) => part.toLowerCase())]
    : ['template', managedByTenantId, name];
  return JSON.stringify(parts) as OfferKey;
}
