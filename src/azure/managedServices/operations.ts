import type { OperationOptions } from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';
import type { Operation } from './models.ts';
import { pagedIterator, type PagedAsyncIterableIterator } from './paging.ts';
import { parameters, resourcePath } from './request.ts';
import { operationDeserializer } from './serializers.ts';

/** What the provider can do. https://learn.microsoft.com/rest/api/managedservices/operations/list */
export function list(
  context: ManagedServicesContext,
  options: OperationOptions = {},
): PagedAsyncIterableIterator<Operation> {
  const first = () => context.pathUnchecked(resourcePath('', 'operations')).get(parameters(context, options));
  return pagedIterator(context, first, operationDeserializer);
}
