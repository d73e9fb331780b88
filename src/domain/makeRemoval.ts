import type { Cannot, ChangeItem, ChangeSet, ScopeRef } from './changeSet.ts';
import { idKey, parseCopyId, parseScope, subscriptionScope } from './ids.ts';
import type { CopyId, DelegationId, PrincipalId, ScopeId, SubscriptionId, TenantId } from './ids.ts';
import { changedOffer, contentOnly } from './makeChangeSet.ts';
import type { Delegation, Offer, OfferCopy } from './offer.ts';
import { overlapsOf } from './overlaps.ts';
import type { Overlap } from './overlaps.ts';

/** The facts that a removal is made from. */
export interface RemovalFacts<Blocker> {
  readonly tenantId: TenantId;
  readonly actor: PrincipalId;
  /** Whose delegations are taken away. */
  readonly offer: Offer;
  /** Every offer of the tenant, this one too: what stays may lose access with what goes. */
  readonly offers: readonly Offer[];
  /** The delegations to take away. */
  readonly delegations: readonly DelegationId[];
  /** The copies to delete, once nothing refers to them: all of an offer that goes for good, or leftovers. */
  readonly copies: readonly CopyId[];
  /** Whether what stays and shares access with what goes is written again afterwards. */
  readonly reapply: boolean;
  /** What speaks against writing in a subscription now; empty where nothing does. */
  readonly blockersOf: (subscription: SubscriptionId) => readonly Blocker[];
  /** What people call a subscription. */
  readonly nameOf: (subscription: SubscriptionId) => string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What a run would do to take access back: the delegations first, then the copies that nothing refers to any more, then,
 * where that was chosen, what stays and shares access with what went is written again. A copy that a kept delegation refers to,
 * of whatever scope, is not deleted and says so.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */
export function makeRemoval<Blocker>(facts: RemovalFacts<Blocker>): ChangeSet<Blocker> {
  const { tenantId, actor, offer, offers, reapply, now } = facts;
  const wanted = new Set(facts.delegations.map(idKey));
  const cannot: Cannot<Blocker>[] = [];
  const removed: Delegation[] = [];
  const items: ChangeItem[] = [];
  for (const delegation of offer.delegations) {
    if (!wanted.has(idKey(delegation.id))) continue;
    const scope = scopeAt(delegation.scope, facts.nameOf);
    const reasons = scope && blocked(scope.subscriptionId, facts);
    if (!scope) continue;
    if (reasons) cannot.push({ scope, reasons });
    else {
      removed.push(delegation);
      items.push({ does: 'remove', scope, delegationId: delegation.id, copyId: delegation.copyId });
    }
  }
  for (const copy of offer.copies) {
    if (!facts.copies.some((id) => idKey(id) === idKey(copy.id))) continue;
    const scope = homeOf(copy.id, facts.nameOf);
    if (!scope) continue;
    const [first, ...others] = staying(copy, offers, removed);
    const reasons: Cannot<Blocker>['reasons'] | undefined = first
      ? [{ code: 'copyStillUsed', by: [first, ...others] }]
      : blocked(scope.subscriptionId, facts);
    if (reasons) cannot.push({ scope, copyId: copy.id, reasons });
    else items.push({ does: 'removeCopy', scope, copyId: copy.id, content: contentOnly(copy) });
  }
  return {
    kind: 'remove',
    tenantId,
    actor,
    madeAt: now,
    offer: changedOffer(offer),
    registrations: [],
    items: [...items, ...(reapply ? reapplying(overlapsOf(removed, offers), facts.nameOf) : [])],
    already: [],
    covered: [],
    cannot,
  };
}

/** The copies of an offer that nothing is delegated to: what a removal elsewhere has left behind. */
export function leftoversOf({ copies, delegations }: Offer): readonly OfferCopy[] {
  const used = new Set(delegations.map(({ copyId }) => idKey(copyId)));
  return copies.filter(({ id }) => !used.has(idKey(id)));
}

function blocked<Blocker>(
  id: SubscriptionId,
  { blockersOf }: RemovalFacts<Blocker>,
): Cannot<Blocker>['reasons'] | undefined {
  const [first, ...others] = blockersOf(id).map((blocker) => ({ code: 'blocked', blocker }) as const);
  return first && [first, ...others];
}

/** Delegations that refer to the copy and are not taken away, whatever became of them. */
function staying(copy: OfferCopy, offers: readonly Offer[], removed: readonly Delegation[]): readonly DelegationId[] {
  const goes = new Set(removed.map(({ id }) => idKey(id)));
  return offers
    .flatMap(({ delegations }) => delegations)
    .filter(({ id, copyId }) => idKey(copyId) === idKey(copy.id) && !goes.has(idKey(id)))
    .map(({ id }) => id);
}

function reapplying(overlaps: readonly Overlap[], nameOf: (id: SubscriptionId) => string): readonly ChangeItem[] {
  const copies = new Map(overlaps.map(({ copy }) => [idKey(copy.id), copy]));
  return [
    ...[...copies.values()].flatMap((copy): ChangeItem[] => {
      const scope = homeOf(copy.id, nameOf);
      return scope ? [{ does: 'reapplyCopy', scope, copyId: copy.id, content: contentOnly(copy) }] : [];
    }),
    ...overlaps.flatMap(({ kept, copy }): ChangeItem[] => {
      const scope = scopeAt(kept.scope, nameOf);
      const { id: delegationId, copyId } = kept;
      return scope ? [{ does: 'reapply', scope, delegationId, copyId, offerName: copy.name }] : [];
    }),
  ];
}

function homeOf(id: CopyId, nameOf: (id: SubscriptionId) => string): ScopeRef | undefined {
  const home = parseCopyId(id)?.subscriptionId;
  return home && scopeAt(subscriptionScope(home), nameOf);
}

function scopeAt(id: ScopeId, nameOf: (id: SubscriptionId) => string): ScopeRef | undefined {
  const found = parseScope(id);
  if (!found) return undefined;
  const { subscriptionId, resourceGroup } = found;
  return resourceGroup === undefined
    ? { kind: 'subscription', id, subscriptionId, name: nameOf(subscriptionId) }
    : { kind: 'resourceGroup', id, subscriptionId, name: resourceGroup };
}
