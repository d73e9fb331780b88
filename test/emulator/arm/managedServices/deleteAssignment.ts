import { noteWrite } from '../../graph/lag.ts';
import type { Answer } from '../reply.ts';
import type { ArmRequest } from '../request.ts';
import { extensionId } from '../scopes.ts';
import { requireDelegator, requireVersionFor } from './delegator.ts';
import { loseWith } from './lostAccess.ts';
import { requireName } from './names.ts';
import { RETRY_AFTER, startOperation } from './operations.ts';
import { assignmentKey, definitionOf, isThere } from './references.ts';
import { ASSIGNMENTS } from './types.ts';

/**
 * DELETE of an assignment, as recorded: 202 without a body, `Location` and `Retry-After`, no `Azure-AsyncOperation`; 204
 * where there was none. After the operation has ended a GET still finds it for a while.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/delete
 */
export function deleteAssignment(request: ArmRequest): Answer {
  const { world, now, scope, context } = request;
  const name = requireName(request, 'Assignment');
  requireDelegator(request);
  const key = assignmentKey(scope.id, name);
  const row = world.assignments.get(key);
  if (!row || !isThere(row, now)) return { status: 204 };
  requireVersionFor(request, definitionOf(world, row));
  const { assignmentDelete, deleteLinger } = context.timing;
  if (row.goneAt === undefined) {
    noteWrite(context, 'assignments', key);
    row.provisioning = { state: 'Deleting' };
    row.goneAt = now + assignmentDelete + deleteLinger;
    loseWith(world, row, now + assignmentDelete);
  }
  const left = Math.max(0, row.goneAt - deleteLinger - now);
  const subscriptionId = 'subscriptionId' in scope ? scope.subscriptionId : '';
  const id = extensionId(row.scope, ASSIGNMENTS, name);
  const url = startOperation(request, subscriptionId, id, 'RegistrationAssignmentDeprovisioningJob', left);
  return { status: 202, headers: { Location: url, ...RETRY_AFTER } };
}
