import type { Subscription } from '../../domain/scope.ts';

/** Offer types of subscriptions that a CSP partner set up. https://learn.microsoft.com/azure/cost-management-billing/costs/understand-cost-mgt-data */
const cspQuotas = ['CSP_2015-05-01', 'CSP_MG_2017-12-01', 'CSPDEVTEST_2018-05-01'].map((id) => id.toLowerCase());

/** Whether a subscription may have come through a CSP reseller, to whom private plans are closed. */
export function mayBeResold(subscription: Subscription | undefined): boolean {
  return cspQuotas.includes(subscription?.quotaId?.toLowerCase() ?? '');
}
