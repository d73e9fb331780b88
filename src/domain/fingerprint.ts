import { canonicalJson } from './canonicalJson.ts';
import type { ChangeSet, ScopeRef } from './changeSet.ts';
import type { Surroundings } from './port.ts';

/**
 * SHA-256, in lower-case hex, over everything in a change set that decides what is written: tenant, person, the
 * offer's whole content, every scope with its steps and ids. When it was made, names of scopes and the order of
 * choosing do not count: the same facts give the same fingerprint at any time.
 */
export function fingerprintOf(changeSet: ChangeSet, { sha256 }: Pick<Surroundings, 'sha256'>): Promise<string> {
  const { tenantId, actor, offer, registrations, items, already, covered, cannot } = changeSet;
  return sha256(
    canonicalJson({
      tenantId,
      actor,
      offer: offer.content,
      registrations: [...registrations].sort(),
      items: byScope(items).map(({ scope, ways }) => ({ scope: scope.id, ways })),
      already: byScope(already).map(({ scope, delegationId, copyId }) => ({ scope: scope.id, delegationId, copyId })),
      covered: byScope(covered).map(({ scope, by }) => ({ scope: scope.id, by })),
      cannot: byScope(cannot).map(({ scope }) => scope.id),
    }),
  );
}

/** A form that two people can compare aloud: the first twelve digits, `3f2a-91bc-07de`. */
export function shortFingerprint(fingerprint: string): string {
  return (
    fingerprint
      .slice(0, 12)
      .match(/.{1,4}/g)
      ?.join('-') ?? fingerprint
  );
}

function byScope<T extends { readonly scope: ScopeRef }>(entries: readonly T[]): readonly T[] {
  // A scope stands in a change set once: no two are equal.
  return [...entries].sort((one, other) => (one.scope.id < other.scope.id ? -1 : 1));
}
