import type { RoleDefinition } from '../../model.ts';
import { lineageOf } from '../access/hierarchy.ts';
import { ArmError } from '../errors.ts';
import { sameId } from '../ids.ts';
import { knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { roleDefinitionId } from './roleIds.ts';

const TYPE = 'Microsoft.Authorization/roleDefinitions';
const scopes = ['subscription', 'resourceGroup', 'managementGroup'] as const;
const read = { method: 'GET', type: TYPE, kind: 'read' } as const;

/**
 * Role definitions that can be used at a scope: the built-in ones everywhere, custom ones below their assignable scopes.
 * At the root anyone who is signed in may read the built-in ones.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions-list#rest-api
 */
export const roleDefinitionRoutes: readonly Route[] = [
  ...atScopes(scopes, `/providers/${TYPE}`, { ...read, action: `${TYPE}/read`, handler: list }),
  ...atScopes(['tenant'], `/providers/${TYPE}`, { ...read, handler: list }),
  ...atScopes(scopes, `/providers/${TYPE}/{name}`, { ...read, action: `${TYPE}/read`, handler: get }),
  ...atScopes(['tenant'], `/providers/${TYPE}/{name}`, { ...read, handler: get }),
];

function list(request: ArmRequest) {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['type', 'roleName', 'atScopeAndBelow']);
  const [type] = wanted(terms, 'type') ?? [];
  const [roleName] = wanted(terms, 'roleName') ?? [];
  const rows = usableAt(request).filter(
    (role) => sameId(role.type, type ?? role.type) && sameId(role.roleName, roleName ?? role.roleName),
  );
  return listAnswer(request, rows, { key: (role) => role.name, present: (role) => present(request, role) });
}

function get(request: ArmRequest) {
  const name = parameter(request, 'name');
  const role = usableAt(request).find((each) => sameId(each.name, name));
  if (role) return ok(present(request, role));
  throw new ArmError(
    404,
    'RoleDefinitionDoesNotExist',
    `The specified role definition with ID '${name.replaceAll('-', '')}' does not exist.`,
  );
}

function usableAt(request: ArmRequest): readonly RoleDefinition[] {
  const lineage = lineageOf(request.world, request.scope.id);
  return request.world.roleDefinitions.filter(
    (role) =>
      role.type === 'BuiltInRole' || role.assignableScopes.some((scope) => lineage.includes(scope.toLowerCase())),
  );
}

function present(request: ArmRequest, role: RoleDefinition): unknown {
  const { roleName, type, description, assignableScopes, permissions } = role;
  return {
    id: roleDefinitionId(request.scope, role.name),
    type: TYPE,
    name: role.name,
    properties: { roleName, type, description, assignableScopes, permissions },
  };
}
