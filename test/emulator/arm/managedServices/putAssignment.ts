import { noteWrite } from '../../graph/lag.ts';
import type { RegistrationAssignment } from '../../model.ts';
import type { Answer } from '../reply.ts';
import type { ArmRequest } from '../request.ts';
import { extensionId } from '../scopes.ts';
import { requireAssignable, requireNoOther } from './assignmentRules.ts';
import { assumedErrors } from './assumedErrors.ts';
import { authorship } from './authorship.ts';
import { readDefinitionReference } from './bodies.ts';
import { requireDelegator, requireRegistered, requireVersionFor } from './delegator.ts';
import { noteAssignmentWritten } from './lostAccess.ts';
import { requireName } from './names.ts';
import { RETRY_AFTER, startOperation } from './operations.ts';
import { atAcceptance, presentAssignment } from './present.ts';
import { acceptedUntil } from './provisioning.ts';
import { assignmentKey, definitionOf, isThere } from './references.ts';
import { ASSIGNMENTS } from './types.ts';

/**
 * PUT of an assignment, as recorded: 201 `Accepted` with `Azure-AsyncOperation` and `Retry-After`. The same one once more is
 * 200 and provisioned again, which is how documentation has access restored that another removal took away.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */
export function putAssignment(request: ArmRequest): Answer {
  const { world, now, scope } = request;
  const subscriptionId = 'subscriptionId' in scope ? scope.subscriptionId : '';
  const name = requireName(request, 'Assignment');
  requireRegistered(request, subscriptionId);
  const definitionId = readDefinitionReference(request.body);
  requireDelegator(request);
  const definition = requireAssignable(request, definitionId, subscriptionId);
  requireVersionFor(request, definition);

  const key = assignmentKey(scope.id, name);
  const found = world.assignments.get(key);
  const existing = found && isThere(found, now) ? found : undefined;
  if (existing?.goneAt !== undefined) throw assumedErrors.beingDeleted(name);
  if (existing && definitionOf(world, existing) !== definition) {
    throw assumedErrors.otherDefinition(name, existing.registrationDefinitionId);
  }
  if (!existing) requireNoOther(request, definition);

  noteWrite(request.context, 'assignments', key);
  const { assignmentPut } = request.context.timing;
  const row: RegistrationAssignment = {
    scope: existing?.scope ?? knownSpelling(request),
    name,
    registrationDefinitionId: definitionId,
    provisioning: acceptedUntil(now + assignmentPut),
    systemData: authorship(request, existing?.systemData),
  };
  world.assignments.set(key, row);
  noteAssignmentWritten(world, key, !existing);
  const id = extensionId(row.scope, ASSIGNMENTS, name);
  const url = startOperation(request, subscriptionId, id, 'RegistrationAssignmentProvisioningJob', assignmentPut);
  const body = presentAssignment(atAcceptance(request), row, false);
  return { status: existing ? 200 : 201, body, headers: { 'Azure-AsyncOperation': url, ...RETRY_AFTER } };
}

/** The scope in the case the world has it: the URL may spell the group's name otherwise. */
function knownSpelling({ scope, world }: ArmRequest): string {
  if (scope.kind !== 'resourceGroup') return scope.id;
  const group = world.resourceGroups.get(scope.subscriptionId)?.get(scope.name.toLowerCase());
  return `/subscriptions/${scope.subscriptionId}/resourceGroups/${group?.name ?? scope.name}`;
}
