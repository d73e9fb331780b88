import { roleId, type RoleId } from './ids.ts';
import type { Permission } from './permissions.ts';

/*
 * The few roles that rules name. Their ids are the same in every tenant and cloud.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged
 */

export const ownerId: RoleId = roleId('8e3af657-a8ff-443c-a75c-2fe8c4bcb635');
export const contributorId: RoleId = roleId('b24988ac-6180-42a0-ab88-20f7382dd24c');
export const userAccessAdministratorId: RoleId = roleId('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9');
const accessControlAdministratorId: RoleId = roleId('f58310d9-a9f6-439a-9e8d-f62e7b41a168');
/** Managed Services Registration assignment Delete Role: whoever holds it may end the provider's own access. */
export const removesItselfId: RoleId = roleId('91c1777a-f3dc-4fae-b103-61d183457e46');

/** What these roles hold, as far as delegating is concerned: enough to tell whether activating one would help. */
export const knownPermissions: ReadonlyMap<RoleId, readonly Permission[]> = new Map([
  [ownerId, [{ actions: ['*'], notActions: [] }]],
  [
    contributorId,
    [
      {
        actions: ['*'],
        notActions: [
          'Microsoft.Authorization/*/Delete',
          'Microsoft.Authorization/*/Write',
          'Microsoft.Authorization/elevateAccess/Action',
          'Microsoft.Blueprint/blueprintAssignments/write',
          'Microsoft.Blueprint/blueprintAssignments/delete',
        ],
      },
    ],
  ],
  [
    userAccessAdministratorId,
    [{ actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'], notActions: [] }],
  ],
  [
    accessControlAdministratorId,
    [
      {
        actions: [
          'Microsoft.Authorization/roleAssignments/write',
          'Microsoft.Authorization/roleAssignments/delete',
          '*/read',
        ],
        notActions: [],
      },
    ],
  ],
]);
