import type { ManagementGroup, ResourceGroup, Subscription } from '../../model.ts';
import type { Row, Value } from '../kusto/values.ts';
import type { Sight } from '../sight.ts';
import type { GraphView } from '../view.ts';
import { copyKey } from './managedServices.ts';
import { rowOf } from './row.ts';

/** ResourceContainers: subscriptions, resource groups and management groups. */
export function containerRows(view: GraphView, sight: Sight): Row[] {
  const rows: Row[] = [];
  const managing = managingTenants(view);
  for (const [id, subscription] of view.world.subscriptions) {
    const lone = sight.resourceGroups.get(id);
    const whole = sight.subscriptions.has(id);
    if (!whole && !lone) continue;
    if (whole) rows.push(subscriptionRow(view, subscription, managing.get(id) ?? []));
    for (const row of groupRows(view, subscription)) {
      if (whole || lone?.has(String(row['resourceGroup']))) rows.push(row);
    }
  }
  const groups = view.world.managementGroups.filter(({ name }) => sight.managementGroups.has(name));
  return [...rows, ...groups.map((group) => managementGroupRow(view, group))];
}

function subscriptionRow(view: GraphView, subscription: Subscription, managing: readonly string[]): Row {
  const { subscriptionId, managementGroup, quotaId, state, tags, tenantId } = subscription;
  return rowOf({
    id: `/subscriptions/${subscriptionId}`,
    name: subscription.displayName,
    type: 'microsoft.resources/subscriptions',
    tenantId,
    subscriptionId,
    tags,
    properties: {
      managedByTenants: managing.map((id) => ({ tenantId: id })),
      managementGroupAncestorsChain: named(view.chainOf(managementGroup)),
      state,
      subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId, spendingLimit: 'Off' },
    },
  });
}

/** Rows of the resource groups of a subscription, kept as long as its groups are the same ones in number. */
const kept = new WeakMap<ReadonlyMap<string, ResourceGroup>, readonly Row[]>();

function groupRows(view: GraphView, { subscriptionId, tenantId }: Subscription): readonly Row[] {
  const groups = view.world.resourceGroups.get(subscriptionId) ?? new Map<string, ResourceGroup>();
  const known = kept.get(groups);
  if (known?.length === groups.size) return known;
  const rows = [...groups.values()].map((group) => groupRow(group, tenantId));
  kept.set(groups, rows);
  return rows;
}

function groupRow({ subscriptionId, name, location, tags, managedBy }: ResourceGroup, tenantId: string): Row {
  return rowOf({
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'microsoft.resources/subscriptions/resourcegroups',
    tenantId,
    subscriptionId,
    resourceGroup: name.toLowerCase(),
    location,
    tags,
    ...(managedBy !== undefined && { managedBy }),
    properties: { provisioningState: 'Succeeded' },
  });
}

function managementGroupRow(view: GraphView, { name, displayName, tenantId }: ManagementGroup): Row {
  const [, ...above] = view.chainOf(name);
  const id = (group: string): string => `/providers/Microsoft.Management/managementGroups/${group}`;
  const parent = above[0] ? { displayName: above[0].displayName, id: id(above[0].name), name: above[0].name } : null;
  const details = {
    managementGroupAncestors: above.map((group) => group.name),
    managementGroupAncestorsChain: named(above),
    parent,
  };
  const type = 'microsoft.management/managementgroups';
  return rowOf({ id: id(name), name, type, tenantId, properties: { details, displayName, tenantId } });
}

/** Nearest first, as Resource Graph prints ancestors. */
function named(groups: readonly ManagementGroup[]): Value {
  return groups.map(({ name, displayName }) => ({ displayName, name }));
}

/**
 * Tenants that manage a subscription: those it is delegated to, as a whole or in part, and those listed for other reasons.
 * https://learn.microsoft.com/azure/lighthouse/concepts/cross-tenant-management-experience
 */
function managingTenants(view: GraphView): Map<string, string[]> {
  const tenants = new Map<string, string[]>();
  const add = (subscriptionId: string, tenantId: string): void => {
    const listed = tenants.get(subscriptionId) ?? [];
    if (!listed.includes(tenantId)) tenants.set(subscriptionId, [...listed, tenantId]);
  };
  const providers = new Map(view.definitions.map((copy) => [copyKey(copy), copy.properties.managedByTenantId]));
  for (const { scope, registrationDefinitionId } of view.assignments) {
    const provider = providers.get(copyKey(registrationDefinitionId));
    if (provider !== undefined) add(scope.toLowerCase().split('/')[2] ?? '', provider);
  }
  for (const [id, { otherManagingTenants }] of view.world.subscriptions) {
    for (const tenantId of otherManagingTenants ?? []) add(id, tenantId);
  }
  return tenants;
}
