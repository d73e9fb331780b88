import type { OperationOptions } from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';
import type { RegistrationAssignment } from './models.ts';
import { pagedIterator, type PagedAsyncIterableIterator } from './paging.ts';
import { longRunningPoller, type OperationState, type PollerLike } from './polling.ts';
import { expectStatus, parameters, resourcePath } from './request.ts';
import { registrationAssignmentDeserializer, registrationAssignmentSerializer } from './serializers.ts';

export interface RegistrationAssignmentsGetOptionalParams extends OperationOptions {
  /** Puts the definition into the answer. */
  readonly expandRegistrationDefinition?: boolean;
}

export interface RegistrationAssignmentsListOptionalParams extends RegistrationAssignmentsGetOptionalParams {
  /** `managedByTenantId eq '{guid}'` or `managedByTenantId in ('{guid}', …)`. */
  readonly filter?: string;
}

export interface RegistrationAssignmentsCreateOrUpdateOptionalParams extends OperationOptions {
  /** Delay between polls, in ms. */
  readonly updateIntervalInMs?: number;
}

const type = 'registrationAssignments';

/** Assignments at a scope. https://learn.microsoft.com/rest/api/managedservices/registration-assignments/list */
export function list(
  context: ManagedServicesContext,
  scope: string,
  options: RegistrationAssignmentsListOptionalParams = {},
): PagedAsyncIterableIterator<RegistrationAssignment> {
  const query = parameters(context, options, {
    $expandRegistrationDefinition: options.expandRegistrationDefinition,
    $filter: options.filter,
  });
  const first = () => context.pathUnchecked(resourcePath(scope, type)).get(query);
  return pagedIterator(context, first, registrationAssignmentDeserializer);
}

/** One assignment. https://learn.microsoft.com/rest/api/managedservices/registration-assignments/get */
export async function get(
  context: ManagedServicesContext,
  scope: string,
  registrationAssignmentId: string,
  options: RegistrationAssignmentsGetOptionalParams = {},
): Promise<RegistrationAssignment> {
  const path = resourcePath(scope, type, registrationAssignmentId);
  const query = { $expandRegistrationDefinition: options.expandRegistrationDefinition };
  const response = await expectStatus(context.pathUnchecked(path).get(parameters(context, options, query)), ['200']);
  return registrationAssignmentDeserializer(response.body);
}

/**
 * Writes an assignment; it is applied over time.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/create-or-update
 */
export function createOrUpdate(
  context: ManagedServicesContext,
  scope: string,
  registrationAssignmentId: string,
  requestBody: RegistrationAssignment,
  options: RegistrationAssignmentsCreateOrUpdateOptionalParams = {},
): PollerLike<OperationState<RegistrationAssignment>, RegistrationAssignment> {
  const path = resourcePath(scope, type, registrationAssignmentId);
  const body = registrationAssignmentSerializer(requestBody);
  const start = () =>
    context.pathUnchecked(path).put({ ...parameters(context, options), contentType: 'application/json', body });
  const deserialize = (response: { readonly body: unknown }) => registrationAssignmentDeserializer(response.body);
  return longRunningPoller(context, start, ['200', '201'], deserialize, options);
}

/**
 * Deletes an assignment; that too takes time.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/delete
 */
export function $delete(
  context: ManagedServicesContext,
  scope: string,
  registrationAssignmentId: string,
  options: RegistrationAssignmentsCreateOrUpdateOptionalParams = {},
): PollerLike<OperationState<void>, void> {
  const path = resourcePath(scope, type, registrationAssignmentId);
  const start = () => context.pathUnchecked(path).delete(parameters(context, options));
  return longRunningPoller(context, start, ['200', '202', '204'], () => undefined, options);
}
