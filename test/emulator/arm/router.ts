import type { Route } from './request.ts';
import { managementGroupScope, resourceGroupScope, subscriptionScope, tenantScope, type Scope } from './scopes.ts';

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

const scopeTemplates: Readonly<Record<Scope['kind'], string>> = {
  tenant: '',
  managementGroup: '/providers/Microsoft.Management/managementGroups/{managementGroup}',
  subscription: '/subscriptions/{subscriptionId}',
  resourceGroup: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
};

/** The same route at several kinds of scope: `{scope}{suffix}` for each. */
export function atScopes(kinds: readonly Scope['kind'][], suffix: string, route: Omit<Route, 'template'>): Route[] {
  return kinds.map((kind) => ({ ...route, template: scopeTemplates[kind] + suffix }));
}

/** The decoded segments of a path. Doubled slashes count as one, as in Azure: some SDKs send `//subscriptions/...`. */
export function segmentsOf(pathname: string): string[] {
  return pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });
}

/** The first route of the table that fits, with its placeholders filled in. */
export function findRoute(routes: readonly Route[], method: string, pathname: string): Match | undefined {
  const segments = segmentsOf(pathname);
  for (const route of routes) {
    if (route.method !== method) continue;
    const parameters = fit(segmentsOf(route.template), segments);
    if (parameters) return { route, parameters };
  }
  return undefined;
}

/** The scope a route's placeholders speak of. */
export function scopeOfParameters(parameters: Readonly<Record<string, string>>): Scope {
  const { subscriptionId, resourceGroup, managementGroup } = parameters;
  if (subscriptionId !== undefined && resourceGroup !== undefined)
    return resourceGroupScope(subscriptionId, resourceGroup);
  if (subscriptionId !== undefined) return subscriptionScope(subscriptionId);
  return managementGroup === undefined ? tenantScope : managementGroupScope(managementGroup);
}

function fit(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return parameters;
}
