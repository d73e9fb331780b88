import { refusesWrites } from './blockReasons.ts';
import { unexpectedIn, type Unexpected } from './expectation.ts';
import type { RoleId } from './ids.ts';
import type { Delegation } from './offer.ts';
import { conditionedRoles, rolesToActivate } from './ownRoles.ts';
import { actionsFor, missingActions } from './permissions.ts';
import { excludedBy } from './policyReach.ts';
import type { Problem } from './problem.ts';
import type { ReadinessFacts } from './readinessFacts.ts';
import type { SubscriptionState } from './scope.ts';

/** What speaks against it without deciding it, or helps on. */
export type ReadinessWarning =
  | { readonly code: 'guest' }
  | { readonly code: 'externalMember' }
  /** This installation of the app expects other providers, or other offers, and lets a person decide. */
  | { readonly code: 'unexpected'; readonly what: Unexpected }
  /** Private plans are not supported there. */
  | { readonly code: 'cspSubscription' }
  | { readonly code: 'subscriptionState'; readonly state: SubscriptionState }
  /** The right to delegate rests on a role with a condition. */
  | { readonly code: 'conditionedRole'; readonly roleIds: readonly RoleId[] }
  /** A role that the person may activate, and that is enough (or one of several that are enough together). */
  | { readonly code: 'eligibleRole'; readonly roleId: RoleId; readonly scope: string; readonly endsAt?: string }
  /** A policy that may keep the provider out: the management groups above cannot be read. */
  | { readonly code: 'policyMayApply'; readonly name: string; readonly assignmentId: string }
  /** Should Azure ask for a copy of the offer in the subscription, this person may not store one. */
  | { readonly code: 'copyNotAllowed'; readonly actions: readonly string[] }
  /** A delegation is there already and did not succeed. */
  | { readonly code: 'earlierAttempt'; readonly delegation: Delegation }
  | { readonly code: 'policyUnread'; readonly problem: Problem }
  | { readonly code: 'denialsUnread'; readonly problem: Problem }
  | { readonly code: 'rolesUnread'; readonly problem: Problem };

/** The roles whose activation would supply what is missing, as warnings. */
export function activationHints(
  facts: Pick<ReadinessFacts, 'eligibleRoles' | 'rights' | 'roles' | 'subscription'>,
  needed: readonly string[],
): Extract<ReadinessWarning, { code: 'eligibleRole' }>[] {
  if (facts.eligibleRoles?.state !== 'known' || facts.rights.state !== 'known') return [];
  const roles = rolesToActivate(facts.eligibleRoles.value, facts.rights.value, needed, facts.subscription, facts.roles);
  return roles.map(({ roleId, scope, endsAt }) => ({
    code: 'eligibleRole',
    roleId,
    scope,
    ...(endsAt === undefined ? {} : { endsAt }),
  }));
}

/** Everything worth saying about a scope, whether it is blocked or not. */
export function warningsOf(facts: ReadinessFacts, needed: readonly string[]): ReadinessWarning[] {
  const { scope, subscription, membership, offer, rights, allowLists, denials, heldRoles, here } = facts;
  const { state } = subscription;
  const possible =
    allowLists.state === 'known'
      ? excludedBy(allowLists.value, offer.managedByTenantId, scope, subscription).possible
      : [];
  const conditioned = heldRoles?.state === 'known' ? conditionedRoles(heldRoles.value, facts.roles) : [];
  const copy = rights.state === 'known' ? missingActions(rights.value, actionsFor.copy) : [];
  const unexpected = facts.expectation.otherwise === 'warn' ? unexpectedIn(offer, facts.expectation) : undefined;
  const missesRights = rights.state === 'known' && missingActions(rights.value, needed).length > 0;
  return [
    ...(membership === 'guest' && facts.guests === 'warn' ? [{ code: 'guest' } as const] : []),
    ...(unexpected ? [{ code: 'unexpected', what: unexpected } as const] : []),
    ...(membership === 'externalMember' ? [{ code: 'externalMember' } as const] : []),
    ...(offer.source === 'marketplace' && /^csp/i.test(subscription.quotaId ?? '')
      ? [{ code: 'cspSubscription' } as const]
      : []),
    ...(state !== 'Enabled' && !refusesWrites[state] ? [{ code: 'subscriptionState', state } as const] : []),
    ...(conditioned.length > 0
      ? [{ code: 'conditionedRole', roleIds: conditioned.map(({ roleId }) => roleId) } as const]
      : []),
    ...activationHints(facts, needed),
    ...possible.map(({ name, assignmentId }) => ({ code: 'policyMayApply', name, assignmentId }) as const),
    ...(copy.length > 0 && !missesRights ? [{ code: 'copyNotAllowed', actions: copy } as const] : []),
    ...(here.state === 'broken' ? [{ code: 'earlierAttempt', delegation: here.delegation } as const] : []),
    ...(allowLists.state === 'unknown' ? [{ code: 'policyUnread', problem: allowLists.problem } as const] : []),
    ...(denials?.state === 'unknown' ? [{ code: 'denialsUnread', problem: denials.problem } as const] : []),
    ...(heldRoles?.state === 'unknown' ? [{ code: 'rolesUnread', problem: heldRoles.problem } as const] : []),
  ];
}
