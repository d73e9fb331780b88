import type { CopyId, DelegationId, ScopeId, SubscriptionId } from './ids.ts';
import type { Delegation, OfferContent, OfferCopy, Provisioning } from './offer.ts';

/** State of Microsoft.ManagedServices on a subscription. `unknown` where it cannot be read. */
export type RegistrationState = 'notRegistered' | 'registering' | 'registered' | 'unregistering' | 'unknown';

/** The wish of a person that nothing more is begun. */
export interface Stop {
  readonly requested: boolean;
  /** Resolves when it is asked for. */
  whenRequested(): Promise<void>;
}

/** Ids that make one request findable in Azure's activity log, made before the request and journalled with it. */
export interface CallIds {
  /** One per attempt: `x-ms-client-request-id`. */
  readonly clientRequestId: string;
  /** One per run: `x-ms-correlation-request-id`. */
  readonly correlationId: string;
  /** Whatever still waits for its turn when this comes is not sent and rejects with `stopped`; a write on its way is seen through. */
  readonly stop?: Stop;
}

/** What Azure answered to a write. Never proof: the executor reads the resource until it has ended. */
export interface WriteAnswer {
  readonly provisioning: Provisioning;
}

/**
 * Everything a run may do to Azure, one Azure call each, and nothing else. Implemented in `azure/`, faked only by the
 * emulator. Every method rejects with a `ProblemError`; a write that may or may not have arrived rejects with
 * `noAnswer`. Pacing, waiting for a free slot and reacting to throttling happen behind it.
 */
export interface DelegationPort {
  readRegistration(subscription: SubscriptionId, ids: CallIds): Promise<RegistrationState>;
  register(subscription: SubscriptionId, ids: CallIds): Promise<RegistrationState>;
  /** `undefined`: Azure says there is none (404). */
  readCopy(id: CopyId, ids: CallIds): Promise<OfferCopy | undefined>;
  writeCopy(id: CopyId, content: OfferContent, ids: CallIds): Promise<WriteAnswer>;
  /** `undefined`: Azure says there is none (404). The copy is expanded, where the person may read it. */
  readDelegation(id: DelegationId, ids: CallIds): Promise<Delegation | undefined>;
  /** Every delegation at this scope itself, also other people's. The copies are expanded. */
  listDelegations(scope: ScopeId, ids: CallIds): Promise<readonly Delegation[]>;
  /** Every delegation in this subscription and its resource groups, also other people's. The copies are expanded. */
  listDelegationsIn(subscription: SubscriptionId, ids: CallIds): Promise<readonly Delegation[]>;
  writeDelegation(id: DelegationId, copy: CopyId, ids: CallIds): Promise<WriteAnswer>;
  /** `succeeded`: Azure says that there is none any more; `deleting`: that it is on its way out. */
  deleteDelegation(id: DelegationId, ids: CallIds): Promise<WriteAnswer>;
  /** The same, of a copy. Rejects with `copyInUse` while a delegation refers to it. */
  deleteCopy(id: CopyId, ids: CallIds): Promise<WriteAnswer>;
}

/** The world outside the pure domain: time, chance and hashing. */
export interface Surroundings {
  /** Milliseconds since the epoch, by this device's clock. */
  now(): number;
  /** Resolves after this many milliseconds. Not slowed down in a hidden tab. */
  wait(ms: number): Promise<void>;
  /** A number in [0, 1): jitter. */
  random(): number;
  /** A fresh GUID. */
  newId(): string;
  /** Lower-case hex SHA-256 of the UTF-8 text. */
  sha256(text: string): Promise<string>;
}
