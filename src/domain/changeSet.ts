import type { CopyId, DelegationId, PrincipalId, ScopeId, SubscriptionId, TenantId } from './ids.ts';
import type { Offer, OfferContent } from './offer.ts';
import type { Scope } from './scope.ts';

/*
 * What a run will do, made before anything is written: every id that may be written stands in it. A person reviews
 * it, its fingerprint is what they confirm, and a run carries out this and nothing else.
 */

/** A scope as far as a change set and its receipt speak of it. */
export type ScopeRef = Pick<Scope, 'kind' | 'id' | 'subscriptionId' | 'name'>;

/**
 * One way to hand a scope to the offer.
 * - `local`: refer to a copy that is already in the scope's own subscription.
 * - `reference`: refer to a copy in another subscription, as the Azure portal does.
 * - `copy`: first store a copy in the scope's own subscription, then refer to it, as Microsoft's samples do.
 */
export interface Way {
  readonly kind: 'local' | 'reference' | 'copy';
  readonly copyId: CopyId;
  readonly delegationId: DelegationId;
}

/** One scope that the run will hand over. */
export interface ChangeItem {
  readonly scope: ScopeRef;
  /** Tried in this order; the next one only where Azure refuses the one before as a reference. */
  readonly ways: readonly [Way, ...Way[]];
}

/** A scope that is delegated to this offer, in this version, already. */
export interface AlreadyDelegated {
  readonly scope: ScopeRef;
  /** The scope's own delegation, or that of its subscription. */
  readonly delegationId: DelegationId;
  readonly copyId: CopyId;
}

/** A resource group that needs nothing of its own: its subscription is chosen too. */
export interface Covered {
  readonly scope: ScopeRef;
  readonly by: ScopeId;
}

/** A chosen scope that nothing will be written for, and why not. */
export interface Cannot<Blocker> {
  readonly scope: ScopeRef;
  readonly reasons: readonly [CannotReason<Blocker>, ...CannotReason<Blocker>[]];
}

/** What speaks against a scope: why it is not ready, or that another version of this offer is delegated there. */
export type CannotReason<Blocker> =
  | { readonly code: 'blocked'; readonly blocker: Blocker }
  | { readonly code: 'otherVersionDelegated'; readonly delegationId: DelegationId; readonly version?: string };

export interface ChangeSet<Blocker = unknown> {
  readonly tenantId: TenantId;
  /** Object id, in this tenant, of the person who reviews it: nobody else may run it. */
  readonly actor: PrincipalId;
  /** Milliseconds since the epoch, by this device's clock. */
  readonly madeAt: number;
  readonly offer: Pick<Offer, 'key' | 'source' | 'providerName'> & { readonly content: OfferContent };
  /** Subscriptions where Microsoft.ManagedServices is registered first, each once for everything in it. */
  readonly registrations: readonly SubscriptionId[];
  readonly items: readonly ChangeItem[];
  readonly already: readonly AlreadyDelegated[];
  readonly covered: readonly Covered[];
  readonly cannot: readonly Cannot<Blocker>[];
}

/** The change set in numbers, as the review shows it. */
export interface ChangeNumbers {
  readonly register: number;
  /** Copies stored for certain, and the most there can be if Azure refuses every reference. */
  readonly copies: { readonly atLeast: number; readonly atMost: number };
  readonly delegate: number;
  readonly already: number;
  readonly covered: number;
  readonly cannot: number;
}

/** Counts what a change set will do. */
export function numbersOf(changeSet: ChangeSet): ChangeNumbers {
  const { registrations, items, already, covered, cannot } = changeSet;
  return {
    register: registrations.length,
    copies: {
      atLeast: new Set(items.map(({ ways }) => ways[0]).flatMap(copyMadeBy)).size,
      atMost: new Set(items.flatMap(({ ways }) => ways.flatMap(copyMadeBy))).size,
    },
    delegate: items.length,
    already: already.length,
    covered: covered.length,
    cannot: cannot.length,
  };
}

function copyMadeBy(way: Way): readonly CopyId[] {
  return way.kind === 'copy' ? [way.copyId] : [];
}
