import type { RoleDefinition } from './estate.ts';
import type { RoleId } from './ids.ts';
import type { Authorization } from './offer.ts';
import { allows } from './permissions.ts';
import { roleFromTable, type KnownRefusal } from './roleTable.ts';
import { ownerId, userAccessAdministratorId } from './wellKnownRoles.ts';

/** Azure's definitions of the roles that an offer names, as far as they could be read. */
export type RoleDefinitions = ReadonlyMap<RoleId, RoleDefinition>;

/** Why Azure may refuse an authorization. All of these are for the provider to mend. */
export type RefusalReason =
  | KnownRefusal
  | 'customRole'
  /** User Access Administrator may not be just-in-time. */
  | 'notEligible'
  /** User Access Administrator names no roles to pass on. */
  | 'delegatedRolesMissing'
  /** Owner or User Access Administrator among the roles to pass on. */
  | 'delegatedRoleNotAllowed';

/** Whether Azure is expected to take an authorization. Never a block: what Azure answers is the truth. */
export type Acceptance =
  | { readonly state: 'expected' }
  | { readonly state: 'mayBeRefused'; readonly reasons: readonly RefusalReason[] }
  /** The role is unknown, so nothing can be said. */
  | { readonly state: 'unknown' };

/** Actions that keep a role out of offers when its definition spells them out. */
const restricted: readonly string[] = [
  'microsoft.authorization/*',
  'microsoft.authorization/*/write',
  'microsoft.authorization/*/delete',
  ...['roleassignments', 'roledefinitions', 'classicadministrators', 'locks', 'denyassignments'].flatMap((type) => [
    `microsoft.authorization/${type}/write`,
    `microsoft.authorization/${type}/delete`,
  ]),
];

function spellsOutRestricted(role: RoleDefinition): boolean {
  return role.permissions.some((entry) =>
    entry.actions.some(
      (action) =>
        restricted.includes(action.trim().toLowerCase()) &&
        (action.includes('*') || allows(role.permissions, action.trim())),
    ),
  );
}

function refusalsOfRole(id: RoleId, role: RoleDefinition | undefined): RefusalReason[] | 'unknown' {
  if (id === ownerId) return ['owner'];
  if (id === userAccessAdministratorId) return [];
  if (role === undefined) {
    const known = roleFromTable(id);
    if (known === undefined) return 'unknown';
    return known.refusal === undefined ? [] : [known.refusal];
  }
  return [
    ...(role.builtIn ? [] : ['customRole' as const]),
    ...(role.dataActions.length > 0 ? ['dataActions' as const] : []),
    ...(spellsOutRestricted(role) ? ['restrictedActions' as const] : []),
  ];
}

/**
 * Whether Azure is expected to take this authorization in an offer.
 * https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles#role-support-for-azure-lighthouse
 */
export function acceptanceOf(authorization: Authorization, roles: RoleDefinitions): Acceptance {
  const { roleId, kind, delegatedRoleIds } = authorization;
  const ofRole = refusalsOfRole(roleId, roles.get(roleId));
  if (ofRole === 'unknown') return { state: 'unknown' };
  const passesOn = roleId === userAccessAdministratorId;
  const reasons: readonly RefusalReason[] = [
    ...ofRole,
    ...(passesOn && kind === 'eligible' ? ['notEligible' as const] : []),
    ...(passesOn && delegatedRoleIds.length === 0 ? ['delegatedRolesMissing' as const] : []),
    ...(delegatedRoleIds.some((id) => id === ownerId || id === userAccessAdministratorId)
      ? ['delegatedRoleNotAllowed' as const]
      : []),
  ];
  return reasons.length === 0 ? { state: 'expected' } : { state: 'mayBeRefused', reasons };
}
