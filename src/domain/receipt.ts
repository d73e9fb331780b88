import type { CannotReason, ChangeKind, Doing } from './changeSet.ts';
import type { AccessLevel } from './findings.ts';
import type { Membership } from './guest.ts';
import type { CopyId, DelegationId, PrincipalId, RoleId, ScopeId, SubscriptionId, TenantId } from './ids.ts';
import type { Authorization, MarketplacePlan, Provisioning } from './offer.ts';
import type { RegistrationState } from './port.ts';
import type { AzureAnswer, ProblemCode } from './problem.ts';
import type { ItemEnd, WriteKind } from './run.ts';

/*
 * The record of one run, for people who were not there: who gave what to whom or took it away, where, on what review, and
 * what Azure answered. Plain data with its own version, so that one that was kept can be read years later. Never a token.
 */

/** ISO 8601 in UTC, by the clock of the device that ran it. */
export type Timestamp = string;

export interface Receipt {
  readonly schemaVersion: 2;
  /** The run's id: Azure knows it as the correlation id of every request that the app made. */
  readonly id: string;
  /** What the person decided. */
  readonly kind: ChangeKind;
  readonly app: { readonly name: string; readonly version: string };
  readonly startedAt: Timestamp;
  readonly endedAt: Timestamp;
  /** Of the device: `+09:00`. */
  readonly zoneOffset: string;
  readonly clock: 'client';
  /** Whether every item was tried, or the person stopped it. */
  readonly ended: 'finished' | 'stopped';
  readonly actor: {
    readonly objectId: PrincipalId;
    readonly username: string;
    readonly name: string;
    readonly homeTenantId: TenantId;
    readonly membership: Membership;
  };
  readonly tenant: { readonly id: TenantId; readonly name?: string; readonly domain?: string };
  /** `source`: who says that this is the provider's name. */
  readonly provider: { readonly tenantId: TenantId; readonly name?: string; readonly source: 'azure' | 'none' };
  readonly offer: {
    readonly source: 'marketplace' | 'template';
    /** Name and description as written by the provider. */
    readonly name: string;
    readonly description?: string;
    readonly plan?: MarketplacePlan;
  };
  /** What was given away or taken away: as it stands in Azure, and as it was explained to the person. */
  readonly authorizations: readonly Authorization[];
  readonly explained: readonly Explained[];
  readonly reason?: string;
  readonly confirmation: { readonly text: string; readonly language: string };
  /** SHA-256 over everything that was reviewed. */
  readonly fingerprint: string;
  /** Every scope that was chosen, and every copy that was written or deleted by itself. */
  readonly scopes: readonly ReceiptScope[];
  /** Registrations and copies, which several scopes share. */
  readonly shared: readonly ReceiptAttempt[];
  /** Where Azure's own deployment engine carried it out: its deployments. */
  readonly deployments?: readonly EndedDeployment[];
  /** Adds up to the number of scopes. */
  readonly summary: Readonly<Record<ReceiptOutcome, number>>;
  readonly integrity: {
    readonly algorithm: 'SHA-256';
    /** Over the JSON of everything else, members sorted by name, no spaces. */
    readonly hash: string;
    readonly note: string;
  };
}

/** A deployment that was handed to Azure, and how it ended. `gone`: when it was looked for, Azure had none of that id. */
export interface EndedDeployment {
  readonly id: string;
  readonly ended: 'done' | 'failed' | 'stopped' | 'refused' | 'gone';
  /** Of all that it did, in Azure's activity log. */
  readonly correlationId?: string;
}

/** One authorization as it was explained. */
export interface Explained {
  readonly principalId: PrincipalId;
  readonly roleId: RoleId;
  readonly kind: Authorization['kind'];
  readonly level: AccessLevel;
  readonly roleName?: string;
}

export type ReceiptOutcome = ItemEnd['state'] | 'covered' | 'cannot';

export interface ReceiptScope {
  readonly id: ScopeId;
  readonly kind: 'subscription' | 'resourceGroup';
  readonly name: string;
  readonly subscriptionId: SubscriptionId;
  /** Absent where nothing was to be written. */
  readonly does?: Doing;
  readonly outcome: ReceiptOutcome;
  readonly delegationId?: DelegationId;
  readonly copyId?: CopyId;
  /** The chosen subscription that the resource group comes with. */
  readonly coveredBy?: ScopeId;
  readonly problem?: ReceiptProblem;
  /** Why nothing could be written. */
  readonly reasons?: readonly CannotReason<unknown>[];
  readonly startedAt?: Timestamp;
  readonly endedAt?: Timestamp;
  readonly attempts: readonly ReceiptAttempt[];
  /** Of an update: the version that the copy said before, where the offer has versions. */
  readonly fromVersion?: string;
  /** Of what is written again: the offer that is kept, as its provider wrote its name. */
  readonly keptOffer?: string;
  /**
   * Read back after the last write. `there`: it was exactly what had been reviewed; `gone`: Azure said that there is none
   * (404). This proves what is written in Azure. Whether the provider's access follows from it only the provider can see.
   */
  readonly readBack?: {
    readonly found: 'there' | 'gone';
    readonly at: Timestamp;
    readonly clientRequestId: string;
  };
}

/** One write and what Azure answered to it. */
export interface ReceiptAttempt {
  readonly kind: WriteKind;
  readonly target: SubscriptionId | CopyId | DelegationId;
  readonly clientRequestId: string;
  readonly startedAt: Timestamp;
  readonly endedAt?: Timestamp;
  readonly outcome: 'accepted' | 'refused' | 'unclear' | 'notSent' | 'unanswered';
  readonly answer?: Provisioning | RegistrationState;
  readonly problem?: ReceiptProblem;
}

export interface ReceiptProblem {
  readonly code: ProblemCode;
  readonly azure?: AzureAnswer;
}
