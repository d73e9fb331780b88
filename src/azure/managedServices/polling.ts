import { createRestError, type PathUncheckedResponse } from '@azure-rest/core-client';
import { createHttpPoller, type OperationResponse, type OperationState, type PollerLike } from '@azure/core-lro';
import type { ManagedServicesContext } from './context.ts';

export type { OperationState, PollerLike };

/**
 * A poller of a long-running operation. Nothing is asked before somebody waits for it (`submitted`, `pollUntilDone`).
 * A browser that may not read `Azure-AsyncOperation` and `Location` makes it report success at once: whoever needs to be
 * sure reads the resource.
 */
export function longRunningPoller<Result>(
  context: ManagedServicesContext,
  start: () => PromiseLike<PathUncheckedResponse>,
  expected: readonly string[],
  deserialize: (response: PathUncheckedResponse) => Result,
  options: { readonly updateIntervalInMs?: number },
): PollerLike<OperationState<Result>, Result> {
  return createHttpPoller<Result, OperationState<Result>>(
    {
      sendInitialRequest: async () => forPoller(await start(), expected),
      sendPollRequest: async (link) => forPoller(await context.pathUnchecked(link).get(), [...expected, '202', '204']),
    },
    {
      ...(options.updateIntervalInMs !== undefined && { intervalInMs: options.updateIntervalInMs }),
      // core-lro hands on exactly what `flatResponse` held, but types it as unknown.
      processResult: async (result) => deserialize(result as PathUncheckedResponse),
    },
  );
}

function forPoller(
  response: PathUncheckedResponse,
  expected: readonly string[],
): OperationResponse<PathUncheckedResponse> {
  if (!expected.includes(response.status)) throw createRestError(response);
  return { flatResponse: response, rawResponse: { ...response, statusCode: Number(response.status) } };
}
