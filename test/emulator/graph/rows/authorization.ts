import type { RoleAssignment, RoleDefinition } from '../../model.ts';
import type { Row, Value } from '../kusto/values.ts';
import type { AuthorizationScopeFilter } from '../request.ts';
import type { Sight } from '../sight.ts';
import type { GraphView } from '../view.ts';
import { sees } from './managedServices.ts';
import { rowOf } from './row.ts';

/**
 * AuthorizationResources: role assignments and role definitions. What Lighthouse gives is in neither, as in Azure.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export function authorizationRows(
  view: GraphView,
  sight: Sight,
  filter: AuthorizationScopeFilter,
  visibleTo: (scope: string) => boolean,
): Row[] {
  if (sight.subscriptions.size + sight.resourceGroups.size + sight.managementGroups.size === 0) return [];
  const above = scopesAbove(view, sight);
  const counts = ({ scope }: RoleAssignment): boolean => {
    const place = placeOf(view, sight, scope, above);
    return place !== 'elsewhere' && wanted[filter].includes(place) && mayRead(sight, scope, place, visibleTo);
  };
  return [
    ...view.world.roleAssignments
      .filter(counts)
      .map((assignment) => assignmentRow(assignment, tenantOf(view, assignment.scope) ?? sight.tenantId)),
    ...view.world.roleDefinitions.map((definition) => definitionRow(definition, sight.tenantId)),
  ];
}

type Place = 'at' | 'below' | 'above' | 'elsewhere';

const wanted: Readonly<Record<AuthorizationScopeFilter, readonly Place[]>> = {
  AtScopeAndBelow: ['at', 'below'],
  AtScopeAndAbove: ['at', 'above'],
  AtScopeExact: ['at'],
  AtScopeAboveAndBelow: ['at', 'above', 'below'],
};

/** Where a role assignment stands, seen from the scopes of the request. */
function placeOf(view: GraphView, { roots }: Sight, scope: string, above: ReadonlySet<string>): Place {
  const [own = '', ...ancestors] = withAncestors(view, scope);
  if (roots.has(own)) return 'at';
  if (ancestors.some((ancestor) => roots.has(ancestor))) return 'below';
  return above.has(own) ? 'above' : 'elsewhere';
}

/** Inherited assignments are read through what inherits them, so they need no right of their own. */
function mayRead(sight: Sight, scope: string, place: Place, visibleTo: (scope: string) => boolean): boolean {
  if (place === 'above') return true;
  return scope.toLowerCase().startsWith('/subscriptions/') ? sees(sight, scope) : visibleTo(scope);
}

function scopesAbove(view: GraphView, { roots }: Sight): Set<string> {
  return new Set([...roots].flatMap((root) => withAncestors(view, root).slice(1)));
}

/** A scope and everything above it up to `/`, lower-case, nearest first. */
function withAncestors(view: GraphView, scope: string): string[] {
  const lower = scope.toLowerCase();
  if (lower === '/') return ['/'];
  const [, kind, id = '', , group] = lower.split('/');
  if (kind !== 'subscriptions') return [...managementGroups(view, scope.split('/').at(-1) ?? ''), '/'];
  const subscription = `/subscriptions/${id}`;
  const holder = view.world.subscriptions.get(id)?.managementGroup ?? '';
  return [...(group === undefined ? [] : [lower]), subscription, ...managementGroups(view, holder), '/'];
}

/** The tenant a scope belongs to; the root of everything belongs to none in particular. */
function tenantOf(view: GraphView, scope: string): string | undefined {
  const [, kind, id = ''] = scope.split('/');
  if (kind === 'subscriptions') return view.world.subscriptions.get(id.toLowerCase())?.tenantId;
  return view.chainOf(scope.split('/').at(-1) ?? '')[0]?.tenantId;
}

function managementGroups(view: GraphView, name: string): string[] {
  return view
    .chainOf(name)
    .map((group) => `/providers/microsoft.management/managementgroups/${group.name.toLowerCase()}`);
}

function assignmentRow(
  { scope, name, principalId, principalType, role, condition }: RoleAssignment,
  tenantId: string,
): Row {
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

function definitionRow(
  { name, roleName, type, description, permissions, assignableScopes }: RoleDefinition,
  tenantId: string,
): Row {
  return rowOf({
    id: roleDefinitionId(name),
    name,
    type: 'microsoft.authorization/roledefinitions',
    tenantId,
    // Rows are JSON, and so is the model.
    properties: {
      roleName,
      type,
      description,
      permissions,
      assignableScopes,
      isServiceRole: 'false',
    } as unknown as Value,
  });
}

/** Resource Graph prints the tenant's form of the id, not the one below a subscription that ARM prints. */
function roleDefinitionId(guid: string): string {
  return `/providers/Microsoft.Authorization/RoleDefinitions/${guid}`;
}
