import type { ManagementGroup, ResourceGroup, Subscription } from '../../model.ts';
import type { Row, Value } from '../kusto/values.ts';
import type { Sight } from '../sight.ts';
import type { GraphView } from '../view.ts';
import { copyKey } from './managedServices.ts';
import { rowOf } from './row.ts';

const types = {
  subscription: 'microsoft.resources/subscriptions',
  resourceGroup: 'microsoft.resources/subscriptions/resourcegroups',
  managementGroup: 'microsoft.management/managementgroups',
} as const;

/** ResourceContainers: subscriptions, resource groups and management groups. Only types in `hint` are made, if there is one. */
export function containerRows(view: GraphView, sight: Sight, hint?: ReadonlySet<string>): Row[] {
  const asked = (type: string): boolean => hint?.has(type) ?? true;
  return [
    ...(asked(types.subscription) ? subscriptionRows(view, sight) : []),
    ...(asked(types.resourceGroup) ? resourceGroupRows(view, sight) : []),
    ...(asked(types.managementGroup) ? managementGroupRows(view, sight) : []),
  ];
}

function subscriptionRows(view: GraphView, sight: Sight): Row[] {
  const managing = managingTenants(view);
  const seen = [...view.world.subscriptions].filter(([id]) => sight.subscriptions.has(id));
  return seen.map(([id, subscription]) => subscriptionRow(view, subscription, managing.get(id) ?? []));
}

function resourceGroupRows(view: GraphView, sight: Sight): Row[] {
  return [...view.world.subscriptions].flatMap(([id, subscription]) => {
    const lone = sight.resourceGroups.get(id);
    if (sight.whole.has(id)) return groupRows(view, subscription);
    return lone ? groupRows(view, subscription).filter((row) => lone.has(String(row['resourceGroup']))) : [];
  });
}

function managementGroupRows(view: GraphView, sight: Sight): Row[] {
  const seen = view.world.managementGroups.filter(({ name }) => sight.managementGroups.has(name));
  return seen.map((group) => managementGroupRow(view, group));
}

function subscriptionRow(view: GraphView, subscription: Subscription, managing: readonly string[]): Row {
  const { subscriptionId, managementGroup, quotaId, state, tags, tenantId } = subscription;
  return rowOf({
    id: `/subscriptions/${subscriptionId}`,
    name: subscription.displayName,
    type: types.subscription,
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
    type: types.resourceGroup,
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
  return rowOf({
    id: id(name),
    name,
    type: types.managementGroup,
    tenantId,
    properties: { details, displayName, tenantId },
  });
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
