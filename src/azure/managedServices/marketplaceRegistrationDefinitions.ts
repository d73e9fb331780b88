import type { OperationOptions } from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';
import type { MarketplaceRegistrationDefinition } from './models.ts';
import { pagedIterator, type PagedAsyncIterableIterator } from './paging.ts';
import { expectStatus, parameters, resourcePath } from './request.ts';
import { marketplaceRegistrationDefinitionDeserializer } from './serializers.ts';

export interface MarketplaceRegistrationDefinitionsListOptionalParams extends OperationOptions {
  /** `planIdentifier eq '{publisher}.{product}.{plan}[.{version}]'`. */
  readonly filter?: string;
}

const type = 'marketplaceRegistrationDefinitions';

/**
 * What the marketplace publishes, as seen from a scope: private plans are shown to the subscriptions they are meant for.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions/list
 */
export function list(
  context: ManagedServicesContext,
  scope: string,
  options: MarketplaceRegistrationDefinitionsListOptionalParams = {},
): PagedAsyncIterableIterator<MarketplaceRegistrationDefinition> {
  const query = parameters(context, options, { $filter: options.filter });
  const first = () => context.pathUnchecked(resourcePath(scope, type)).get(query);
  return pagedIterator(context, first, marketplaceRegistrationDefinitionDeserializer);
}

/**
 * One published version; the identifier is `{publisher}.{product}[-preview].{plan}.{version}`.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions/get
 */
export async function get(
  context: ManagedServicesContext,
  scope: string,
  marketplaceIdentifier: string,
  options: OperationOptions = {},
): Promise<MarketplaceRegistrationDefinition> {
  const path = resourcePath(scope, type, marketplaceIdentifier);
  const response = await expectStatus(context.pathUnchecked(path).get(parameters(context, options)), ['200']);
  return marketplaceRegistrationDefinitionDeserializer(response.body);
}
