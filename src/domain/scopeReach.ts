import { idKey } from './ids.ts';
import type { Scope, Subscription } from './scope.ts';

const managementGroupPattern = /^\/providers\/microsoft\.management\/managementgroups\/([^/]+)$/;

/**
 * Whether something assigned at one scope (`/`, a management group, a subscription, a resource group) reaches another:
 * assignments are inherited downwards. `unknown` where the management groups above the subscription cannot be read; the
 * root group, whose name is the tenant's id, is above everything.
 * https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function reaches(assignedAt: string, scope: Scope, subscription: Subscription): boolean | 'unknown' {
  const above = idKey(assignedAt);
  if (above === '/') return true;
  const group = managementGroupPattern.exec(above)?.[1];
  if (group === undefined) {
    const below = idKey(scope.id);
    return below === above || below.startsWith(`${above}/`);
  }
  if (group === subscription.tenantId) return true;
  if (subscription.managementGroups === undefined) return 'unknown';
  return subscription.managementGroups.some(({ name }) => name.toLowerCase() === group);
}
