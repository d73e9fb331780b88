import { idKey } from './ids.ts';
import type { Delegation, Offer, OfferContent, OfferCopy } from './offer.ts';
import { isLive } from './offers.ts';
import { sameAccess } from './sameAccess.ts';
import { compareVersions } from './versions.ts';

/** One version of an offer as it is in the tenant: who says it, and what is delegated by it. */
export interface StoredVersion {
  readonly content: OfferContent;
  /** `undefined` for an offer without versions. */
  readonly version: string | undefined;
  readonly copies: readonly OfferCopy[];
  /** Those that give access, or are about to. */
  readonly delegations: readonly Delegation[];
}

/**
 * Who is on which version: the copies of an offer by what they say, newest version first. More than one entry: the offer is
 * updated in part only, or copies of one version differ in what they give.
 */
export function storedVersions({ copies, delegations }: Offer): readonly StoredVersion[] {
  const found: { readonly content: OfferCopy; readonly copies: OfferCopy[] }[] = [];
  for (const copy of copies) {
    const same = found.find(({ content }) => sameAccess(content, copy));
    if (same) same.copies.push(copy);
    else found.push({ content: copy, copies: [copy] });
  }
  return found
    .map(({ content, copies: saying }) => {
      const ids = new Set(saying.map(({ id }) => idKey(id)));
      return {
        content,
        version: content.plan?.version,
        copies: saying,
        delegations: delegations.filter((delegation) => isLive(delegation) && ids.has(idKey(delegation.copyId))),
      };
    })
    .toSorted((one, other) => compareVersions(other.version ?? '', one.version ?? ''));
}
