import type { CopyId, DelegationId, PrincipalId, ScopeId, SubscriptionId, TenantId } from './ids.ts';
import type { Offer, OfferContent } from './offer.ts';
import type { Scope } from './scope.ts';

/*
 * What a run will do, made before anything is written: every id that may be written stands in it. A person reviews
 * it, its fingerprint is what they confirm, and a run carries out this and nothing else.
 */

/** What a person decided: each kind of change set answers one question. */
export type ChangeKind =
  /** Hand scopes over to an offer. */
  | 'delegate'
  /** Take an offer into the tenant, and hand scopes over to it where that was chosen too. */
  | 'accept'
  /** Let a new version of the offer take the place of the old one. */
  | 'update'
  /** Take delegations, or a whole offer, away. */
  | 'remove';

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
export interface DelegateItem {
  readonly does: 'delegate';
  readonly scope: ScopeRef;
  /** Tried in this order; the next one only where Azure refuses the one before as a reference. */
  readonly ways: readonly [Way, ...Way[]];
}

/** A copy of the offer that the run will store in a subscription. */
export interface AcceptItem {
  readonly does: 'accept';
  readonly scope: ScopeRef;
  readonly copyId: CopyId;
}

/** A copy that will say something else than it does now. What is delegated to it stays delegated. */
export interface UpdateItem {
  readonly does: 'update';
  /** The subscription that holds the copy. */
  readonly scope: ScopeRef;
  readonly copyId: CopyId;
  /** What it says now, as reviewed. */
  readonly from: OfferContent;
  readonly to: OfferContent;
}

/** A delegation that will be taken away. */
export interface RemoveItem {
  readonly does: 'remove';
  readonly scope: ScopeRef;
  readonly delegationId: DelegationId;
  readonly copyId: CopyId;
}

/** A copy that will be deleted, once nothing refers to it any more. */
export interface RemoveCopyItem {
  readonly does: 'removeCopy';
  /** The subscription that holds the copy. */
  readonly scope: ScopeRef;
  readonly copyId: CopyId;
  /** What it says, as reviewed. */
  readonly content: OfferContent;
}

/**
 * A copy that stays, written once more as it is: the first half of giving a kept delegation back what a removal took.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */
export interface ReapplyCopyItem {
  readonly does: 'reapplyCopy';
  /** The subscription that holds the copy. */
  readonly scope: ScopeRef;
  readonly copyId: CopyId;
  readonly content: OfferContent;
}

/** A delegation that stays, written once more as it is. */
export interface ReapplyItem {
  readonly does: 'reapply';
  readonly scope: ScopeRef;
  readonly delegationId: DelegationId;
  readonly copyId: CopyId;
  /** Of the offer it belongs to, as written by the provider. */
  readonly offerName: string;
}

/** One thing that the run will do. */
export type ChangeItem =
  DelegateItem | AcceptItem | UpdateItem | RemoveItem | RemoveCopyItem | ReapplyCopyItem | ReapplyItem;

/** What an item does. */
export type Doing = ChangeItem['does'];

/** A scope that is delegated to this offer, in this version, already; or a copy that says already what it is to say. */
export interface AlreadyThere {
  readonly scope: ScopeRef;
  /** The scope's own delegation, or that of its subscription. Absent where the copy itself is meant. */
  readonly delegationId?: DelegationId;
  readonly copyId: CopyId;
}

/** A resource group that needs nothing of its own: its subscription is chosen too. */
export interface Covered {
  readonly scope: ScopeRef;
  readonly by: ScopeId;
}

/** Something chosen that nothing will be written for, and why not. */
export interface Cannot<Blocker> {
  readonly scope: ScopeRef;
  /** The copy that is meant, where it is one. */
  readonly copyId?: CopyId;
  readonly reasons: readonly [CannotReason<Blocker>, ...CannotReason<Blocker>[]];
}

/** What speaks against it. */
export type CannotReason<Blocker> =
  /** The scope is not ready. */
  | { readonly code: 'blocked'; readonly blocker: Blocker }
  /** Another version of this offer is delegated there. */
  | { readonly code: 'otherVersionDelegated'; readonly delegationId: DelegationId; readonly version?: string }
  /** Another version of this offer is stored there under the same name: that is an update. */
  | { readonly code: 'otherVersionStored'; readonly copyId: CopyId; readonly version?: string }
  /** The new version belongs to another managing tenant: Azure takes that as another offer only. */
  | { readonly code: 'managingTenantChanged'; readonly from: TenantId; readonly to: TenantId }
  /** Delegations that stay refer to this copy. */
  | { readonly code: 'copyStillUsed'; readonly by: readonly DelegationId[] };

export interface ChangeSet<Blocker = unknown> {
  readonly kind: ChangeKind;
  readonly tenantId: TenantId;
  /** Object id, in this tenant, of the person who reviews it: nobody else may run it. */
  readonly actor: PrincipalId;
  /** Milliseconds since the epoch, by this device's clock. */
  readonly madeAt: number;
  /** What is given away, what it will say, or what is taken away. */
  readonly offer: ChangedOffer;
  /** Subscriptions where Microsoft.ManagedServices is registered first, each once for everything in it. */
  readonly registrations: readonly SubscriptionId[];
  /** Which of them wait for which others is decided by what they do: see engine/order.ts. */
  readonly items: readonly ChangeItem[];
  readonly already: readonly AlreadyThere[];
  readonly covered: readonly Covered[];
  readonly cannot: readonly Cannot<Blocker>[];
}

/** The offer as far as a change set speaks of it. */
export type ChangedOffer = Pick<Offer, 'key' | 'source' | 'providerName'> & { readonly content: OfferContent };

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
  const stored = items.flatMap((item) => (item.does === 'accept' ? item.copyId : []));
  const delegating = itemsDoing(changeSet, 'delegate');
  return {
    register: registrations.length,
    copies: {
      atLeast: new Set([...stored, ...delegating.map(({ ways }) => ways[0]).flatMap(copyMadeBy)]).size,
      atMost: new Set([...stored, ...delegating.flatMap(({ ways }) => ways.flatMap(copyMadeBy))]).size,
    },
    delegate: delegating.length,
    already: already.length,
    covered: covered.length,
    cannot: cannot.length,
  };
}

/** The items that do this, in the order of the change set. */
export function itemsDoing<Does extends Doing>(
  { items }: Pick<ChangeSet, 'items'>,
  does: Does,
): readonly Extract<ChangeItem, { readonly does: Does }>[] {
  return items.filter((item): item is Extract<ChangeItem, { readonly does: Does }> => item.does === does);
}

/** What an item is about: unlike its scope, no two items of a change set share it. */
export function subjectOf(item: ChangeItem): ScopeId | DelegationId | CopyId {
  switch (item.does) {
    case 'delegate':
      return item.scope.id;
    case 'remove':
    case 'reapply':
      return item.delegationId;
    case 'accept':
    case 'update':
    case 'removeCopy':
    case 'reapplyCopy':
      return item.copyId;
  }
}

function copyMadeBy(way: Way): readonly CopyId[] {
  return way.kind === 'copy' ? [way.copyId] : [];
}
