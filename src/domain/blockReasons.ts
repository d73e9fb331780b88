import type { Denial } from './estate.ts';
import { unexpectedIn, type Unexpected } from './expectation.ts';
import { blocksDelegation } from './guest.ts';
import type { TenantId } from './ids.ts';
import type { Known } from './known.ts';
import { actionsFor, allows, missingActions } from './permissions.ts';
import { excludedBy } from './policyReach.ts';
import type { ReadinessFacts } from './readinessFacts.ts';
import type { SubscriptionState } from './scope.ts';

/** Why a scope cannot be delegated now. */
export type BlockReason =
  /** Seen through Lighthouse from another tenant: only that one can delegate it. */
  | { readonly code: 'otherTenant'; readonly tenantId: TenantId }
  /** The offer names the customer's own tenant as its provider. */
  | { readonly code: 'ownTenant' }
  | { readonly code: 'subscriptionState'; readonly state: SubscriptionState }
  | { readonly code: 'guest' }
  /** This installation of the app expects other providers, or other offers. */
  | { readonly code: 'unexpected'; readonly what: Unexpected }
  /** An allow-list of the organisation does not name the provider. */
  | { readonly code: 'policy'; readonly name: string; readonly assignmentId: string }
  | { readonly code: 'denyAssignment'; readonly name: string }
  /** `heldInGroup`: the person holds them all in the resource group itself, which is not enough. */
  | { readonly code: 'missingActions'; readonly actions: readonly string[]; readonly heldInGroup: boolean };

/**
 * States in which resources can still be created, or not.
 * https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states
 */
export const refusesWrites: Readonly<Record<SubscriptionState, boolean>> = {
  Enabled: false,
  PastDue: false,
  Unknown: false,
  Warned: true,
  Disabled: true,
  Deleted: true,
};

/** Deny assignments that take away one of these actions. https://learn.microsoft.com/azure/role-based-access-control/deny-assignments */
export function denialsOf(denials: Known<readonly Denial[]> | undefined, needed: readonly string[]): readonly Denial[] {
  if (denials?.state !== 'known') return [];
  return denials.value.filter((denial) => needed.some((action) => allows(denial.permissions, action)));
}

/** Everything that keeps the scope from being delegated, most decisive first; these facts alone, nothing assumed. */
export function blockReasons(facts: ReadinessFacts, needed: readonly string[]): BlockReason[] {
  const { scope, subscription, signedInTenant, offer, rights, rightsInGroup } = facts;
  const policies =
    facts.allowLists.state === 'known'
      ? excludedBy(facts.allowLists.value, offer.managedByTenantId, scope, subscription).certain
      : [];
  const missing = rights.state === 'known' ? missingActions(rights.value, needed) : [];
  const unexpected = facts.expectation.otherwise === 'block' ? unexpectedIn(offer, facts.expectation) : undefined;
  const heldInGroup =
    rightsInGroup?.state === 'known' && missingActions(rightsInGroup.value, actionsFor.delegate).length === 0;
  return [
    ...(subscription.tenantId === signedInTenant
      ? []
      : [{ code: 'otherTenant', tenantId: subscription.tenantId } as const]),
    ...(offer.managedByTenantId === subscription.tenantId ? [{ code: 'ownTenant' } as const] : []),
    ...(refusesWrites[subscription.state] ? [{ code: 'subscriptionState', state: subscription.state } as const] : []),
    ...(blocksDelegation(facts.membership, facts.guests) ? [{ code: 'guest' } as const] : []),
    ...(unexpected ? [{ code: 'unexpected', what: unexpected } as const] : []),
    ...policies.map(({ name, assignmentId }) => ({ code: 'policy', name, assignmentId }) as const),
    ...denialsOf(facts.denials, needed).map(({ name }) => ({ code: 'denyAssignment', name }) as const),
    ...(missing.length > 0 ? [{ code: 'missingActions', actions: missing, heldInGroup } as const] : []),
  ];
}
