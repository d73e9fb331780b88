import { denialsOf, refusesWrites, type BlockReason } from './blockReasons.ts';
import { actionsFor, missingActions } from './permissions.ts';
import type { Problem } from './problem.ts';
import { needsRegistering } from './readiness.ts';
import type { ReadinessFacts } from './readinessFacts.ts';
import { activationHints, type ReadinessWarning } from './readinessWarnings.ts';

/** What decides whether a person may register Microsoft.ManagedServices on a subscription. Guests may, too. */
export type RegistrationFacts = Pick<
  ReadinessFacts,
  'subscription' | 'signedInTenant' | 'rights' | 'registration' | 'denials' | 'eligibleRoles' | 'roles'
>;

type RegistrationBlock = Extract<
  BlockReason,
  { code: 'otherTenant' | 'subscriptionState' | 'denyAssignment' | 'missingActions' }
>;

/** How a subscription stands on the registration page. */
export type RegistrationReadiness =
  | { readonly state: 'notChecked' }
  | { readonly state: 'unknown'; readonly problem: Problem }
  | { readonly state: 'registered' }
  /** Azure is registering it: nothing to do. */
  | { readonly state: 'registering' }
  | { readonly state: 'mayRegister' }
  /** Reasons: all of them, most decisive first. Hints: roles whose activation would be enough. */
  | {
      readonly state: 'blocked';
      readonly reasons: readonly [RegistrationBlock, ...RegistrationBlock[]];
      readonly hints: readonly Extract<ReadinessWarning, { code: 'eligibleRole' }>[];
    };

function blocks(facts: RegistrationFacts): RegistrationBlock[] {
  const { subscription, signedInTenant, rights, denials } = facts;
  const needed = actionsFor.register;
  const missing = rights.state === 'known' ? missingActions(rights.value, needed) : [];
  return [
    ...(subscription.tenantId === signedInTenant
      ? []
      : [{ code: 'otherTenant', tenantId: subscription.tenantId } as const]),
    ...(refusesWrites[subscription.state] ? [{ code: 'subscriptionState', state: subscription.state } as const] : []),
    ...denialsOf(denials, needed).map(({ name }) => ({ code: 'denyAssignment', name }) as const),
    ...(missing.length > 0 ? [{ code: 'missingActions', actions: missing, heldInGroup: false } as const] : []),
  ];
}

/**
 * Whether this person may register the resource provider on this subscription now. Contributor is enough; no right to
 * delegate is asked for.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function registrationReadiness(facts: RegistrationFacts): RegistrationReadiness {
  const { rights, registration } = facts;
  if (registration.state === 'known' && !needsRegistering(registration.value)) {
    return { state: registration.value === 'registering' ? 'registering' : 'registered' };
  }
  // It may be registered already: nothing is said of rights that may not be needed.
  if (registration.state === 'notRead') return { state: 'notChecked' };
  const [reason, ...reasons] = blocks(facts);
  if (reason)
    return { state: 'blocked', reasons: [reason, ...reasons], hints: activationHints(facts, actionsFor.register) };
  if (registration.state === 'unknown') return { state: 'unknown', problem: registration.problem };
  if (rights.state === 'unknown') return { state: 'unknown', problem: rights.problem };
  return rights.state === 'notRead' ? { state: 'notChecked' } : { state: 'mayRegister' };
}
