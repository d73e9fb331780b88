import { idKey } from './ids.ts';
import type { CopyId } from './ids.ts';
import type { Delegation, OfferContent, OfferCopy } from './offer.ts';
import { offerKey } from './offerKey.ts';
import { sameAccess } from './sameAccess.ts';

/** How one scope stands towards an offer, judged by the delegations at that scope. */
export type Standing =
  | { readonly state: 'none' }
  /** Delegated to the offer, with exactly this content. */
  | { readonly state: 'same'; readonly delegation: Delegation }
  /** Delegated to the offer in another version, or with other access. */
  | { readonly state: 'other'; readonly delegation: Delegation; readonly version: string | undefined }
  /** Azure is applying a delegation with exactly this content. */
  | { readonly state: 'settling'; readonly delegation: Delegation }
  /** A delegation with exactly this content is there and did not succeed. */
  | { readonly state: 'broken'; readonly delegation: Delegation };

/** Finds the copy a delegation refers to: among the given ones, else as Azure expanded it. */
export type CopyOf = (delegation: Delegation) => OfferContent | undefined;

/** Looks copies up by id, and falls back on what Azure expanded. */
export function copiesById(copies: readonly OfferCopy[]): CopyOf {
  const byId = new Map(copies.map((copy) => [idKey(copy.id), copy]));
  return ({ copyId, copy }) => byId.get(idKey(copyId satisfies CopyId)) ?? copy;
}

/**
 * How the scope stands towards the offer. `delegations` are those at the scope itself, of any offer. A delegation
 * that is being deleted, or that did not succeed in another version, gives nothing and does not count; one whose copy
 * is unknown cannot be judged and is left out.
 */
export function standingOf(delegations: readonly Delegation[], content: OfferContent, copyOf: CopyOf): Standing {
  let found: Standing = { state: 'none' };
  for (const delegation of delegations) {
    const standing = judge(delegation, content, copyOf(delegation));
    if (weight[standing.state] > weight[found.state]) found = standing;
  }
  return found;
}

/** Where several delegations are found, the one that decides. */
const weight = { none: 0, broken: 1, settling: 2, other: 3, same: 4 } as const satisfies Record<
  Standing['state'],
  number
>;

function judge(delegation: Delegation, content: OfferContent, copy: OfferContent | undefined): Standing {
  if (!copy || offerKey(copy) !== offerKey(content)) return { state: 'none' };
  const same = sameAccess(copy, content);
  switch (delegation.provisioning) {
    case 'succeeded':
      return same ? { state: 'same', delegation } : { state: 'other', delegation, version: copy.plan?.version };
    case 'working':
      return same ? { state: 'settling', delegation } : { state: 'other', delegation, version: copy.plan?.version };
    case 'failed':
    case 'canceled':
      return same ? { state: 'broken', delegation } : { state: 'none' };
    case 'deleting':
      return { state: 'none' };
  }
}
