import type { Estate } from '../domain/estate.ts';
import { idKey } from '../domain/ids.ts';
import type { Delegation, OfferCopy } from '../domain/offer.ts';

/**
 * What this app wrote and read back a moment ago. Resource Graph may not know it yet for some minutes, so it is laid
 * over what Resource Graph says until then: what was just done must never seem undone.
 * https://learn.microsoft.com/azure/governance/resource-graph/overview
 */
export interface Written {
  add(delegations: readonly Delegation[], copies: readonly OfferCopy[]): void;
  over(estate: Estate): Estate;
}

/** Longer than Resource Graph usually needs to see a change, in milliseconds. */
const remembered = 5 * 60_000;

export function rememberWritten(now: () => number): Written {
  const delegations = new Map<string, { readonly at: number; readonly it: Delegation }>();
  const copies = new Map<string, { readonly at: number; readonly it: OfferCopy }>();
  return {
    add(newDelegations, newCopies) {
      const at = now();
      for (const it of newDelegations) delegations.set(idKey(it.id), { at, it });
      for (const it of newCopies) copies.set(idKey(it.id), { at, it });
    },
    over: (estate) => ({
      ...estate,
      delegations: merged(estate.delegations, delegations, now()),
      copies: merged(estate.copies, copies, now()),
    }),
  };
}

/** What is known plus what is missing there, as long as it is fresh. */
function merged<Thing extends { readonly id: string }>(
  known: readonly Thing[],
  written: ReadonlyMap<string, { readonly at: number; readonly it: Thing }>,
  now: number,
): readonly Thing[] {
  const there = new Set(known.map(({ id }) => idKey(id)));
  const missing = [...written].flatMap(([key, { at, it }]) => (there.has(key) || now - at > remembered ? [] : [it]));
  return missing.length === 0 ? known : [...known, ...missing];
}
