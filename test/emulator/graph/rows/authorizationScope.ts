import type { AuthorizationScopeFilter } from '../request.ts';
import type { Sight } from '../sight.ts';
import type { GraphView } from '../view.ts';
import { sees } from './managedServices.ts';

type Place = 'at' | 'below' | 'above' | 'elsewhere';

const wanted: Readonly<Record<AuthorizationScopeFilter, readonly Place[]>> = {
  AtScopeAndBelow: ['at', 'below'],
  AtScopeAndAbove: ['at', 'above'],
  AtScopeExact: ['at'],
  AtScopeAboveAndBelow: ['at', 'above', 'below'],
};

/**
 * Which role assignments a request is answered with, by their scope. Those above the scopes of the request are read through
 * what inherits them, so they need no right of their own.
 * https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources#authorizationscopefilter
 */
export function scopesThatCount(
  view: GraphView,
  sight: Sight,
  filter: AuthorizationScopeFilter,
  visibleTo: (scope: string) => boolean,
): (scope: string) => boolean {
  const above = new Set([...sight.roots].flatMap((root) => withAncestors(view, root).slice(1)));
  return (scope) => {
    const place = placeOf(view, sight, scope, above);
    if (place === 'elsewhere' || !wanted[filter].includes(place)) return false;
    if (place === 'above') return true;
    return scope.toLowerCase().startsWith('/subscriptions/') ? sees(sight, scope) : visibleTo(scope);
  };
}

/** Where a scope stands, seen from the scopes of the request. */
function placeOf(view: GraphView, { roots }: Sight, scope: string, above: ReadonlySet<string>): Place {
  const [own = '', ...ancestors] = withAncestors(view, scope);
  if (roots.has(own)) return 'at';
  if (ancestors.some((ancestor) => roots.has(ancestor))) return 'below';
  return above.has(own) ? 'above' : 'elsewhere';
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

function managementGroups(view: GraphView, name: string): string[] {
  const chain = view.chainOf(name);
  return chain.map((group) => `/providers/microsoft.management/managementgroups/${group.name.toLowerCase()}`);
}
