import type { RoleId } from './ids.ts';

/** What Azure said, kept whole for "details", receipts and diagnostics. Never a token, never a header with one. */
export interface AzureAnswer {
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Our own id of the request: always known, and found again in the activity log. */
  readonly clientRequestId?: string;
  /** Azure's id, where the browser may read it. */
  readonly requestId?: string;
}

/** Everything that can go wrong, as a closed set. Sentences live in the message catalogs, in both languages. */
export type ProblemFacts =
  | { readonly code: 'notAllowed'; readonly action?: string; readonly scope?: string }
  | { readonly code: 'notOwner' }
  | { readonly code: 'deniedByPolicy'; readonly policy?: string; readonly policyId?: string }
  | { readonly code: 'deniedByDenyAssignment' }
  | { readonly code: 'mfaNeeded'; readonly claims?: string }
  | { readonly code: 'signInNeeded'; readonly claims?: string }
  | { readonly code: 'signInCancelled' }
  | { readonly code: 'consentNeeded' }
  | { readonly code: 'notInTenant' }
  /** The organization's sign-in rules refuse (Conditional Access, device, account state); nobody can answer them here. */
  | { readonly code: 'signInBlocked' }
  /** Entra refuses the app itself: its registration is missing or set up differently. Only who runs the app can help. */
  | { readonly code: 'appNotSetUp' }
  /** The browser keeps no data for this site. */
  | { readonly code: 'storageBlocked' }
  | { readonly code: 'throttled'; readonly retryAfterMs?: number }
  | { readonly code: 'offline' }
  /** `asked`: it was only read. Without it, a change may have arrived. */
  | { readonly code: 'noAnswer'; readonly asked?: 'read' }
  | { readonly code: 'badAnswer' }
  | { readonly code: 'azureDown' }
  | { readonly code: 'foreignAddress'; readonly origin: string }
  | { readonly code: 'scopeNotFound' }
  | { readonly code: 'subscriptionDisabled' }
  | { readonly code: 'locked' }
  | { readonly code: 'notRegistered' }
  | { readonly code: 'registrationSlow' }
  | { readonly code: 'ownTenant' }
  | { readonly code: 'managingTenantUnknown' }
  | { readonly code: 'managingTenantChanged' }
  | {
      readonly code: 'roleNotAllowed';
      readonly why: 'dataActions' | 'restricted' | 'eligible' | 'other';
      readonly roleId?: RoleId;
    }
  | { readonly code: 'principalInvalid' }
  | { readonly code: 'offerInvalid' }
  /** Azure takes the acceptance of this marketplace offer from its own portal only. */
  | { readonly code: 'acceptInPortal' }
  | { readonly code: 'copyMissing' }
  | { readonly code: 'copyNotReady' }
  | { readonly code: 'copyInUse' }
  | { readonly code: 'referenceRefused' }
  | { readonly code: 'alreadyDelegated' }
  | { readonly code: 'changedByOther'; readonly what: 'copy' | 'delegation' }
  | { readonly code: 'operationFailed' }
  | { readonly code: 'operationCanceled' }
  | { readonly code: 'notSettled' }
  | { readonly code: 'notVisible' }
  /** What happens next could not be written down on this device, so it did not happen. */
  | { readonly code: 'cannotKeep' }
  /** One run at a time: another one is going, here or in another tab. */
  | { readonly code: 'runElsewhere' }
  /** A rule for activating a role is not met. */
  | { readonly code: 'activationRefused'; readonly rule?: 'duration' | 'justification' | 'ticket' }
  | { readonly code: 'activationPending' }
  | { readonly code: 'activationExists' }
  | { readonly code: 'stopped' }
  /** What this waited for in the same run did not end well, so nothing of it was begun. */
  | { readonly code: 'earlierStepFailed' }
  | { readonly code: 'unexpected' };

export type Problem = ProblemFacts & { readonly azure?: AzureAnswer };
export type ProblemCode = Problem['code'];

/** Whether only the person can go on from here: by signing in again, or with a second factor. */
export function wantsPerson(problem: Problem): problem is Problem & { readonly code: 'mfaNeeded' | 'signInNeeded' } {
  return problem.code === 'mfaNeeded' || problem.code === 'signInNeeded';
}

/** The only error that crosses a room's wall: carries a problem, never a sentence for people. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: { readonly cause?: unknown }) {
    super(problem.azure?.message ?? problem.code, options);
    this.problem = problem;
  }
}

/** The problem behind anything that was thrown; what nobody foresaw becomes `unexpected`, with its message kept. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'unexpected', azure: { message: error instanceof Error ? error.message : String(error) } };
}
