import {
  createRestError,
  operationOptionsToRequestParameters,
  type OperationOptions,
  type PathUncheckedResponse,
  type RequestParameters,
} from '@azure-rest/core-client';
import type { ManagedServicesContext } from './context.ts';

/** `/{scope}/providers/Microsoft.ManagedServices/{type}[/{name}]`; the scope's own slashes stay. No scope: the tenant. */
export function resourcePath(scope: string, type: string, name?: string): string {
  const parents = scope.split('/').filter(Boolean);
  const parts = [...parents, 'providers', 'Microsoft.ManagedServices', type, ...(name === undefined ? [] : [name])];
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

/** What is sent with every request: the operation's own options, the api-version and further query parameters. */
export function parameters(
  context: ManagedServicesContext,
  options: OperationOptions,
  query: Readonly<Record<string, string | boolean | undefined>> = {},
): RequestParameters {
  return {
    ...operationOptionsToRequestParameters(options),
    headers: { accept: 'application/json', ...options.requestOptions?.headers },
    queryParameters: { 'api-version': context.apiVersion, ...query },
  };
}

/** Rejects with a `RestError` when the status is none of the expected ones. */
export async function expectStatus(
  sending: PromiseLike<PathUncheckedResponse>,
  expected: readonly string[],
): Promise<PathUncheckedResponse> {
  const response = await sending;
  if (!expected.includes(response.status)) throw createRestError(response);
  return response;
}
