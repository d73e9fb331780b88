import { blockReasons, type BlockReason } from './blockReasons.ts';
import type { Delegation } from './offer.ts';
import { actionsFor, missingActions } from './permissions.ts';
import type { RegistrationState } from './port.ts';
import type { Problem } from './problem.ts';
import type { ReadinessFacts } from './readinessFacts.ts';
import { warningsOf, type ReadinessWarning } from './readinessWarnings.ts';
import type { Standing } from './standing.ts';

/** May this scope be delegated to this offer now? */
export type Readiness =
  | { readonly state: 'notChecked' }
  | { readonly state: 'unknown'; readonly problem: Problem }
  /** Reasons: all of them, most decisive first. */
  | {
      readonly state: 'blocked';
      readonly reasons: readonly [BlockReason, ...BlockReason[]];
      readonly warnings: readonly ReadinessWarning[];
    }
  /** `above`: with its subscription. `settling`: Azure is applying it. `version`: of the other version, where it has one. */
  | {
      readonly state: 'delegated';
      readonly where: 'here' | 'above';
      readonly as: 'same' | 'settling' | 'otherVersion';
      readonly delegation: Delegation;
      readonly version?: string;
    }
  | { readonly state: 'needsRegistration'; readonly warnings: readonly ReadinessWarning[] }
  | { readonly state: 'ready'; readonly warnings: readonly ReadinessWarning[] };

function delegatedBy(standing: Standing | undefined, where: 'here' | 'above'): Readiness | undefined {
  switch (standing?.state) {
    case 'same':
    case 'settling':
      return { state: 'delegated', where, as: standing.state, delegation: standing.delegation };
    case 'other': {
      const { delegation, version } = standing;
      return {
        state: 'delegated',
        where,
        as: 'otherVersion',
        delegation,
        ...(version === undefined ? {} : { version }),
      };
    }
    case 'broken':
    case 'none':
    case undefined:
      return undefined;
  }
}

/** Registering ends by itself and keeps nothing from starting. A state that nobody knows is registered anew: it does no harm. */
export function needsRegistering(registration: RegistrationState): boolean {
  return registration !== 'registered' && registration !== 'registering';
}

/** The actions that are needed for certain. Where the registration is not known, registering is not. */
function certainlyNeeded({ registration, offer }: ReadinessFacts): readonly string[] {
  const registers =
    registration.state === 'known' && registration.value !== 'unknown' && needsRegistering(registration.value);
  // An offer that Azure does not have yet is stored first; of one that it has, a copy may or may not be needed.
  const stores = offer.copies?.length === 0;
  return [...actionsFor.delegate, ...(stores ? actionsFor.copy : []), ...(registers ? actionsFor.register : [])];
}

/**
 * Whether a scope may be delegated to an offer now, and if not, every reason. Delegated before blocked, blocked before
 * unknown: what is certain is said even where other facts are missing. Azure's answer to the write stays the truth.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer
 */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const delegated = delegatedBy(facts.here, 'here') ?? delegatedBy(facts.above, 'above');
  if (delegated) return delegated;
  const { rights, registration, allowLists } = facts;
  const needed = certainlyNeeded(facts);
  const [reason, ...reasons] = blockReasons(facts, needed);
  const warnings = warningsOf(facts, needed);
  if (reason) return { state: 'blocked', reasons: [reason, ...reasons], warnings };
  if (rights.state === 'unknown') return { state: 'unknown', problem: rights.problem };
  if (registration.state === 'unknown') return { state: 'unknown', problem: registration.problem };
  if (rights.state === 'notRead' || registration.state === 'notRead' || allowLists.state === 'notRead') {
    return { state: 'notChecked' };
  }
  if (!needsRegistering(registration.value)) return { state: 'ready', warnings };
  // Azure gave a state that nobody knows: registering would settle it, but this person may not.
  return missingActions(rights.value, actionsFor.register).length > 0
    ? { state: 'unknown', problem: { code: 'badAnswer' } }
    : { state: 'needsRegistration', warnings };
}
