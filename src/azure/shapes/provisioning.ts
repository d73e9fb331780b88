import type { Provisioning } from '../../domain/offer.ts';
import { text } from './json.ts';

/**
 * `provisioningState`, folded. ARM's rule: a state that is missing means finished, and only Succeeded, Failed and
 * Canceled are ends; the provider's own list has nine more.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
 */
export function toProvisioning(state: unknown): Provisioning {
  switch (text(state)?.toLowerCase()) {
    case undefined:
    case 'succeeded':
      return 'succeeded';
    case 'failed':
      return 'failed';
    case 'canceled':
    case 'cancelled':
      return 'canceled';
    case 'deleting':
    case 'deleted':
      return 'deleting';
    default:
      return 'working';
  }
}
