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
 * The scope right above another one, both lower-case: a resource is in its group or subscription, a group in its
 * subscription, a subscription and a management group in a management group, and what has none in the root `/`.
 * https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function parentOf(world: World, scopeId: string): string | undefined {
  if (scopeId === '/') return undefined;
  const [, first, second = '', third, fourth = '', ...rest] = scopeId.split('/');
  if (first !== 'subscriptions') return groupOrRoot(world, managementGroupNamed(world, fourth)?.parent);
  if (third === undefined) return groupOrRoot(world, world.subscriptions.get(second)?.managementGroup);
  const inGroup = third === 'resourcegroups' && rest.length > 0;
  return `/subscriptions/${second}${inGroup ? `/resourcegroups/${fourth}` : ''}`;
}

function groupOrRoot(world: World, name: string | undefined): string {
  const group = name === undefined ? undefined : managementGroupNamed(world, name);
  return group ? managementGroupScope(group.name).id.toLowerCase() : '/';
}

/** A scope and everything above it, lower-case, nearest first, ending with the root: what assignments are inherited along. */
export function lineageOf(world: World, scopeId: string): readonly string[] {
  const id = scopeId.toLowerCase();
  const parent = parentOf(world, id);
  return parent === undefined ? [id] : [id, ...lineageOf(world, parent)];
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
