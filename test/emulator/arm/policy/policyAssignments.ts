import type { PolicyAssignment } from '../../model.ts';
import { ArmError } from '../errors.ts';
import { relationTo, wantedRelations } from '../authorization/reach.ts';
import { knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { extensionId } from '../scopes.ts';

const TYPE = 'Microsoft.Authorization/policyAssignments';
const kinds = ['subscription', 'resourceGroup', 'managementGroup'] as const;
const read = { method: 'GET', type: TYPE, kind: 'read', action: `${TYPE}/read` } as const;

/**
 * Policy assignments that concern a scope: on it, inherited from management groups, and on what it contains.
 * `atScope()` leaves out the last kind, `atExactScope()` keeps the first alone.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/list
 */
export const policyAssignmentRoutes: readonly Route[] = [
  ...atScopes(kinds, `/providers/${TYPE}`, {
    ...read,
    handler: (request) => listAnswer(request, chosen(request), { key: idOf, present }),
  }),
  ...atScopes(kinds, `/providers/${TYPE}/{name}`, {
    ...read,
    handler: (request) => {
      const wantedId = extensionId(request.scope.id, TYPE, parameter(request, 'name')).toLowerCase();
      const row = request.world.policyAssignments.find((each) => idOf(each).toLowerCase() === wantedId);
      if (row) return ok(present(row));
      throw new ArmError(
        404,
        'PolicyAssignmentNotFound',
        `The policy assignment '${parameter(request, 'name')}' is not found.`,
      );
    },
  }),
];

/** The full id of a policy assignment. */
export function idOf(row: PolicyAssignment): string {
  return extensionId(row.scope, TYPE, row.name);
}

function chosen(request: ArmRequest): readonly PolicyAssignment[] {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['atScope', 'atExactScope', 'policyDefinitionId']);
  const relation = relationTo(request.world, request.scope.id);
  const [definition] = wanted(terms, 'policyDefinitionId') ?? [];
  return request.world.policyAssignments.filter(
    (row) =>
      wantedRelations(terms).includes(relation(row.scope)) &&
      (definition === undefined || row.policyDefinitionId.toLowerCase() === definition.toLowerCase()),
  );
}

/** A policy assignment as Azure shows it. */
export function present(row: PolicyAssignment): unknown {
  return {
    id: idOf(row),
    type: TYPE,
    name: row.name,
    properties: {
      displayName: row.displayName,
      policyDefinitionId: row.policyDefinitionId,
      scope: row.scope,
      notScopes: [],
      parameters: row.parameters,
      enforcementMode: row.enforcementMode ?? 'Default',
    },
  };
}
