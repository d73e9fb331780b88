import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { canonicalJson } from './canonicalJson.ts';
import { itemsDoing } from './changeSet.ts';
import type { ChangeSet } from './changeSet.ts';
import { fingerprintOf, shortFingerprint } from './fingerprint.ts';
import { delegationId, principalId, tenantId } from './ids.ts';
import { makeAcceptance } from './makeAcceptance.ts';
import { makeChangeSet } from './makeChangeSet.ts';
import { makeRemoval } from './makeRemoval.ts';
import { makeUpdate } from './makeUpdate.ts';
import type { Scope } from './scope.ts';

const surroundings = { sha256: async (text: string) => createHash('sha256').update(text).digest('hex') };

function changeSet(scopes: readonly Scope[] = [subscription(1), subscription(2)]): ChangeSet {
  const chosen = scopes.map((scope) => ({ scope, registration: 'notRegistered' as const, blockers: [] }));
  return makeChangeSet<never>({ tenantId: customer, actor: owner, offer: offer([copyIn(1)]), chosen, now: 0 });
}

const blocked = { code: 'blocked', blocker: 'guest' } as const;
const there = {
  scope: subscription(1).id,
  copyId: copyIn(1).id,
  delegationId: delegationId(subscription(1).id, 'dddddddd-0000-4000-8000-000000000001'),
};

describe('a fingerprint', () => {
  it('is the same for the same review, whenever it is made and in whatever order it was chosen', async () => {
    const one = await fingerprintOf(changeSet([subscription(1), subscription(2)]), surroundings);
    const other = await fingerprintOf({ ...changeSet([subscription(2), subscription(1)]), madeAt: 99 }, surroundings);
    expect(other).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells apart what is there already, comes with another and cannot be, entry by entry and in any order', async () => {
    const [one, two] = [subscription(7), subscription(8)];
    const lists: readonly Partial<ChangeSet>[] = [
      { already: [{ ...there, scope: one }] },
      { already: [{ ...there, scope: two }] },
      { already: [{ ...there, scope: one, copyId: copyIn(9).id }] },
      { covered: [{ scope: resourceGroup(7, 'web'), by: one.id }] },
      { covered: [{ scope: resourceGroup(7, 'app'), by: one.id }] },
      { cannot: [{ scope: one, reasons: [blocked] }] },
      { cannot: [{ scope: two, reasons: [blocked] }] },
      { cannot: [{ scope: one, copyId: copyIn(9).id, reasons: [blocked] }] },
    ];
    const prints = await Promise.all(lists.map((list) => fingerprintOf({ ...changeSet(), ...list }, surroundings)));
    expect(new Set(prints).size).toBe(lists.length);
    const both = [one, two].map((scope) => ({ scope, reasons: [blocked] as const }));
    const turned = await fingerprintOf({ ...changeSet(), cannot: both.toReversed() }, surroundings);
    expect(turned).toBe(await fingerprintOf({ ...changeSet(), cannot: both }, surroundings));
  });

  it.each<[string, (set: ChangeSet) => ChangeSet]>([
    ['the tenant', (set) => ({ ...set, tenantId: tenantId('99999999-0000-4000-8000-000000000009') })],
    ['the person', (set) => ({ ...set, actor: principalId('99999999-0000-4000-8000-000000000009') })],
    ['one scope less', (set) => ({ ...set, items: set.items.slice(1) })],
    ['one registration less', (set) => ({ ...set, registrations: set.registrations.slice(1) })],
    [
      'another copy',
      (set) => ({
        ...set,
        items: itemsDoing(set, 'delegate').map((item) => ({
          ...item,
          ways: [{ ...item.ways[0], copyId: copyIn(9).id }],
        })),
      }),
    ],
    [
      'one way less',
      (set) => ({ ...set, items: itemsDoing(set, 'delegate').map((item) => ({ ...item, ways: [item.ways[0]] })) }),
    ],
    ['another kind', (set) => ({ ...set, kind: 'accept' })],
    ['one minute more', (set) => withContent(set, { maximumMinutes: 481, mfa: true, approvers: [] })],
    ['one more that is there already', (set) => ({ ...set, already: [{ ...there, scope: subscription(7) }] })],
    ['one more that comes with another', (set) => ({ ...set, covered: [{ scope: subscription(7), by: there.scope }] })],
    ['one more that cannot be', (set) => ({ ...set, cannot: [{ scope: subscription(7), reasons: [blocked] }] })],
    ['no multi-factor authentication', (set) => withContent(set, { maximumMinutes: 480, mfa: false, approvers: [] })],
    [
      'another name of the offer',
      (set) => ({ ...set, offer: { ...set.offer, content: { ...set.offer.content, name: 'Northw1nd' } } }),
    ],
  ])('changes with %s', async (_what, changed) => {
    const set = changeSet([subscription(1), subscription(2), resourceGroup(3, 'web')]);
    expect(await fingerprintOf(changed(set), surroundings)).not.toBe(await fingerprintOf(set, surroundings));
  });

  it('can be read aloud', () => {
    expect(shortFingerprint('3f2a91bc07de55aa')).toBe('3f2a-91bc-07de');
  });
});

describe('the fingerprint of each kind', () => {
  const copy = copyIn(1);
  const at = { id: there.delegationId, scope: there.scope, copyId: copy.id, provisioning: 'succeeded' } as const;
  const of = offer([copy], [at]);
  const who = { tenantId: customer, actor: owner, now: 0 };
  const facts = { ...who, offer: of, blockersOf: () => [], nameOf: () => '' };
  const into = { scope: subscription(2), registration: 'notRegistered', blockers: [] } as const;
  const removal = { ...facts, offers: [of], delegations: [at.id], copies: [copy.id], reapply: true };

  // Frozen: a change here would make every run that is under way unrecognizable, and asks for a new journalShape.
  it.each<[string, ChangeSet, string]>([
    ['delegate', changeSet(), '538f3a3baf8ab6d761336a5e98a1fbbdbe27d264db076748d7dbfcd333c1ad54'],
    [
      'accept',
      makeAcceptance<never>({ ...who, offer: { ...of, copies: [] }, into, delegate: [into] }),
      'b53ede0e28803bb6520511f8e479f62759fe2a65c751ff3b3ec4d1551c756fc1',
    ],
    [
      'update',
      makeUpdate<never>({ ...facts, to: content('2.0.0') }),
      'a9ae338673229a46307ee6cf0b4a55ad9ca1ff13067d6184763fb0f5232d7db7',
    ],
    ['remove', makeRemoval<never>(removal), '3e5485eb474dfe2d19adc83c872807659c2515edcf5f3ea224ab744a211b8faa'],
  ])('%s is frozen', async (kind, set, frozen) => {
    expect(set.kind).toBe(kind);
    expect(await fingerprintOf(set, surroundings)).toBe(frozen);
  });
});

describe('canonical JSON', () => {
  it('is the same text whatever order members were set in', () => {
    expect(canonicalJson({ b: [{ y: 1, x: undefined, w: 'é' }], a: null })).toBe('{"a":null,"b":[{"w":"é","y":1}]}');
    expect(canonicalJson({ a: null, b: [{ w: 'é', y: 1 }] })).toBe(canonicalJson({ b: [{ y: 1, w: 'é' }], a: null }));
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});

function withContent(set: ChangeSet, justInTime: { maximumMinutes: number; mfa: boolean; approvers: [] }): ChangeSet {
  const authorizations = set.offer.content.authorizations.map((it) =>
    it.kind === 'eligible' ? { ...it, justInTime } : it,
  );
  return { ...set, offer: { ...set.offer, content: { ...set.offer.content, authorizations } } };
}
