import type { TenantId } from './ids.ts';
import type { Offer, OfferContent } from './offer.ts';

/** Which providers and offers this organisation expects, as its installation of the app was told. */
export interface Expectation {
  /** Managing tenants. Empty: none is expected more than another. */
  readonly tenants: readonly TenantId[];
  /** Marketplace plans as `publisher.product.plan`, lower case, without a version. Empty: any. */
  readonly offers: readonly string[];
  /** What becomes of the others. */
  readonly otherwise: 'block' | 'warn';
}

/** What about an offer nobody here expects. */
export type Unexpected = 'managingTenant' | 'offer';

/**
 * What about this offer is not expected, or `undefined` where nothing is. A list that is empty says nothing. A template
 * offer has no marketplace plan: where plans are listed it is not among them.
 */
export function unexpectedIn(
  offer: Pick<Offer, 'managedByTenantId'> & { readonly content: Pick<OfferContent, 'plan'> },
  { tenants, offers }: Expectation,
): Unexpected | undefined {
  if (tenants.length > 0 && !tenants.includes(offer.managedByTenantId)) return 'managingTenant';
  if (offers.length === 0) return undefined;
  const { plan } = offer.content;
  const identifier = plan && `${plan.publisher}.${plan.product}.${plan.name}`.toLowerCase();
  return identifier !== undefined && offers.includes(identifier) ? undefined : 'offer';
}
