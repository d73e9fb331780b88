import type { HeldRole } from './estate.ts';
import type { RoleDefinitions } from './lighthouseRules.ts';
import { allows, missingActions, type Permission } from './permissions.ts';
import type { Subscription } from './scope.ts';
import { reaches } from './scopeReach.ts';
import { knownPermissions } from './wellKnownRoles.ts';

const writesRoleAssignments = 'Microsoft.Authorization/roleAssignments/write';

/** What a role holds, as far as anybody here knows; nothing for an unknown one. */
function permissionsOf(role: HeldRole, definitions: RoleDefinitions | undefined): readonly Permission[] {
  return definitions?.get(role.roleId)?.permissions ?? knownPermissions.get(role.roleId) ?? [];
}

/**
 * The roles that the person could activate to hold every needed action at this subscription: each that is enough alone,
 * else all that help, where together they are enough. Empty where nothing helps, or nothing is missing.
 * https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-resource-roles-activate-your-roles
 */
export function rolesToActivate(
  eligible: readonly HeldRole[],
  held: readonly Permission[],
  needed: readonly string[],
  subscription: Subscription,
  definitions?: RoleDefinitions,
): readonly HeldRole[] {
  const missing = missingActions(held, needed);
  const helpful = eligible
    .filter((role) => reaches(role.scope, subscription, subscription) !== false)
    .map((role) => ({ role, permissions: permissionsOf(role, definitions) }))
    .filter(({ permissions }) => missingActions(permissions, missing).length < missing.length);
  const enough = helpful.filter(({ permissions }) => missingActions([...held, ...permissions], needed).length === 0);
  if (enough.length > 0) return enough.map(({ role }) => role);
  const together = missingActions([...held, ...helpful.flatMap(({ permissions }) => permissions)], needed);
  return together.length === 0 ? helpful.map(({ role }) => role) : [];
}

/**
 * The roles with a condition on which the right to give access rests; empty where another role gives it without one.
 * Azure's permissions answer does not say what a condition forbids.
 * https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview
 */
export function conditionedRoles(held: readonly HeldRole[], definitions?: RoleDefinitions): readonly HeldRole[] {
  const free = held.some(
    (role) => role.condition === undefined && allows(permissionsOf(role, definitions), writesRoleAssignments),
  );
  return free ? [] : held.filter((role) => role.condition !== undefined);
}
