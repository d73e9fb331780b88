import type { Problem, ProblemCode } from '../problem.ts';
import type { PauseReason } from '../run.ts';

/*
 * What the run does about each problem, in one table that the rest of the engine asks.
 */

/** What to do when a request ends in this problem, while reading. */
export type AfterRead =
  /** Nobody can go on until this is over; costs no attempt. */
  | 'pause'
  /** It passes: wait a little and ask again, within a bound. */
  | 'tryAgain'
  | 'fail';

/** What to do when a write ends in this problem. Whatever it is, the same address is read again before a next write. */
export type AfterWrite =
  | AfterRead
  /** The write may have arrived: read until that is known. */
  | 'verify'
  /** Microsoft.ManagedServices is not registered, or not everywhere yet: wait for it. */
  | 'awaitRegistration'
  /** Azure says the scope is delegated: look whether exactly this is meant. */
  | 'adopt'
  /** Azure does not take a reference to this copy: the item's next way, where it has one. */
  | 'nextWay';

interface Rule {
  readonly read: AfterRead;
  readonly write: AfterWrite;
  /** Whether trying the very same thing later can succeed. */
  readonly retryable: boolean;
}

const passes = { read: 'tryAgain', write: 'tryAgain', retryable: true } satisfies Rule;
const lost = { read: 'tryAgain', write: 'verify', retryable: true } satisfies Rule;
const needsPerson = { read: 'pause', write: 'pause', retryable: true } satisfies Rule;
/** Someone has to change something in Azure; after that the same change set can succeed. */
const refused = { read: 'fail', write: 'fail', retryable: true } satisfies Rule;
/** Nothing helps but another change set. */
const final = { read: 'fail', write: 'fail', retryable: false } satisfies Rule;

const rules: Readonly<Record<ProblemCode, Rule>> = {
  notAllowed: refused,
  notOwner: refused,
  deniedByPolicy: refused,
  deniedByDenyAssignment: refused,
  subscriptionDisabled: refused,
  locked: refused,
  mfaNeeded: needsPerson,
  signInNeeded: needsPerson,
  signInCancelled: needsPerson,
  signInBlocked: needsPerson,
  consentNeeded: needsPerson,
  notInTenant: needsPerson,
  appNotSetUp: needsPerson,
  storageBlocked: needsPerson,
  offline: { read: 'pause', write: 'pause', retryable: true },
  throttled: passes,
  azureDown: passes,
  activationRefused: refused,
  activationPending: refused,
  activationExists: refused,
  noAnswer: lost,
  badAnswer: lost,
  unexpected: { read: 'fail', write: 'verify', retryable: true },
  foreignAddress: final,
  scopeNotFound: final,
  notRegistered: { read: 'fail', write: 'awaitRegistration', retryable: true },
  registrationSlow: refused,
  ownTenant: final,
  managingTenantUnknown: final,
  managingTenantChanged: final,
  roleNotAllowed: final,
  principalInvalid: final,
  offerInvalid: final,
  acceptInPortal: final,
  copyMissing: final,
  copyNotReady: { read: 'fail', write: 'tryAgain', retryable: true },
  // Delegations that were taken away a moment ago linger.
  copyInUse: { read: 'fail', write: 'tryAgain', retryable: true },
  // The closed list of refusals that let a run store copies is the list of rows that say `nextWay`. Never a missing
  // right, a policy, throttling or a fault of Azure: a copy would only repeat them, or do what nobody reviewed.
  referenceRefused: { read: 'fail', write: 'nextWay', retryable: true },
  alreadyDelegated: { read: 'fail', write: 'adopt', retryable: false },
  changedByOther: final,
  operationFailed: refused,
  operationCanceled: refused,
  notSettled: refused,
  notVisible: refused,
  cannotKeep: refused,
  runElsewhere: refused,
  stopped: refused,
  earlierStepFailed: refused,
};

/** What to do about a problem met while reading. */
export function afterRead({ code }: Problem): AfterRead {
  return rules[code].read;
}

/** What to do about a problem met while writing. */
export function afterWrite(problem: Problem): AfterWrite {
  // A plain "no" that nobody foresaw is still a plain "no". One whose words got lost on the way may be anything.
  return problem.code === 'unexpected' && isRefusal(problem) ? 'fail' : rules[problem.code].write;
}

/** Whether the very same item may succeed when it is tried again later. */
export function isRetryable({ code }: Problem): boolean {
  return rules[code].retryable;
}

/** What kind of wait this problem asks for. */
export function pauseReason({ code }: Problem): PauseReason {
  return code === 'offline' ? 'offline' : 'stepUp';
}

/** Whether the request got as far as Azure and was let in: only then the next ones need not wait for it. */
export function wasLetIn(problem: Problem | undefined): boolean {
  return problem === undefined || (rules[problem.code].read !== 'pause' && problem.code !== 'noAnswer');
}

/** Whether it is sure that nothing was written. */
export function wroteNothing(problem: Problem): boolean {
  const after = afterWrite(problem);
  return after !== 'verify' && problem.code !== 'azureDown';
}

function isRefusal({ azure }: Problem): boolean {
  return azure?.code !== undefined && azure.status !== undefined && azure.status >= 400 && azure.status < 500;
}
