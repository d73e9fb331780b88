import type { Caller } from '../../context.ts';
import type { RegistrationDefinition, World } from '../../model.ts';
import { sameId } from '../ids.ts';
import { definitionOf, isInForce } from '../managedServices/references.ts';

/** A role at a scope of another tenant, held through a delegation. */
interface Projection {
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
  const ours = (definition: RegistrationDefinition): boolean =>
    sameId(definition.properties.managedByTenantId, caller.tenantId);
  if (![...world.definitions.values()].some(ours)) return [];
  return [...world.assignments.values()].flatMap((assignment) => {
    const definition = definitionOf(world, assignment);
    if (!definition || !ours(definition) || !isInForce(assignment, now)) return [];
    return definition.properties.authorizations
      .filter((entry) => principalIds.has(entry.principalId.toLowerCase()) && !entry.delegatedRoleDefinitionIds?.length)
      .map((entry) => ({ scope: assignment.scope, role: entry.roleDefinitionId.toLowerCase() }));
  });
}
