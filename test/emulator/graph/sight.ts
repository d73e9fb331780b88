import type { Caller } from '../context.ts';
import type { World } from '../model.ts';
import type { GraphRequest } from './request.ts';
import type { GraphView } from './view.ts';

/** What a caller sees within the scopes of a request. Ids and names of groups are lower-case. */
export interface Sight {
  /** Subscriptions that are seen with everything in them. */
  readonly subscriptions: ReadonlySet<string>;
  /** Resource groups seen on their own, by subscription, where the subscription is not. */
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
export function sightOf(
  view: GraphView,
  caller: Caller,
  request: GraphRequest,
  visibleTo: (scope: string) => boolean,
): Sight | undefined {
  const { world } = view;
  const asked = askedFor(view, request);
  const subscriptions = new Set<string>();
  for (const [id] of world.subscriptions) if (asked(id) && visibleTo(`/subscriptions/${id}`)) subscriptions.add(id);
  const resourceGroups = loneGroups(world, visibleTo, (id) => asked(id) && !subscriptions.has(id));
  const managementGroups = new Set(groupsAsked(view, request).filter((name) => visibleTo(groupScope(name))));
  const nothing = subscriptions.size + resourceGroups.size + managementGroups.size === 0;
  if (nothing && (request.subscriptions ?? request.managementGroups)) return undefined;
  return { subscriptions, resourceGroups, managementGroups, roots: rootsOf(world, caller, request, subscriptions) };
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

/** A group can be readable on its own only where a role is assigned on it: nothing else is worth asking about. */
function loneGroups(
  world: World,
  visibleTo: (scope: string) => boolean,
  asked: (id: string) => boolean,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { scope } of world.roleAssignments) {
    const [, , id = '', , name] = scope.toLowerCase().split('/');
    if (name === undefined || !asked(id) || !world.resourceGroups.get(id)?.has(name) || !visibleTo(scope)) continue;
    found.set(id, (found.get(id) ?? new Set()).add(name));
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
