import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { assumedErrors } from './assumedErrors.ts';
import { deleteAssignment } from './deleteAssignment.ts';
import { requireVersionFor } from './delegator.ts';
import { managingTenantFilter } from './managingTenantFilter.ts';
import { requireName } from './names.ts';
import { presentAssignment } from './present.ts';
import { putAssignment } from './putAssignment.ts';
import { assignmentKey, definitionOf, isThere } from './references.ts';
import { ASSIGNMENTS } from './types.ts';

const kinds = ['subscription', 'resourceGroup'] as const;
const one = `/providers/${ASSIGNMENTS}/{name}`;

/**
 * Registration assignments: delegations of a subscription or a resource group. The list of a subscription holds those of
 * its resource groups too, as recorded with the public Azure CLI.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments
 */
export const assignmentRoutes: readonly Route[] = [
  ...atScopes(kinds, `/providers/${ASSIGNMENTS}`, {
    method: 'GET',
    type: ASSIGNMENTS,
    kind: 'read',
    action: `${ASSIGNMENTS}/read`,
    handler: list,
  }),
  ...atScopes(kinds, one, {
    method: 'GET',
    type: ASSIGNMENTS,
    kind: 'read',
    action: `${ASSIGNMENTS}/read`,
    handler: get,
  }),
  ...atScopes(kinds, one, {
    method: 'PUT',
    type: ASSIGNMENTS,
    kind: 'write',
    action: `${ASSIGNMENTS}/write`,
    handler: putAssignment,
  }),
  ...atScopes(kinds, one, {
    method: 'DELETE',
    type: ASSIGNMENTS,
    kind: 'delete',
    action: `${ASSIGNMENTS}/delete`,
    handler: deleteAssignment,
  }),
];

function list(request: ArmRequest) {
  const { world, now } = request;
  const here = request.scope.id.toLowerCase();
  const managing = managingTenantFilter(request);
  const rows = [...world.assignments.values()].filter((row) => {
    const there = row.scope.toLowerCase();
    const inside = there === here || there.startsWith(`${here}/`);
    return inside && isThere(row, now) && managing(definitionOf(world, row));
  });
  for (const row of rows) requireVersionFor(request, definitionOf(world, row));
  return listAnswer(request, rows, {
    key: (row) => `${row.scope}/${row.name}`,
    present: (row) => presentAssignment(request, row, expands(request)),
  });
}

function get(request: ArmRequest) {
  const name = requireName(request, 'Assignment');
  const row = request.world.assignments.get(assignmentKey(request.scope.id, name));
  if (!row || !isThere(row, request.now)) throw assumedErrors.notFound(ASSIGNMENTS, name);
  requireVersionFor(request, definitionOf(request.world, row));
  return ok(presentAssignment(request, row, expands(request)));
}

function expands(request: ArmRequest): boolean {
  return queryOf(request.url, '$expandRegistrationDefinition')?.toLowerCase() === 'true';
}
