import type { Operation } from '../../model.ts';
import { ArmError } from '../errors.ts';
import { authorize } from '../guards.ts';
import { ok, type Answer } from '../reply.ts';
import { parameter, type ArmRequest, type Route } from '../request.ts';
import { operationUrl, RETRY_AFTER } from './operations.ts';
import { OPERATION_STATUSES } from './types.ts';

/**
 * How a long-running operation stands; both `Azure-AsyncOperation` and `Location` lead here.
 *
 * Recorded is the end alone: 200 `{"status":"Succeeded"}` for both headers. Before it, what follows `Location` gets the
 * documented 202 with the header again, what follows `Azure-AsyncOperation` a 200 with `Running`.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 */
export const operationStatusRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: `/subscriptions/{subscriptionId}/providers/${OPERATION_STATUSES}/{id}`,
    type: OPERATION_STATUSES,
    kind: 'read',
    handler: (request) => {
      const operation = request.world.operations.get(parameter(request, 'id'));
      if (!operation || operation.subscriptionId !== parameter(request, 'subscriptionId').toLowerCase()) {
        throw new ArmError(404, 'OperationNotFound', `The operation '${parameter(request, 'id')}' could not be found.`);
      }
      // An owner of one resource group may follow what they started there, though the URL is the subscription's.
      authorize(request, `${OPERATION_STATUSES}/read`, scopeOf(operation), request.scope.id);
      return statusOf(request, operation);
    },
  },
];

function statusOf(request: ArmRequest, operation: Operation): Answer {
  const { outcome, error } = operation;
  if (request.now >= operation.endsAt)
    return ok({ status: outcome, ...(outcome !== 'Succeeded' && error && { error }) });
  const running = { status: 'Running' };
  if (operation.job !== 'RegistrationAssignmentDeprovisioningJob')
    return { status: 200, body: running, headers: RETRY_AFTER };
  const location = operationUrl(request, operation.subscriptionId, operation.id);
  return { status: 202, body: running, headers: { Location: location, ...RETRY_AFTER } };
}

function scopeOf(operation: Operation): string {
  const end = operation.resourceId.toLowerCase().lastIndexOf('/providers/microsoft.managedservices/');
  return operation.resourceId.slice(0, end);
}
