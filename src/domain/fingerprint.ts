import { canonicalJson } from './canonicalJson.ts';
import { compareText } from './compareText.ts';
import type { ChangeSet } from './changeSet.ts';
import type { Surroundings } from './port.ts';

/**
 * SHA-256, in lower-case hex, over everything in a change set that decides what is written: its kind, tenant, person,
 * the offer's whole content, every item with all its ids and contents. When it was made, names of scopes and the order of
 * choosing do not count: the same facts give the same fingerprint at any time.
 */
export function fingerprintOf(changeSet: ChangeSet, { sha256 }: Pick<Surroundings, 'sha256'>): Promise<string> {
  const { kind, tenantId, actor, offer, registrations, items, already, covered, cannot } = changeSet;
  return sha256(
    canonicalJson({
      kind,
      tenantId,
      actor,
      offer: offer.content,
      registrations: [...registrations].sort(),
      items: sorted(items.map((item) => ({ ...item, scope: item.scope.id }))),
      already: sorted(already.map((it) => ({ ...it, scope: it.scope.id }))),
      covered: sorted(covered.map(({ scope, by }) => ({ scope: scope.id, by }))),
      cannot: sorted(cannot.map(({ scope, copyId }) => ({ scope: scope.id, copyId }))),
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

function sorted(entries: readonly object[]): readonly object[] {
  const texts = new Map(entries.map((entry) => [entry, canonicalJson(entry)]));
  const text = (entry: object) => texts.get(entry) ?? '';
  return [...entries].sort((one, other) => compareText(text(one), text(other)));
}
