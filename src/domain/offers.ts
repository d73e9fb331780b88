import { canonicalJson } from './canonicalJson.ts';
import { compareText } from './compareText.ts';
import { idKey, parseCopyId, type ScopeId, type SubscriptionId } from './ids.ts';
import type { Delegation, Offer, OfferContent, OfferCopy, OfferKey } from './offer.ts';
import { offerKey } from './offerKey.ts';
import { sameAccess } from './sameAccess.ts';
import { compareVersions } from './versions.ts';

/** The offers of a tenant as people think of them, and what cannot be counted among them. */
export interface OfferGroups {
  /** In a fixed order: by provider, name and key. */
  readonly offers: readonly Offer[];
  /** Delegations whose copy is gone or cannot be read: somebody has access by them, nobody can say which. */
  readonly withoutOffer: readonly Delegation[];
}

/** A copy in effect or on its way before one that failed or goes. */
function inEffect(copy: OfferCopy): number {
  return copy.provisioning === 'succeeded' || copy.provisioning === 'working' ? 0 : 1;
}

/** Total order of one offer's copies: the one that is shown, and referred to first, comes first. */
function compareCopies(one: OfferCopy, other: OfferCopy, read: ReadonlyMap<string, OfferCopy>): number {
  const unread = (copy: OfferCopy) => (read.has(idKey(copy.id)) ? 0 : 1);
  const unsettled = (copy: OfferCopy) => (copy.provisioning === 'succeeded' ? 0 : 1);
  return (
    inEffect(one) - inEffect(other) ||
    compareVersions(other.plan?.version ?? '', one.plan?.version ?? '') ||
    unsettled(one) - unsettled(other) ||
    unread(one) - unread(other) ||
    compareText(idKey(one.id), idKey(other.id))
  );
}

/** One of each id, sorted by it; of several with one id the same one, whatever order they come in. */
function distinct<T extends { readonly id: string }>(several: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const one of several) {
    const key = idKey(one.id);
    const other = found.get(key);
    if (!other || compareText(canonicalJson(one), canonicalJson(other)) < 0) found.set(key, one);
  }
  return new Map([...found].toSorted(([one], [other]) => compareText(one, other)));
}

/** The copy as Azure expanded it in a delegation, under the id that the delegation refers to. */
function expandedCopy({ copyId, copy }: Delegation): OfferCopy | undefined {
  return copy && { ...copy, id: copyId, subscriptionId: parseCopyId(copyId)?.subscriptionId ?? copy.subscriptionId };
}

function contentOf(copy: OfferCopy): OfferContent {
  const { managedByTenantId, name, description, plan, authorizations } = copy;
  return {
    managedByTenantId,
    name,
    ...(description === undefined ? {} : { description }),
    ...(plan === undefined ? {} : { plan }),
    authorizations,
  };
}

function toOffer(copies: readonly [OfferCopy, ...OfferCopy[]], delegations: readonly Delegation[]): Offer {
  const [first] = copies;
  const providerName = copies.find((copy) => copy.managedByTenantName)?.managedByTenantName;
  return {
    key: offerKey(first),
    source: first.plan ? 'marketplace' : 'template',
    managedByTenantId: first.managedByTenantId,
    ...(providerName === undefined ? {} : { providerName }),
    content: contentOf(first),
    copies,
    delegations,
  };
}

/**
 * Copies and delegations put together as offers: many copies of one offer are one offer. A delegation whose copy was not
 * read counts by the copy that Azure expanded in it. The same whatever order the lists come in.
 * https://learn.microsoft.com/azure/lighthouse/concepts/architecture
 */
export function groupOffers(copies: readonly OfferCopy[], delegations: readonly Delegation[]): OfferGroups {
  const read = distinct(copies);
  const known = new Map(read);
  const existing = [...distinct(delegations).values()];
  for (const delegation of existing) {
    const copy = expandedCopy(delegation);
    if (copy && !known.has(idKey(copy.id))) known.set(idKey(copy.id), copy);
  }

  const groups = new Map<OfferKey, { readonly copies: OfferCopy[]; readonly delegations: Delegation[] }>();
  const groupOfCopy = new Map<string, Delegation[]>();
  for (const [id, copy] of known) {
    const key = offerKey(copy);
    const group = groups.get(key) ?? { copies: [], delegations: [] };
    groups.set(key, group);
    group.copies.push(copy);
    groupOfCopy.set(id, group.delegations);
  }
  const withoutOffer: Delegation[] = [];
  for (const delegation of existing) (groupOfCopy.get(idKey(delegation.copyId)) ?? withoutOffer).push(delegation);

  const offers = [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group.copies.toSorted((one, other) => compareCopies(one, other, read));
    return first ? [toOffer([first, ...rest], group.delegations)] : [];
  });
  return {
    offers: offers.toSorted(
      (one, other) =>
        compareText(one.providerName?.toLowerCase() ?? '', other.providerName?.toLowerCase() ?? '') ||
        compareText(one.content.name.toLowerCase(), other.content.name.toLowerCase()) ||
        compareText(one.key, other.key),
    ),
    withoutOffer,
  };
}

/** Whether a delegation gives access, or is about to. One that failed, was cancelled or is going gives none. */
export function isLive(delegation: Delegation): boolean {
  return delegation.provisioning === 'succeeded' || delegation.provisioning === 'working';
}

/** The scopes that are delegated to the offer, each once, in a fixed order. */
export function delegatedScopes(offer: Offer): readonly ScopeId[] {
  const scopes = new Map(offer.delegations.filter(isLive).map(({ scope }) => [idKey(scope), scope]));
  return [...scopes].toSorted(([one], [other]) => compareText(one, other)).map(([, scope]) => scope);
}

/** Whether the offer is accepted in this tenant and nothing is delegated to it yet. */
export function acceptedNotDelegated(offer: Offer): boolean {
  return !offer.delegations.some(isLive);
}

/**
 * The copy that a delegation in a subscription should refer to: one in the subscription itself, else any other, and
 * only one that says exactly what is shown and reviewed. `undefined` where there is none: then one has to be stored.
 * Prepared once for many subscriptions.
 */
export function copiesToReferTo(offer: Offer): (subscription: SubscriptionId) => OfferCopy | undefined {
  const usable = offer.copies.filter((copy) => copy.provisioning === 'succeeded' && sameAccess(copy, offer.content));
  // The last of one subscription wins in a map, and the first is to win.
  const local = new Map(usable.toReversed().map((copy) => [parseCopyId(copy.id)?.subscriptionId, copy]));
  return (subscription) => local.get(subscription) ?? usable[0];
}
