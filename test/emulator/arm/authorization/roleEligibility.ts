import type { RoleEligibility, World } from '../../model.ts';
import { authorize } from '../guards.ts';
import { called, knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { extensionId, parseScope } from '../scopes.ts';
import { relationTo, wantedRelations } from './reach.ts';
import { roleDefinitionId } from './roleIds.ts';

const TYPE = 'Microsoft.Authorization/roleEligibilityScheduleInstances';

/**
 * Roles that could be activated through Privileged Identity Management. With `asTarget()` anyone may ask for their own, at,
 * above and below the scope; without it, the right to read everyone's is needed.
 * https://learn.microsoft.com/rest/api/authorization/role-eligibility-schedule-instances/list-for-scope
 */
export const roleEligibilityRoutes: readonly Route[] = atScopes(
  ['subscription', 'resourceGroup', 'managementGroup', 'tenant'],
  `/providers/${TYPE}`,
  {
    method: 'GET',
    type: TYPE,
    kind: 'read',
    openTo: 'tenant',
    handler: (request) => {
      const terms = parseFilter(queryOf(request.url, '$filter'));
      knowOnly(terms, ['asTarget', 'atScope', 'principalId']);
      const own = called(terms, 'asTarget') !== undefined;
      if (!own) authorize(request, `${TYPE}/read`, request.scope.id);
      const relation = relationTo(request.world, request.scope.id);
      const [principalId] = wanted(terms, 'principalId') ?? [];
      const rows = request.world.roleEligibilities.filter((row) => {
        const whose = own
          ? request.access.principalIds.has(row.principalId)
          : row.principalId === (principalId ?? row.principalId);
        return whose && wantedRelations(terms).includes(relation(row.scope)) && isOpen(row, request.now);
      });
      return listAnswer(request, rows, { key: (row) => row.name, present: (row) => present(request, row) });
    },
  },
);

function isOpen(row: RoleEligibility, now: number): boolean {
  return row.startsAt <= now && (row.endsAt === undefined || now < row.endsAt);
}

function present(request: ArmRequest, row: RoleEligibility): unknown {
  const { world } = request;
  const principal = world.principals.find((each) => each.id === row.principalId);
  const role = world.roleDefinitions.find((each) => each.name === row.role);
  const roleId = roleDefinitionId(parseScope(row.scope) ?? request.scope, row.role);
  return {
    id: extensionId(row.scope, TYPE, row.name),
    type: TYPE,
    name: row.name,
    properties: {
      scope: row.scope,
      roleDefinitionId: roleId,
      principalId: row.principalId,
      principalType: principal?.type ?? 'User',
      status: 'Provisioned',
      roleEligibilityScheduleId: extensionId(row.scope, 'Microsoft.Authorization/RoleEligibilitySchedules', row.name),
      startDateTime: new Date(row.startsAt).toISOString(),
      endDateTime: row.endsAt === undefined ? null : new Date(row.endsAt).toISOString(),
      memberType: request.caller.objectId === row.principalId ? 'Direct' : 'Group',
      createdOn: new Date(row.startsAt).toISOString(),
      condition: null,
      conditionVersion: null,
      expandedProperties: {
        scope: {
          id: row.scope,
          displayName: displayNameOf(world, row.scope),
          type: parseScope(row.scope)?.kind.toLowerCase(),
        },
        roleDefinition: { id: roleId, displayName: role?.roleName ?? row.role, type: role?.type ?? 'BuiltInRole' },
        principal: {
          id: row.principalId,
          displayName: principal?.displayName ?? row.principalId,
          type: principal?.type ?? 'User',
        },
      },
    },
  };
}

function displayNameOf(world: World, scopeId: string): string {
  const scope = parseScope(scopeId);
  if (scope?.kind === 'subscription') return world.subscriptions.get(scope.subscriptionId)?.displayName ?? scopeId;
  const name = scope !== undefined && 'name' in scope ? scope.name : scopeId;
  return world.managementGroups.find((group) => group.name === name)?.displayName ?? name;
}
