import type { OperationOptions } from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';
import * as scoped from './marketplaceRegistrationDefinitions.ts';
import type { MarketplaceRegistrationDefinition } from './models.ts';
import type { PagedAsyncIterableIterator } from './paging.ts';

/**
 * What the marketplace publishes, as seen from the tenant.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions-without-scope/list
 */
export function list(
  context: ManagedServicesContext,
  options: scoped.MarketplaceRegistrationDefinitionsListOptionalParams = {},
): PagedAsyncIterableIterator<MarketplaceRegistrationDefinition> {
  return scoped.list(context, '', options);
}

/**
 * One published version, as seen from the tenant.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions-without-scope/get
 */
export function get(
  context: ManagedServicesContext,
  marketplaceIdentifier: string,
  options: OperationOptions = {},
): Promise<MarketplaceRegistrationDefinition> {
  return scoped.get(context, '', marketplaceIdentifier, options);
}
