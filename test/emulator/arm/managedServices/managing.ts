import type { World } from '../../model.ts';
import { definitionOf, isInForce } from './references.ts';

/**
 * The tenants that manage each subscription through a delegation in force of it or of one of its resource groups, by
 * lower-case subscription id. Worked out once for a whole list of subscriptions.
 * https://learn.microsoft.com/azure/lighthouse/concepts/architecture
 */
export function managingTenants(world: World, now: number): ReadonlyMap<string, ReadonlySet<string>> {
  const tenants = new Map<string, Set<string>>();
  for (const assignment of world.assignments.values()) {
    const definition = isInForce(assignment, now) ? definitionOf(world, assignment) : undefined;
    const subscriptionId = assignment.scope.split('/')[2]?.toLowerCase();
    if (!definition || subscriptionId === undefined) continue;
    const managing = tenants.get(subscriptionId) ?? new Set<string>();
    tenants.set(subscriptionId, managing.add(definition.properties.managedByTenantId.toLowerCase()));
  }
  return tenants;
}
