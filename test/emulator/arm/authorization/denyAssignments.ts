import type { DenyAssignment } from '../../model.ts';
import { ArmError } from '../errors.ts';
import { knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { extensionId } from '../scopes.ts';
import { relationTo, wantedRelations } from './reach.ts';

const TYPE = 'Microsoft.Authorization/denyAssignments';
const kinds = ['subscription', 'resourceGroup'] as const;
const read = { method: 'GET', type: TYPE, kind: 'read', action: `${TYPE}/read` } as const;

/**
 * Deny assignments at, above and below a scope; `atScope()` leaves out those below.
 * https://learn.microsoft.com/azure/role-based-access-control/deny-assignments
 */
export const denyAssignmentRoutes: readonly Route[] = [
  ...atScopes(kinds, `/providers/${TYPE}`, {
    ...read,
    handler: (request) => listAnswer(request, chosen(request), { key: (row) => `${row.scope}/${row.name}`, present }),
  }),
  ...atScopes(kinds, `/providers/${TYPE}/{name}`, {
    ...read,
    handler: (request) => {
      const name = parameter(request, 'name').toLowerCase();
      const here = request.scope.id.toLowerCase();
      const row = request.world.denyAssignments.find((each) => each.name === name && each.scope.toLowerCase() === here);
      if (row) return ok(present(row));
      throw new ArmError(404, 'DenyAssignmentNotFound', `The deny assignment '${name}' is not found.`);
    },
  }),
];

function chosen(request: ArmRequest): readonly DenyAssignment[] {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['atScope', 'principalId', 'denyAssignmentName']);
  const relation = relationTo(request.world, request.scope.id);
  const [principalId] = wanted(terms, 'principalId') ?? [];
  const [name] = wanted(terms, 'denyAssignmentName') ?? [];
  return request.world.denyAssignments.filter(
    (row) =>
      wantedRelations(terms).includes(relation(row.scope)) &&
      (name === undefined || row.displayName.toLowerCase() === name.toLowerCase()) &&
      (principalId === undefined || row.principals.some(({ id }) => id === principalId.toLowerCase())),
  );
}

function present(row: DenyAssignment): unknown {
  const { permissions, scope, doNotApplyToChildScopes, principals, excludePrincipals } = row;
  return {
    id: extensionId(scope, TYPE, row.name),
    type: TYPE,
    name: row.name,
    properties: {
      denyAssignmentName: row.displayName,
      permissions,
      scope,
      doNotApplyToChildScopes,
      principals,
      excludePrincipals,
      isSystemProtected: true,
    },
  };
}
