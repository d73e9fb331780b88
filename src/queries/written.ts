import type { AllowList, Estate } from '../domain/estate.ts';
import type { GuardrailKind } from '../domain/guardrail.ts';
import { idKey, type CopyId, type DelegationId } from '../domain/ids.ts';
import type { Delegation, OfferCopy } from '../domain/offer.ts';

/** What was written and read back, and what was seen to be gone. */
export interface Changes {
  readonly delegations: readonly Delegation[];
  readonly copies: readonly OfferCopy[];
  readonly gone: readonly (DelegationId | CopyId)[];
}

/**
 * What this app wrote and read back a moment ago. Resource Graph may not know it yet for some minutes, so it is laid
 * over what Resource Graph says until then: what was just done must never seem undone.
 * https://learn.microsoft.com/azure/governance/resource-graph/overview
 */
export interface Written {
  add(changes: Changes): void;
  over(estate: Estate): Estate;
  /** The same for an assignment of one of the two policies. */
  assign(kind: GuardrailKind, assignment: AllowList): void;
  overAssigned(kind: GuardrailKind, assignments: readonly AllowList[]): readonly AllowList[];
}

/** Longer than Resource Graph usually needs to see a change, in milliseconds. */
const remembered = 5 * 60_000;

/** What became of one id, and when. Without `it`: it is gone. */
interface Change<Thing> {
  readonly at: number;
  readonly it?: Thing;
}

export function rememberWritten(now: () => number): Written {
  const delegations = new Map<string, Change<Delegation>>();
  const copies = new Map<string, Change<OfferCopy>>();
  const assigned = new Map<string, { readonly at: number; readonly kind: GuardrailKind; readonly it: AllowList }>();
  return {
    add(changes) {
      const at = now();
      for (const it of changes.delegations) delegations.set(idKey(it.id), { at, it });
      for (const it of changes.copies) copies.set(idKey(it.id), { at, it });
      // An id is of one kind only: the other map never hears of it.
      for (const id of changes.gone) for (const known of [delegations, copies]) known.set(idKey(id), { at });
    },
    over: (estate) => ({
      ...estate,
      delegations: laidOver(estate.delegations, delegations, now()),
      copies: laidOver(estate.copies, copies, now()),
    }),
    assign: (kind, it) => void assigned.set(idKey(it.assignmentId), { at: now(), kind, it }),
    overAssigned(kind, known) {
      const fresh = [...assigned.values()].filter((each) => each.kind === kind && now() - each.at <= remembered);
      const there = new Set(known.map(({ assignmentId }) => idKey(assignmentId)));
      return [...known, ...fresh.flatMap(({ it }) => (there.has(idKey(it.assignmentId)) ? [] : [it]))];
    },
  };
}

/** What is known, with what is fresh in its place: added, changed or left out. */
function laidOver<Thing extends { readonly id: string }>(
  known: readonly Thing[],
  changes: ReadonlyMap<string, Change<Thing>>,
  now: number,
): readonly Thing[] {
  const fresh = new Map([...changes].filter(([, { at }]) => now - at <= remembered));
  if (fresh.size === 0) return known;
  const there = new Set(known.map(({ id }) => idKey(id)));
  return [
    ...known.flatMap((thing) => {
      const change = fresh.get(idKey(thing.id));
      if (!change) return [thing];
      return change.it ? [{ ...thing, ...change.it }] : [];
    }),
    ...[...fresh].flatMap(([key, { it }]) => (it && !there.has(key) ? [it] : [])),
  ];
}
