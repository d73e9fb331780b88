import { randomUUID } from 'node:crypto';
import type { Operation } from '../../model.ts';
import type { ArmRequest } from '../request.ts';
import { NAMESPACE } from './types.ts';

/** Seconds, printed whatever the world's timing: clients that honour it are measured with the real figure. */
export const RETRY_AFTER = { 'Retry-After': '15' };

/**
 * Notes a long-running operation and answers the URL it is followed by. It ends by the clock, not by being asked.
 * The last segment is base64 of the resource id and the job, as in sessions recorded with the real service.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 */
export function startOperation(
  request: ArmRequest,
  subscriptionId: string,
  resourceId: string,
  job: Operation['job'],
  milliseconds: number,
): string {
  const reference = { fullyQualifiedResourceId: resourceId, jobId: `${job}:${randomUUID()}` };
  const id = Buffer.from(JSON.stringify(reference)).toString('base64url');
  const endsAt = request.now + milliseconds;
  request.world.operations.set(id, {
    id,
    subscriptionId,
    resourceId,
    job,
    startedAt: request.now,
    endsAt,
    outcome: 'Succeeded',
  });
  return operationUrl(request, subscriptionId, id);
}

/** Where an operation is asked about, on the origin the client used. */
export function operationUrl(request: ArmRequest, subscriptionId: string, id: string): string {
  return `${request.url.origin}/subscriptions/${subscriptionId}/providers/${NAMESPACE}/operationStatuses/${id}?api-version=${request.apiVersion}`;
}
