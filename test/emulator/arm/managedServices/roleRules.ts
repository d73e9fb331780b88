import type { Authorization, RoleDefinition, World } from '../../model.ts';
import { assumedErrors } from './assumedErrors.ts';
import { definitionErrors } from './definitionErrors.ts';

export const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
export const USER_ACCESS_ADMINISTRATOR = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';

/** https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles#role-support-for-azure-lighthouse */
const RESTRICTED_ACTIONS = new Set(
  [
    'Microsoft.Authorization/*',
    'Microsoft.Authorization/*/write',
    'Microsoft.Authorization/*/delete',
    ...['roleAssignments', 'roleDefinitions', 'classicAdministrators', 'locks', 'denyAssignments'].flatMap((type) => [
      `Microsoft.Authorization/${type}/write`,
      `Microsoft.Authorization/${type}/delete`,
    ]),
  ].map((action) => action.toLowerCase()),
);

/**
 * Refuses roles that Azure Lighthouse does not hand out: Owner, roles with data actions, custom roles, roles that can change
 * access; User Access Administrator only to pass listed roles on, and never itself or Owner among these.
 * `name` is the GUID of the definition.
 */
export function requireDelegableRoles(world: World, name: string, authorizations: readonly Authorization[]): void {
  for (const { roleDefinitionId, delegatedRoleDefinitionIds: delegated = [] } of authorizations) {
    if (roleDefinitionId.toLowerCase() !== USER_ACCESS_ADMINISTRATOR) {
      requireDelegableRole(world, name, roleDefinitionId);
      continue;
    }
    if (delegated.length === 0) throw assumedErrors.delegatedRolesMissing(name, roleDefinitionId);
    for (const role of delegated) {
      if ([OWNER, USER_ACCESS_ADMINISTRATOR].includes(role.toLowerCase()))
        throw assumedErrors.delegatedRoleNotAllowed(name, role);
      roleOf(world, name, role);
    }
  }
}

/** Refuses one role, standing or eligible, that Azure Lighthouse does not hand out. */
export function requireDelegableRole(world: World, name: string, roleId: string): void {
  const { type, permissions } = roleOf(world, name, roleId);
  const data = permissions.some((entry) => entry.dataActions.length > 0 || entry.notDataActions.length > 0);
  if (data || type === 'CustomRole') throw definitionErrors.dataActions(name, roleId);
  const restricted = permissions.some((entry) =>
    entry.actions.some((action) => RESTRICTED_ACTIONS.has(action.toLowerCase())),
  );
  if (restricted || roleId.toLowerCase() === OWNER) throw definitionErrors.restrictedRole(name, roleId);
}

function roleOf(world: World, name: string, roleId: string): RoleDefinition {
  const role = world.roleDefinitions.find((each) => each.name === roleId.toLowerCase());
  if (!role) throw assumedErrors.unknownRole(name, roleId);
  return role;
}
