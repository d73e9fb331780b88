import type { AlreadyThere, Cannot, ChangeSet, ScopeRef, UpdateItem } from './changeSet.ts';
import { subscriptionScope } from './ids.ts';
import type { PrincipalId, SubscriptionId, TenantId } from './ids.ts';
import { changedOffer, contentOnly } from './makeChangeSet.ts';
import type { Offer, OfferContent, OfferCopy } from './offer.ts';
import { saysThis } from './sameAccess.ts';

/** The facts that an update is made from. */
export interface UpdateFacts<Blocker> {
  readonly tenantId: TenantId;
  readonly actor: PrincipalId;
  readonly offer: Offer;
  /** What every copy is to say: the newer version of the catalog offer, or what the newer template says. */
  readonly to: OfferContent;
  /** What speaks against writing in a subscription now; empty where nothing does. */
  readonly blockersOf: (subscription: SubscriptionId) => readonly Blocker[];
  /** What people call a subscription. */
  readonly nameOf: (subscription: SubscriptionId) => string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What a run would do to bring every copy of an offer to a new version. Copies that are there already stand in `already`, so
 * the same change set also finishes an update that got half-way. Delegations need nothing: Azure applies the copy to them.
 * An offer cannot move to another managing tenant; then nothing is done and every copy says why.
 * https://learn.microsoft.com/azure/lighthouse/how-to/update-delegation
 */
export function makeUpdate<Blocker>(facts: UpdateFacts<Blocker>): ChangeSet<Blocker> {
  const { tenantId, actor, offer, to, blockersOf, now } = facts;
  const items: UpdateItem[] = [];
  const already: AlreadyThere[] = [];
  const cannot: Cannot<Blocker>[] = [];
  for (const copy of offer.copies) {
    const scope = scopeOf(copy, facts);
    const meant = contentFor(copy, to);
    const [reason, ...reasons] = [
      ...(copy.managedByTenantId === to.managedByTenantId
        ? []
        : [{ code: 'managingTenantChanged', from: copy.managedByTenantId, to: to.managedByTenantId } as const]),
      ...blockersOf(copy.subscriptionId).map((blocker) => ({ code: 'blocked', blocker }) as const),
    ];
    if (saysThis(copy, meant) && copy.provisioning === 'succeeded') already.push({ scope, copyId: copy.id });
    else if (reason) cannot.push({ scope, copyId: copy.id, reasons: [reason, ...reasons] });
    else items.push({ does: 'update', scope, copyId: copy.id, from: contentOnly(copy), to: meant });
  }
  return {
    kind: 'update',
    tenantId,
    actor,
    madeAt: now,
    offer: changedOffer(offer, to),
    registrations: [],
    items,
    already,
    covered: [],
    cannot,
  };
}

/** A marketplace version says nothing about what a copy is called and how it is described: that stays. */
function contentFor({ name, description }: OfferCopy, to: OfferContent): OfferContent {
  if (!to.plan) return contentOnly(to);
  const { managedByTenantId, plan, authorizations } = to;
  return { managedByTenantId, name, ...(description !== undefined && { description }), plan, authorizations };
}

function scopeOf<Blocker>({ subscriptionId }: OfferCopy, { nameOf }: UpdateFacts<Blocker>): ScopeRef {
  return { kind: 'subscription', id: subscriptionScope(subscriptionId), subscriptionId, name: nameOf(subscriptionId) };
}
