import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { numbersOf } from './changeSet.ts';
import { copyId, delegationId } from './ids.ts';
import { makeAcceptance } from './makeAcceptance.ts';
import { scopeRef } from './makeChangeSet.ts';
import type { ChosenScope } from './makeChangeSet.ts';
import { ownCopyId } from './names.ts';
import type { Offer, OfferCopy } from './offer.ts';
import type { Scope } from './scope.ts';

const chosen = (scope: Scope, facts: Partial<ChosenScope<string>> = {}): ChosenScope<string> => ({
  scope,
  registration: 'registered',
  blockers: [],
  ...facts,
});
const home = subscription(1);
const scope = scopeRef(home);
const stored = (copies: readonly OfferCopy[]): Offer => ({ ...offer([copyIn(1)]), copies });
const fresh = stored([]);
const own = ownCopyId(home.subscriptionId, fresh, home.id);

const accept = (of: Offer, into = chosen(home), delegate: readonly ChosenScope<string>[] = []) =>
  makeAcceptance({ tenantId: customer, actor: owner, offer: of, into, delegate, now: 3 });

describe('taking an offer in', () => {
  it('stores one copy in the chosen subscription, and gives nobody access', () => {
    const set = accept(fresh, chosen(home, { registration: 'notRegistered' }));
    expect(set).toMatchObject({
      kind: 'accept',
      madeAt: 3,
      registrations: [home.subscriptionId],
      items: [{ does: 'accept', scope, copyId: own }],
      already: [],
      cannot: [],
    });
    expect(set.items).toHaveLength(1);
  });

  it('hands over what was chosen with it by that copy, where Azure takes a reference', () => {
    const set = accept(fresh, chosen(home), [chosen(home), chosen(subscription(2)), chosen(resourceGroup(2, 'web'))]);
    const ways = set.items.flatMap((item) => (item.does === 'delegate' ? [item.ways.map(({ kind }) => kind)] : []));
    expect(set.items.map(({ does }) => does)).toEqual(['accept', 'delegate', 'delegate']);
    expect(ways).toEqual([['local'], ['reference', 'copy']]);
    const first = set.items.flatMap((item) => (item.does === 'delegate' ? item.ways[0].copyId : []));
    expect(new Set(first)).toEqual(new Set([own]));
    expect(set.covered).toHaveLength(1);
  });

  it('counts the copy that is stored for certain, and those that Azure may ask for', () => {
    expect(numbersOf(accept(fresh)).copies).toEqual({ atLeast: 1, atMost: 1 });
    expect(numbersOf(accept(fresh, chosen(home), [chosen(home), chosen(subscription(2))]))).toMatchObject({
      copies: { atLeast: 1, atMost: 2 },
      delegate: 2,
    });
  });

  it('finds it stored there already, and goes on with what was chosen', () => {
    const there = copyIn(1);
    const set = accept(stored([there]), chosen(home), [chosen(subscription(2))]);
    expect(set.already).toEqual([{ scope, copyId: there.id }]);
    expect(set.items).toMatchObject([{ does: 'delegate', ways: [{ kind: 'reference', copyId: there.id }, {}] }]);
  });

  it('lists what is delegated already beside it', () => {
    const there = copyIn(1);
    const delegation = {
      id: delegationId(home.id, 'dddddddd-0000-4000-8000-000000000001'),
      scope: home.id,
      copyId: there.id,
      provisioning: 'succeeded',
    } as const;
    const set = accept({ ...stored([there]), delegations: [delegation] }, chosen(home), [chosen(home)]);
    expect(set.already).toEqual([
      { scope, copyId: there.id },
      { scope, copyId: there.id, delegationId: delegation.id },
    ]);
  });

  it('stores one here though there is one elsewhere', () => {
    expect(accept(stored([copyIn(2)])).items).toMatchObject([{ does: 'accept', copyId: own }]);
    // The same under its own name, which Azure has not finished with: written again, not doubled.
    const working: OfferCopy = { ...copyIn(1), id: own, provisioning: 'failed' };
    const set = accept(stored([working]), chosen(home), [chosen(home)]);
    expect(set.items.map(({ does }) => does)).toEqual(['accept', 'delegate']);
    expect(set.items[1]).toMatchObject({ ways: [{ kind: 'local', copyId: own }] });
  });

  it('does not write over another version under its name, and says all that speaks against it', () => {
    const other: OfferCopy = { ...copyIn(1, content('0.9.0')), id: own };
    const elsewhere: OfferCopy = copyIn(1, content('0.9.0'));
    const { plan: _, ...bare } = { ...other, name: 'Another' };
    const reason = { code: 'otherVersionStored', copyId: own };
    const set = accept(stored([other]), chosen(home, { blockers: ['guest'] }));
    expect(set.cannot).toEqual([
      {
        scope,
        copyId: own,
        reasons: [
          { code: 'blocked', blocker: 'guest' },
          { ...reason, version: '0.9.0' },
        ],
      },
    ]);
    expect(set.items).toEqual([]);
    expect(accept(stored([bare])).cannot).toEqual([{ scope, copyId: own, reasons: [reason] }]);
    // Under another name it is in nobody's way.
    expect(accept(stored([elsewhere])).cannot).toEqual([]);
  });

  it('keeps the names that a template computes, each scope with its own copy', () => {
    const names = { copy: 'cccccccc-0000-4000-8000-0000000000aa', delegation: 'dddddddd-0000-4000-8000-0000000000aa' };
    const { plan: _, ...bare } = content();
    const template: Offer = { ...fresh, source: 'template', content: bare, namesAt: () => names };
    const set = accept(template, chosen(home), [chosen(subscription(2))]);
    expect(set.items).toMatchObject([
      { does: 'accept', copyId: copyId(home.subscriptionId, names.copy) },
      {
        does: 'delegate',
        ways: [
          {
            kind: 'copy',
            copyId: copyId(subscription(2).subscriptionId, names.copy),
            delegationId: delegationId(subscription(2).id, names.delegation),
          },
        ],
      },
    ]);
  });
});
