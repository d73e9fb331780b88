import type { HeldRole } from '../estate.ts';
import { allows } from '../permissions.ts';
import type { ManagementGroup, Subscription } from '../scope.ts';
import { knownPermissions } from '../wellKnownRoles.ts';

/** A management group as part of an address. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const groupName = /^[-\w.()]{1,90}$/;

/**
 * The management group nearest to all of these subscriptions, which a deployment there may write into. `undefined` where
 * there is only one subscription (it is its own place), where a path cannot be read, or where they have no group in common.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-management-group
 */
export function commonGroup(
  subscriptions: readonly Pick<Subscription, 'subscriptionId' | 'managementGroups'>[],
): ManagementGroup | undefined {
  const [first, ...others] = subscriptions.map(({ managementGroups }) => managementGroups ?? []);
  if (!first || new Set(subscriptions.map(({ subscriptionId }) => subscriptionId)).size < 2) return undefined;
  const nearest = first.findLast(({ name }, depth) => others.every((path) => path[depth]?.name === name));
  return nearest && groupName.test(nearest.name) ? nearest : undefined;
}

/** Whether somebody with these roles, held there or above, may deploy there. Of a role that nobody here knows it is not known. */
export function mayDeploy(held: readonly HeldRole[]): boolean {
  const permissions = held.flatMap(({ roleId }) => knownPermissions.get(roleId) ?? []);
  return allows(permissions, 'Microsoft.Resources/deployments/write');
}
