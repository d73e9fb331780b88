import type { Caller } from '../../context.ts';
import type { World } from '../../model.ts';
import { definitionOf } from '../managedServices/references.ts';
import { provisioningStateAt } from '../managedServices/provisioning.ts';

/** A role at a scope of another tenant, held through a delegation. */
export interface Projection {
  readonly scope: string;
  readonly role: string;
}

/**
 * What a caller holds in other tenants because these delegated scopes to the caller's tenant.
 *
 * Only standing authorizations count: eligible ones need an activation. User Access Administrator is left out, since it
 * only serves to give the listed roles to managed identities.
 * https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles
 */
export function projectionsFor(
  world: World,
  caller: Caller,
  principalIds: ReadonlySet<string>,
  now: number,
): readonly Projection[] {
  const manages = [...world.definitions.values()].some((row) =>
    sameId(row.properties.managedByTenantId, caller.tenantId),
  );
  if (!manages) return [];
  return [...world.assignments.values()].flatMap((assignment) => {
    const definition = definitionOf(world, assignment);
    const live = provisioningStateAt(assignment.provisioning, now) === 'Succeeded';
    if (!live || !definition || !sameId(definition.properties.managedByTenantId, caller.tenantId)) return [];
    return definition.properties.authorizations
      .filter((entry) => principalIds.has(entry.principalId.toLowerCase()) && !entry.delegatedRoleDefinitionIds?.length)
      .map((entry) => ({ scope: assignment.scope, role: entry.roleDefinitionId.toLowerCase() }));
  });
}

function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
