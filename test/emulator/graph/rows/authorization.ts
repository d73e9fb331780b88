import type { RoleAssignment, RoleDefinition } from '../../model.ts';
import type { Row, Value } from '../kusto/values.ts';
import type { Sight } from '../sight.ts';
import type { GraphView } from '../view.ts';
import { rowOf } from './row.ts';

/**
 * AuthorizationResources: role assignments on the scopes that count, and role definitions. What Lighthouse gives is in
 * neither, as in Azure.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export function authorizationRows(view: GraphView, sight: Sight, counts: (scope: string) => boolean): Row[] {
  if (sight.subscriptions.size + sight.resourceGroups.size + sight.managementGroups.size === 0) return [];
  const assignments = view.world.roleAssignments.filter(({ scope }) => counts(scope));
  return [
    ...assignments.map((assignment) => assignmentRow(assignment, tenantOf(view, assignment.scope) ?? sight.tenantId)),
    ...view.world.roleDefinitions.map((definition) => definitionRow(definition, sight.tenantId)),
  ];
}

/** The tenant a scope belongs to; the root of everything belongs to none in particular. */
function tenantOf(view: GraphView, scope: string): string | undefined {
  const [, kind, id = ''] = scope.split('/');
  if (kind === 'subscriptions') return view.world.subscriptions.get(id.toLowerCase())?.tenantId;
  return view.chainOf(scope.split('/').at(-1) ?? '')[0]?.tenantId;
}

function assignmentRow(assignment: RoleAssignment, tenantId: string): Row {
  const { scope, name, principalId, principalType, role, condition } = assignment;
  const [, kind, id = '', , group] = scope.split('/');
  const inSubscription = kind === 'subscriptions';
  return rowOf({
    id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'microsoft.authorization/roleassignments',
    tenantId,
    ...(inSubscription && { subscriptionId: id }),
    ...(inSubscription && group !== undefined && { resourceGroup: group.toLowerCase() }),
    properties: {
      principalId,
      principalType,
      roleDefinitionId: roleDefinitionId(role),
      scope,
      ...(condition !== undefined && { condition, conditionVersion: '2.0' }),
    },
  });
}

function definitionRow(definition: RoleDefinition, tenantId: string): Row {
  const { name, roleName, type, description, permissions, assignableScopes } = definition;
  return rowOf({
    id: roleDefinitionId(name),
    name,
    type: 'microsoft.authorization/roledefinitions',
    tenantId,
    properties: {
      roleName,
      type,
      description,
      // Rows are JSON, and so is the model; only its interfaces keep the compiler from seeing it.
      permissions: permissions as unknown as Value,
      assignableScopes,
      isServiceRole: 'false',
    },
  });
}

/** Resource Graph prints the tenant's form of the id, not the one below a subscription that ARM prints. */
function roleDefinitionId(guid: string): string {
  return `/providers/Microsoft.Authorization/RoleDefinitions/${guid}`;
}
