import type { OperationOptions } from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';
import type { RegistrationDefinition } from './models.ts';
import { pagedIterator, type PagedAsyncIterableIterator } from './paging.ts';
import { longRunningPoller, type OperationState, type PollerLike } from './polling.ts';
import { expectStatus, parameters, resourcePath } from './request.ts';
import { registrationDefinitionDeserializer, registrationDefinitionSerializer } from './serializers.ts';

export interface RegistrationDefinitionsListOptionalParams extends OperationOptions {
  /** `managedByTenantId eq '{guid}'` or `managedByTenantId in ('{guid}', …)`. */
  readonly filter?: string;
}

export interface RegistrationDefinitionsCreateOrUpdateOptionalParams extends OperationOptions {
  /** Delay between polls, in ms. */
  readonly updateIntervalInMs?: number;
}

const type = 'registrationDefinitions';

/** Definitions at a subscription. https://learn.microsoft.com/rest/api/managedservices/registration-definitions/list */
export function list(
  context: ManagedServicesContext,
  scope: string,
  options: RegistrationDefinitionsListOptionalParams = {},
): PagedAsyncIterableIterator<RegistrationDefinition> {
  const query = parameters(context, options, { $filter: options.filter });
  const first = () => context.pathUnchecked(resourcePath(scope, type)).get(query);
  return pagedIterator(context, first, registrationDefinitionDeserializer);
}

/** One definition. https://learn.microsoft.com/rest/api/managedservices/registration-definitions/get */
export async function get(
  context: ManagedServicesContext,
  scope: string,
  registrationDefinitionId: string,
  options: OperationOptions = {},
): Promise<RegistrationDefinition> {
  const path = resourcePath(scope, type, registrationDefinitionId);
  const response = await expectStatus(context.pathUnchecked(path).get(parameters(context, options)), ['200']);
  return registrationDefinitionDeserializer(response.body);
}

/**
 * Writes a definition. A new one is there at once; a change is applied over time.
 * https://learn.microsoft.com/rest/api/managedservices/registration-definitions/create-or-update
 */
export function createOrUpdate(
  context: ManagedServicesContext,
  scope: string,
  registrationDefinitionId: string,
  requestBody: RegistrationDefinition,
  options: RegistrationDefinitionsCreateOrUpdateOptionalParams = {},
): PollerLike<OperationState<RegistrationDefinition>, RegistrationDefinition> {
  const path = resourcePath(scope, type, registrationDefinitionId);
  const body = registrationDefinitionSerializer(requestBody);
  const start = () =>
    context.pathUnchecked(path).put({ ...parameters(context, options), contentType: 'application/json', body });
  const deserialize = (response: { readonly body: unknown }) => registrationDefinitionDeserializer(response.body);
  return longRunningPoller(context, start, ['200', '201'], deserialize, options);
}

/**
 * Deletes a definition that no assignment refers to.
 * https://learn.microsoft.com/rest/api/managedservices/registration-definitions/delete
 */
export async function $delete(
  context: ManagedServicesContext,
  scope: string,
  registrationDefinitionId: string,
  options: OperationOptions = {},
): Promise<void> {
  const path = resourcePath(scope, type, registrationDefinitionId);
  await expectStatus(context.pathUnchecked(path).delete(parameters(context, options)), ['200', '204']);
}
