import type { CopyId, DelegationId, PrincipalId, SubscriptionId, TenantId } from './ids.ts';
import type { Provisioning } from './offer.ts';
import type { RegistrationState } from './port.ts';
import type { Problem } from './problem.ts';

/*
 * The run as data: what happened (events) and what that amounts to (state). The state is what the events make of it
 * and nothing else, so the journal of events is all that has to survive a crash.
 */

/** What an item is doing for Azure right now. */
export type Activity =
  | 'checking'
  | 'registering'
  | 'writingCopy'
  | 'updating'
  | 'delegating'
  | 'removing'
  | 'removingCopy'
  | 'reapplying'
  | 'confirming';

/** How it was proven that a delegation or a copy is there, or gone: read back from Azure, by this request. */
export interface Proof {
  /** Absent where the copy itself is what was read. */
  readonly delegationId?: DelegationId;
  readonly copyId: CopyId;
  /** Azure said that there is none (404). */
  readonly gone?: true;
  /** Milliseconds since the epoch, by this device's clock. */
  readonly readAt: number;
  readonly clientRequestId: string;
}

/** How an item ended. `unknown`: a write may have arrived, and Azure could not be read to find out. */
export type ItemEnd =
  | { readonly state: 'done'; readonly proof: Proof }
  | { readonly state: 'already'; readonly proof: Proof }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'unknown'; readonly problem: Problem }
  | { readonly state: 'stopped' };

/** Where an item is. `unknown` before the end: its write is being verified. `needsYou`: a person must sign in first. */
export type ItemStatus =
  | { readonly state: 'waiting' }
  | { readonly state: Activity }
  | { readonly state: 'needsYou'; readonly problem: Problem; readonly then: ItemStatus }
  | ItemEnd;

export type WriteKind = 'register' | 'writeCopy' | 'writeDelegation' | 'deleteDelegation' | 'deleteCopy';

/** A write that is about to be sent: journalled before it leaves. */
export interface AttemptStart {
  readonly kind: WriteKind;
  /** The subscription that is registered, else the copy or the delegation that is written or deleted. */
  readonly target: SubscriptionId | CopyId | DelegationId;
  /** Azure's activity log shows it. The run's own id goes with it as correlation id. */
  readonly clientRequestId: string;
}

/**
 * What became of a write. `refused`: Azure said no, nothing was written. `unclear`: it may have been written.
 * `notSent`: it never left this device.
 */
export type AttemptEnd =
  | { readonly outcome: 'accepted'; readonly answer: Provisioning | RegistrationState }
  | { readonly outcome: 'refused' | 'unclear' | 'notSent'; readonly problem: Problem };

/** One write and its answer. Without an end it is in flight. */
export interface Attempt extends AttemptStart {
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly end?: AttemptEnd;
}

/** One item of the change set, in the run. */
export interface ItemRun {
  readonly status: ItemStatus;
  /** Its own writes, oldest first. */
  readonly attempts: readonly Attempt[];
  readonly startedAt?: number;
  /** Set once it has ended; gone again when it is retried. */
  readonly endedAt?: number;
}

/** Why a run waits: no network, or someone has to sign in again. */
export type PauseReason = 'offline' | 'stepUp';

export type Phase =
  | { readonly name: 'running' }
  /** Nothing more is sent; `paused` once everything that was under way is answered. */
  | { readonly name: 'pausing' | 'paused'; readonly why: PauseReason; readonly problem: Problem }
  /** No more writes; what is under way is seen through. */
  | { readonly name: 'stopping' }
  | { readonly name: 'stopped' }
  | { readonly name: 'finished' };

export interface RunState {
  /** A GUID; Azure sees it as the correlation id of every request. */
  readonly runId: string;
  readonly tenantId: TenantId;
  readonly actor: PrincipalId;
  /** Of the change set that this run carries out. */
  readonly fingerprint: string;
  readonly phase: Phase;
  readonly startedAt: number;
  readonly endedAt?: number;
  /** Azure refused a reference to a copy elsewhere: copies are stored from then on. */
  readonly referencesRefused: boolean;
  /** In the order of the change set's items. */
  readonly items: readonly ItemRun[];
  /** Writes that several items share, registrations and copies, oldest first. */
  readonly shared: readonly Attempt[];
}

/** Everything that can happen in a run. `item` is the position in the change set's items. */
export type RunEvent = { readonly at: number } & (
  | {
      readonly type: 'started';
      readonly runId: string;
      readonly tenantId: TenantId;
      readonly actor: PrincipalId;
      readonly fingerprint: string;
      readonly items: number;
    }
  | { readonly type: 'entered'; readonly item: number; readonly activity: Activity }
  /** Without `item`: a write that several items share. */
  | { readonly type: 'attempted'; readonly item?: number; readonly attempt: AttemptStart }
  | { readonly type: 'answered'; readonly item?: number; readonly clientRequestId: string; readonly end: AttemptEnd }
  | { readonly type: 'doubted'; readonly item: number; readonly problem: Problem }
  | { readonly type: 'askedForYou'; readonly item: number; readonly problem: Problem }
  | { readonly type: 'ended'; readonly item: number; readonly end: ItemEnd }
  | { readonly type: 'referencesRefused' }
  | { readonly type: 'pausing' | 'paused'; readonly why: PauseReason; readonly problem: Problem }
  | { readonly type: 'resumed' }
  | { readonly type: 'stopping' }
  /** Every item has ended. */
  | { readonly type: 'over' }
  | { readonly type: 'retried'; readonly items: readonly number[] }
  /** The page was gone in between: nobody was there to hear the answers. */
  | { readonly type: 'interrupted' }
);

/** The states that people count, and how many items are in each: always derived, never stored. */
export type Count = 'waiting' | 'working' | 'needsYou' | 'done' | 'already' | 'failed' | 'unknown' | 'stopped';

/** How many items are where. The numbers add up to the number of items. */
export function countsOf({ items }: Pick<RunState, 'items'>): Readonly<Record<Count, number>> {
  const counts = { waiting: 0, working: 0, needsYou: 0, done: 0, already: 0, failed: 0, unknown: 0, stopped: 0 };
  for (const { status } of items) counts[countedAs(status)] += 1;
  return counts;
}

/** How many items have ended one way or another, or will not begin. */
export function finishedOf({ done, already, failed, unknown, stopped }: Readonly<Record<Count, number>>): number {
  return done + already + failed + unknown + stopped;
}

/** Where an item stands, in the words that items are counted by. */
export function countedAs({ state }: ItemStatus): Count {
  switch (state) {
    case 'checking':
    case 'registering':
    case 'writingCopy':
    case 'updating':
    case 'delegating':
    case 'removing':
    case 'removingCopy':
    case 'reapplying':
    case 'confirming':
      return 'working';
    case 'waiting':
    case 'needsYou':
    case 'done':
    case 'already':
    case 'failed':
    case 'unknown':
    case 'stopped':
      return state;
  }
}

/** Whether nothing is being done any more, and nothing will be until someone asks for it. */
export function isOver({ phase }: Pick<RunState, 'phase'>): boolean {
  return phase.name === 'finished' || phase.name === 'stopped';
}
