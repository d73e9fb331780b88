import { compareText } from './compareText.ts';
import type { PrincipalId } from './ids.ts';
import type { Approver, Authorization } from './offer.ts';

/*
 * Authorizations have no order and no ids of their own, and Azure echoes lists in any order. Here they get one canonical
 * form, so that "the same" means the same everywhere: in reviews, comparisons and fingerprints.
 */

/** Who gets which role in which way: two authorizations with one key are the same grant with other terms. */
export function authorizationKey(authorization: Authorization): string {
  return `${authorization.principalId}/${authorization.roleId}/${authorization.kind}`;
}

/** Everything but names, as one text: equal texts give equal rights. */
function rightsKey(authorization: Authorization): string {
  const { justInTime } = authorization;
  return JSON.stringify([
    authorizationKey(authorization),
    authorization.delegatedRoleIds.toSorted(),
    justInTime === undefined
      ? null
      : [
          justInTime.mfa,
          justInTime.maximumMinutes,
          justInTime.approvers.map((approver) => approver.principalId).toSorted(),
        ],
  ]);
}

/** Names included: what a reader sees. */
function fullKey(authorization: Authorization): string {
  const approvers = authorization.justInTime?.approvers.map((approver) => [
    approver.principalId,
    approver.name ?? null,
  ]);
  return JSON.stringify([rightsKey(authorization), authorization.principalName ?? null, approvers ?? null]);
}

function canonicalApprovers(approvers: readonly Approver[]): Approver[] {
  return approvers.toSorted(
    (one, other) => compareText(one.principalId, other.principalId) || compareText(one.name ?? '', other.name ?? ''),
  );
}

/** One authorization with its lists in canonical order, each role to pass on once. */
function canonicalAuthorization(authorization: Authorization): Authorization {
  const { justInTime } = authorization;
  return {
    ...authorization,
    delegatedRoleIds: [...new Set(authorization.delegatedRoleIds)].toSorted(),
    ...(justInTime === undefined
      ? {}
      : { justInTime: { ...justInTime, approvers: canonicalApprovers(justInTime.approvers) } }),
  };
}

/**
 * The authorizations in canonical order (principal, role, standing before just-in-time), exact repetitions once. Two lists
 * that say the same have deeply equal canonical forms.
 */
export function canonicalAuthorizations(authorizations: readonly Authorization[]): readonly Authorization[] {
  const sorted = authorizations
    .map(canonicalAuthorization)
    .map((one) => ({
      one,
      key: `${one.principalId}/${one.roleId}/${one.kind === 'standing' ? 0 : 1}`,
      full: fullKey(one),
    }))
    .toSorted((a, b) => compareText(a.key, b.key) || compareText(a.full, b.full));
  return sorted.filter((entry, index) => entry.full !== sorted[index - 1]?.full).map((entry) => entry.one);
}

/** Whether two lists give exactly the same rights; names, order and repetition do not count. */
export function sameRights(one: readonly Authorization[], other: readonly Authorization[]): boolean {
  return one === other || rightsOf(one) === rightsOf(other);
}

/** Lists never change, and the reviewed one is compared with those of thousands of copies. */
const known = new WeakMap<readonly Authorization[], string>();

function rightsOf(list: readonly Authorization[]): string {
  const rights = known.get(list) ?? [...new Set(list.map(canonicalAuthorization).map(rightsKey))].toSorted().join('\n');
  known.set(list, rights);
  return rights;
}

/** The authorizations of each principal together, in canonical order. */
export function groupByPrincipal(
  authorizations: readonly Authorization[],
): readonly { readonly principalId: PrincipalId; readonly authorizations: readonly Authorization[] }[] {
  const groups = new Map<PrincipalId, Authorization[]>();
  for (const authorization of canonicalAuthorizations(authorizations)) {
    const group = groups.get(authorization.principalId);
    if (group) group.push(authorization);
    else groups.set(authorization.principalId, [authorization]);
  }
  return [...groups].map(([principalId, own]) => ({ principalId, authorizations: own }));
}

/** The different names that a provider wrote for these authorizations' principals, in a fixed order. */
export function namesOf(authorizations: readonly Authorization[]): readonly string[] {
  return [...new Set(authorizations.flatMap((one) => one.principalName ?? []))].toSorted();
}

/**
 * Authorizations of `kept` that share principal and role with one of `removed`: taking the one away can end the other.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */
export function sharedGrants(
  removed: readonly Authorization[],
  kept: readonly Authorization[],
): readonly Authorization[] {
  const gone = new Set(removed.map((one) => `${one.principalId}/${one.roleId}`));
  return canonicalAuthorizations(kept).filter((one) => gone.has(`${one.principalId}/${one.roleId}`));
}

/** Longest activation that counts as short, in minutes. */
const shortActivation = 240;

/**
 * What a just-in-time authorization does not ask for before it gives access; empty for a strict or a standing one.
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export function justInTimeGaps(authorization: Authorization): readonly ('noMfa' | 'noApprover' | 'longActivation')[] {
  const { justInTime } = authorization;
  if (authorization.kind !== 'eligible') return [];
  if (justInTime === undefined) return ['noMfa', 'noApprover', 'longActivation'];
  return [
    ...(justInTime.mfa ? [] : ['noMfa' as const]),
    ...(justInTime.approvers.length > 0 ? [] : ['noApprover' as const]),
    ...(justInTime.maximumMinutes > shortActivation ? ['longActivation' as const] : []),
  ];
}
