import { groupByPrincipal, namesOf } from './authorizations.ts';
import { levelOfCode, strongest, type AccessLevel, type Finding } from './findings.ts';
import type { PrincipalId } from './ids.ts';
import { acceptanceOf, type Acceptance, type RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization } from './offer.ts';
import { assessRole, type RoleAssessment } from './roles.ts';
import { removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

/** What one authorization gives away. */
export interface Access {
  readonly authorization: Authorization;
  readonly role: RoleAssessment;
  readonly level: AccessLevel;
  /** At least one, strongest first. */
  readonly findings: readonly Finding[];
  /** With User Access Administrator: the roles that it may pass on to managed identities, strongest first. */
  readonly delegated: readonly RoleAssessment[];
  readonly acceptance: Acceptance;
}

/** Everything that one principal of the managing tenant gets: standing and just-in-time belong together. */
export interface PrincipalAccess {
  readonly principalId: PrincipalId;
  /** As written by the provider; more than one where it is written differently from place to place. */
  readonly names: readonly string[];
  readonly level: AccessLevel;
  /** Strongest first. */
  readonly access: readonly Access[];
}

/** Everything that an offer gives away. */
export interface OfferAccess {
  readonly level: AccessLevel;
  /** The strongest access that holds all the time; absent where there is none. */
  readonly standing?: AccessLevel;
  /** The strongest access that must be activated first; absent where there is none. */
  readonly justInTime?: AccessLevel;
  /** Strongest first. */
  readonly principals: readonly PrincipalAccess[];
  /** Whether the provider can end its own access. Where it cannot, only the customer can. */
  readonly canRemoveItself: boolean;
  /** Authorizations because of which Azure may refuse the offer. */
  readonly mayBeRefused: readonly Access[];
}

/** A list sorted by level, strongest first; what is equally strong keeps its order. */
function strongestFirst<T extends { readonly level: AccessLevel }>(several: readonly T[]): T[] {
  return several.toSorted((one, other) => other.level - one.level);
}

/**
 * What one authorization gives away. User Access Administrator is limited to passing on the roles it names, so it counts
 * as the strongest of these, but never as less than level 4.
 * https://learn.microsoft.com/azure/lighthouse/how-to/deploy-policy-remediation
 */
export function accessOf(authorization: Authorization, roles: RoleDefinitions): Access {
  const { roleId, delegatedRoleIds } = authorization;
  const role = assessRole(roleId, roles.get(roleId));
  const acceptance = acceptanceOf(authorization, roles);
  const passesOn = roleId === userAccessAdministratorId;
  if (!passesOn && delegatedRoleIds.length === 0) {
    return { authorization, role, level: role.level, findings: role.findings, delegated: [], acceptance };
  }
  const delegated = strongestFirst(delegatedRoleIds.toSorted().map((id) => assessRole(id, roles.get(id))));
  const handsOut: Finding = { code: 'handsOutRoles', roleIds: delegated.map((one) => one.roleId) };
  return {
    authorization,
    role,
    level: strongest([4, passesOn ? 4 : role.level, ...delegated.map((one) => one.level)]),
    findings: passesOn ? [handsOut] : [handsOut, ...role.findings],
    delegated,
    acceptance,
  };
}

function strongestOf(access: readonly Access[], kind: Authorization['kind']): AccessLevel | undefined {
  const levels = access.filter((one) => one.authorization.kind === kind).map((one) => one.level);
  return levels.length === 0 ? undefined : strongest(levels);
}

/** Whether access counts as strong only because somebody knows too little about it, not because of what it can do. */
export function strongOnlyByNotKnowing({ level, principals }: OfferAccess): boolean {
  const findings = principals.flatMap(({ access }) =>
    access.flatMap((one) => [...one.findings, ...one.delegated.flatMap((role) => role.findings)]),
  );
  return (
    level === 4 &&
    findings
      .filter(({ code }) => levelOfCode(code) >= 4)
      .every(({ code }) => code === 'unknownRole' || code === 'unknownActions')
  );
}

/** Everything that these authorizations give away together, the same whatever order they come in. */
export function accessOfOffer(authorizations: readonly Authorization[], roles: RoleDefinitions): OfferAccess {
  const principals = strongestFirst(
    groupByPrincipal(authorizations).map(({ principalId, authorizations: own }): PrincipalAccess => {
      const access = strongestFirst(own.map((one) => accessOf(one, roles)));
      return { principalId, names: namesOf(own), level: strongest(access.map((one) => one.level)), access };
    }),
  );
  const access = principals.flatMap((principal) => principal.access);
  const standing = strongestOf(access, 'standing');
  const justInTime = strongestOf(access, 'eligible');
  return {
    level: strongest(access.map((one) => one.level)),
    ...(standing === undefined ? {} : { standing }),
    ...(justInTime === undefined ? {} : { justInTime }),
    principals,
    canRemoveItself: authorizations.some((one) => one.roleId === removesItselfId),
    mayBeRefused: access.filter((one) => one.acceptance.state === 'mayBeRefused'),
  };
}
