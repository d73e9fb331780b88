import type { RoleAssignment } from '../../model.ts';
import { tenantOf } from '../access/hierarchy.ts';
import { ArmError } from '../errors.ts';
import { called, knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { extensionId } from '../scopes.ts';
import { relationTo, wantedRelations } from './reach.ts';
import { roleDefinitionId } from './roleIds.ts';

const TYPE = 'Microsoft.Authorization/roleAssignments';
const kinds = ['subscription', 'resourceGroup', 'managementGroup', 'tenant'] as const;
const read = { method: 'GET', type: TYPE, kind: 'read', action: `${TYPE}/read` } as const;

/**
 * Role assignments at, above and below a scope. `atScope()` leaves out those below; `principalId eq` keeps one principal's,
 * `assignedTo()` those of a principal and of the groups that hold it. Who was given access by Lighthouse is never listed.
 * https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
 */
export const roleAssignmentRoutes: readonly Route[] = [
  ...atScopes(kinds, `/providers/${TYPE}`, { ...read, handler: list }),
  ...atScopes(kinds, `/providers/${TYPE}/{name}`, {
    ...read,
    handler: (request) => {
      const name = parameter(request, 'name').toLowerCase();
      const here = request.scope.id.toLowerCase();
      const row = ownRows(request).find(
        (each) => each.name.toLowerCase() === name && each.scope.toLowerCase() === here,
      );
      if (row) return ok(present(request, row));
      throw new ArmError(404, 'RoleAssignmentNotFound', `The role assignment '${name}' is not found.`);
    },
  }),
];

function list(request: ArmRequest) {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['atScope', 'principalId', 'assignedTo']);
  const relation = relationTo(request.world, request.scope.id);
  const relations = wantedRelations(terms);
  const principals = wanted(terms, 'principalId') ?? assignedTo(request, called(terms, 'assignedTo'));
  const rows = ownRows(request).filter(
    (row) =>
      (!principals || principals.some((id) => id.toLowerCase() === row.principalId)) &&
      relations.includes(relation(row.scope)),
  );
  return listAnswer(request, rows, {
    key: (row) => `${row.scope}/${row.name}`,
    present: (row) => present(request, row),
  });
}

/**
 * Rows whose principal is the scope's own tenant's, or is gone. That leaves out the root assignments of other tenants, whose
 * root has the same id, and what a managing tenant's people hold.
 */
function ownRows(request: ArmRequest): readonly RoleAssignment[] {
  const { world, scope, caller } = request;
  const tenantId = tenantOf(world, scope.id) ?? caller.tenantId;
  const strangers = new Set(world.principals.filter((row) => row.tenantId !== tenantId).map((row) => row.id));
  return world.roleAssignments.filter((row) => !strangers.has(row.principalId));
}

function assignedTo(request: ArmRequest, principalId: string | undefined): readonly string[] | undefined {
  if (principalId === undefined) return undefined;
  const principal = request.world.principals.find((row) => row.id === principalId.toLowerCase());
  return [principalId, ...(principal?.memberOf ?? [])];
}

function present(request: ArmRequest, row: RoleAssignment): unknown {
  return {
    id: extensionId(row.scope, TYPE, row.name),
    type: TYPE,
    name: row.name,
    properties: {
      roleDefinitionId: roleDefinitionId(request.scope, row.role),
      principalId: row.principalId,
      principalType: row.principalType,
      scope: row.scope,
      condition: row.condition ?? null,
      conditionVersion: row.condition === undefined ? null : '2.0',
    },
  };
}
