/** A place in the resource hierarchy that a request speaks about. Ids as Azure prints them. */
export type Scope =
  | { readonly kind: 'tenant'; readonly id: '/' }
  | { readonly kind: 'managementGroup'; readonly id: string; readonly name: string }
  | { readonly kind: 'subscription'; readonly id: string; readonly subscriptionId: string }
  | { readonly kind: 'resourceGroup'; readonly id: string; readonly subscriptionId: string; readonly name: string };

export const tenantScope: Scope = { kind: 'tenant', id: '/' };

/** The scope of a management group, by its name. */
export function managementGroupScope(name: string): Scope {
  return { kind: 'managementGroup', id: `/providers/Microsoft.Management/managementGroups/${name}`, name };
}

/** The scope of a subscription; its id is printed in lower case. */
export function subscriptionScope(subscriptionId: string): Scope {
  const lower = subscriptionId.toLowerCase();
  return { kind: 'subscription', id: `/subscriptions/${lower}`, subscriptionId: lower };
}

/** The scope of a resource group; its name keeps the case it was given in. */
export function resourceGroupScope(subscriptionId: string, name: string): Scope {
  const lower = subscriptionId.toLowerCase();
  return { kind: 'resourceGroup', id: `/subscriptions/${lower}/resourceGroups/${name}`, subscriptionId: lower, name };
}

/**
 * Reads the id of a scope, in any case and with or without the leading slash.
 * `undefined` for a resource or anything else that is not one of the four kinds.
 */
export function parseScope(id: string): Scope | undefined {
  const [first, second, third, fourth, ...rest] = id.split('/').filter((part) => part !== '');
  if (first === undefined) return tenantScope;
  const kind = first.toLowerCase();
  if (rest.length > 0 || second === undefined) return undefined;
  if (kind === 'subscriptions' && third === undefined) return subscriptionScope(second);
  if (fourth === undefined) return undefined;
  if (kind === 'subscriptions' && third?.toLowerCase() === 'resourcegroups') return resourceGroupScope(second, fourth);
  if (kind === 'providers' && third?.toLowerCase() === 'managementgroups') return managementGroupScope(fourth);
  return undefined;
}

/** The id of an extension resource: `{scope}/providers/{type}/{name}`. */
export function extensionId(scopeId: string, type: string, name: string): string {
  return `${scopeId === '/' ? '' : scopeId}/providers/${type}/${name}`;
}
