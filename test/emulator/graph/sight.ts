import type { Caller } from '../context.ts';
import type { ResourceGroup, World } from '../model.ts';
import type { Asker } from './asker.ts';
import type { GraphRequest } from './request.ts';
import type { GraphView } from './view.ts';

/** What a caller sees within the scopes of a request. Ids and names of groups are lower-case. */
export interface Sight {
  /** The tenant the caller signed in to. */
  readonly tenantId: string;
  /** Subscriptions that are seen themselves. */
  readonly subscriptions: ReadonlySet<string>;
  /** Subscriptions of which everything inside is seen. */
  readonly whole: ReadonlySet<string>;
  /** Resource groups seen on their own, by subscription, where not everything inside it is. */
  readonly resourceGroups: ReadonlyMap<string, ReadonlySet<string>>;
  /** Management groups, by name as stored. None where the request names subscriptions. */
  readonly managementGroups: ReadonlySet<string>;
  /** Scopes the request stands on, lower-case; for a whole tenant its root group and the subscriptions of other tenants. */
  readonly roots: ReadonlySet<string>;
}

/**
 * Works out what a caller sees, or `undefined` when the request names scopes and none of them may be read: Azure answers
 * 403 then, and an empty result when nothing was named.
 * https://learn.microsoft.com/azure/governance/resource-graph/overview#permissions-in-azure-resource-graph
 */
export function sightOf(view: GraphView, { caller, visibleTo }: Asker, request: GraphRequest): Sight | undefined {
  const { world } = view;
  const asked = askedFor(view, request);
  const ids = [...world.subscriptions.keys()].filter(asked);
  const subscriptions = new Set(ids.filter((id) => visibleTo(`/subscriptions/${id}`)));
  const lone = groupsWithRoles(world);
  const whole = new Set([...subscriptions].filter((id) => reachesGroups(world, id, lone, visibleTo)));
  const resourceGroups = loneGroups(lone, (scope, id) => asked(id) && !whole.has(id) && visibleTo(scope));
  const managementGroups = new Set(groupsAsked(view, request).filter((name) => visibleTo(groupScope(name))));
  const nothing = subscriptions.size + resourceGroups.size + managementGroups.size === 0;
  if (nothing && (request.subscriptions ?? request.managementGroups)) return undefined;
  const roots = rootsOf(world, caller, request, subscriptions);
  return { tenantId: caller.tenantId, subscriptions, whole, resourceGroups, managementGroups, roots };
}

function askedFor(view: GraphView, { subscriptions, managementGroups }: GraphRequest): (id: string) => boolean {
  if (subscriptions) {
    const ids = new Set(subscriptions);
    return (id) => ids.has(id);
  }
  if (!managementGroups) return () => true;
  const below = new Set(groupsBelow(view, managementGroups));
  return (id) => below.has(view.world.subscriptions.get(id)?.managementGroup ?? '');
}

function groupsAsked(view: GraphView, { subscriptions, managementGroups }: GraphRequest): readonly string[] {
  if (subscriptions) return [];
  return managementGroups ? groupsBelow(view, managementGroups) : view.world.managementGroups.map(({ name }) => name);
}

function groupsBelow(view: GraphView, names: readonly string[]): readonly string[] {
  const asked = new Set(names.map((name) => name.toLowerCase()));
  const isBelow = (name: string): boolean => view.chainOf(name).some((group) => asked.has(group.name.toLowerCase()));
  return view.world.managementGroups.map(({ name }) => name).filter(isBelow);
}

/**
 * Whether the right to see a subscription reaches its groups: told by one that nobody has a role on. Some who see a
 * subscription do so because of a single group in it.
 */
function reachesGroups(
  world: World,
  id: string,
  lone: ReadonlyMap<string, ReadonlySet<string>>,
  visibleTo: (scope: string) => boolean,
): boolean {
  const groups = world.resourceGroups.get(id) ?? new Map<string, ResourceGroup>();
  for (const [key, { name }] of groups) {
    if (!lone.get(id)?.has(key)) return visibleTo(`/subscriptions/${id}/resourceGroups/${name}`);
  }
  // Every group has a role on it: one that is not there tells what reaches down from above.
  return groups.size === 0 || visibleTo(`/subscriptions/${id}/resourceGroups/-`);
}

/** A group can be readable on its own only where a role is assigned on it: nothing else is worth asking about. */
function groupsWithRoles(world: World): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { scope } of world.roleAssignments) {
    const [, , id = '', , name] = scope.toLowerCase().split('/');
    if (name !== undefined && world.resourceGroups.get(id)?.has(name))
      found.set(id, (found.get(id) ?? new Set()).add(name));
  }
  return found;
}

function loneGroups(
  candidates: ReadonlyMap<string, ReadonlySet<string>>,
  seen: (scope: string, id: string) => boolean,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [id, names] of candidates) {
    const visible = [...names].filter((name) => seen(`/subscriptions/${id}/resourceGroups/${name}`, id));
    if (visible.length > 0) found.set(id, new Set(visible));
  }
  return found;
}

function rootsOf(
  world: World,
  caller: Caller,
  { subscriptions, managementGroups }: GraphRequest,
  seen: ReadonlySet<string>,
): Set<string> {
  if (subscriptions) return new Set(subscriptions.map((id) => `/subscriptions/${id}`));
  if (managementGroups) return new Set(managementGroups.map((name) => groupScope(name).toLowerCase()));
  const foreign = [...seen].filter((id) => world.subscriptions.get(id)?.tenantId !== caller.tenantId);
  return new Set([groupScope(caller.tenantId).toLowerCase(), ...foreign.map((id) => `/subscriptions/${id}`)]);
}

function groupScope(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}
