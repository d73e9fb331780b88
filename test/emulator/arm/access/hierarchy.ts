import type { ManagementGroup, World } from '../../model.ts';
import { managementGroupScope } from '../scopes.ts';

/** Groups by lower-case name. Made once per world: nothing in the emulator adds, moves or renames a group. */
const groupsByWorld = new WeakMap<World, ReadonlyMap<string, ManagementGroup>>();

/** The management group of that name (names are case-insensitive), if the world holds it. */
export function managementGroupNamed(world: World, name: string): ManagementGroup | undefined {
  let groups = groupsByWorld.get(world);
  if (!groups) {
    groups = new Map(world.managementGroups.map((group) => [group.name.toLowerCase(), group]));
    groupsByWorld.set(world, groups);
  }
  return groups.get(name.toLowerCase());
}

/** A management group and those above it, nearest first. */
export function managementGroupLineage(world: World, name: string | undefined): readonly ManagementGroup[] {
  const group = name === undefined ? undefined : managementGroupNamed(world, name);
  return group ? [group, ...managementGroupLineage(world, group.parent)] : [];
}

/**
 * A scope and everything above it, lower-case, nearest first, ending with the root `/`: what role and policy assignments
 * are inherited along. A resource is under its group. https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function lineageOf(world: World, scopeId: string): readonly string[] {
  const parts = scopeId
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (parts.length === 0) return ['/'];
  const [, subscriptionId = '', , group] = parts;
  const inside = parts[0] === 'subscriptions';
  const nearest = inside ? world.subscriptions.get(subscriptionId)?.managementGroup : group;
  const above = managementGroupLineage(world, nearest).map(({ name }) => managementGroupScope(name).id.toLowerCase());
  if (!inside) return [...above, '/'];
  return [
    ...(parts.length > 4 ? [`/${parts.join('/')}`] : []),
    ...(group === undefined ? [] : [`/subscriptions/${subscriptionId}/resourcegroups/${group}`]),
    `/subscriptions/${subscriptionId}`,
    ...above,
    '/',
  ];
}

/** The tenant that owns a scope; `undefined` for the root (every tenant has its own) and for what does not exist. */
export function tenantOf(world: World, scopeId: string): string | undefined {
  const parts = scopeId
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (parts[0] === 'subscriptions') return world.subscriptions.get(parts[1] ?? '')?.tenantId;
  return parts[3] === undefined ? undefined : managementGroupNamed(world, parts[3])?.tenantId;
}
