import type { AcceptItem, AlreadyThere, Cannot, ChangeSet } from './changeSet.ts';
import { parseCopyId, sameId } from './ids.ts';
import type { CopyId, PrincipalId, TenantId } from './ids.ts';
import { contentOnly, makeChangeSet, registrationsFor, scopeRef } from './makeChangeSet.ts';
import type { ChosenScope } from './makeChangeSet.ts';
import { ownCopyId } from './names.ts';
import type { Offer, OfferCopy } from './offer.ts';
import { copiesToReferTo } from './offers.ts';
import { sameAccess } from './sameAccess.ts';

/** The facts that an acceptance is made from. */
export interface AcceptanceFacts<Blocker> {
  readonly tenantId: TenantId;
  readonly actor: PrincipalId;
  /** What is to be accepted, with whatever copies and delegations of it there are. */
  readonly offer: Offer;
  /** The subscription that will hold the copy. */
  readonly into: ChosenScope<Blocker>;
  /** Scopes that are handed over to it in the same run; none where the offer is only to be taken in. */
  readonly delegate: readonly ChosenScope<Blocker>[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What a run would do to take an offer into the tenant: one copy in one subscription, registered first where that is
 * needed, and the delegations that were chosen with it. A template offer keeps the names that its template computes, for the
 * copy and for each delegation. Storing the copy alone gives nobody access.
 * https://learn.microsoft.com/azure/lighthouse/concepts/architecture
 */
export function makeAcceptance<Blocker>(facts: AcceptanceFacts<Blocker>): ChangeSet<Blocker> {
  const { tenantId, actor, offer, into, delegate, now } = facts;
  const copyId = ownCopyId(into.scope.subscriptionId, offer, into.scope.id);
  const verdict = judge(offer, copyId, into);
  const delegating = makeChangeSet<Blocker>({
    tenantId,
    actor,
    offer: 'item' in verdict ? withCopy(offer, copyId) : offer,
    chosen: delegate,
    now,
  });
  const items = [...('item' in verdict ? [verdict.item] : []), ...delegating.items];
  return {
    ...delegating,
    kind: 'accept',
    registrations: registrationsFor(items, [into, ...delegate]),
    items,
    already: [...('already' in verdict ? [verdict.already] : []), ...delegating.already],
    cannot: [...('cannot' in verdict ? [verdict.cannot] : []), ...delegating.cannot],
  };
}

type Verdict<Blocker> =
  { readonly item: AcceptItem } | { readonly already: AlreadyThere } | { readonly cannot: Cannot<Blocker> };

function judge<Blocker>(offer: Offer, copyId: CopyId, into: ChosenScope<Blocker>): Verdict<Blocker> {
  const scope = scopeRef(into.scope);
  const stored = copiesToReferTo(offer)(into.scope.subscriptionId);
  if (stored && parseCopyId(stored.id)?.subscriptionId === into.scope.subscriptionId) {
    return { already: { scope, copyId: stored.id } };
  }
  const inTheWay = offer.copies.find((copy) => sameId(copy.id, copyId) && !sameAccess(copy, offer.content));
  const [reason, ...reasons] = [
    ...into.blockers.map((blocker) => ({ code: 'blocked', blocker }) as const),
    ...(inTheWay ? [{ code: 'otherVersionStored', copyId, ...versionOf(inTheWay) } as const] : []),
  ];
  if (reason) return { cannot: { scope, copyId, reasons: [reason, ...reasons] } };
  return { item: { does: 'accept', scope, copyId } };
}

function versionOf({ plan }: OfferCopy): { readonly version?: string } {
  return plan ? { version: plan.version } : {};
}

/**
 * The offer as it will be once the copy is stored: delegations refer to it. Where a template names the copy of each scope
 * itself, they go on storing their own.
 */
function withCopy(offer: Offer, id: CopyId): Offer {
  const subscriptionId = parseCopyId(id)?.subscriptionId;
  if (offer.namesAt || !subscriptionId) return offer;
  const copy: OfferCopy = { ...contentOnly(offer.content), id, subscriptionId, provisioning: 'succeeded' };
  return { ...offer, copies: [...offer.copies, copy] };
}
