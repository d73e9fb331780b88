import { describe, expect, it } from 'vitest';
import { content, copyIn, offer, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { azureWith, changeSetFor } from '../../../test/domain/runs.ts';
import type { ChangeItem } from '../changeSet.ts';
import { delegationId } from '../ids.ts';
import type { ItemRun, Proof } from '../run.ts';
import { beginningOrder, dependenciesOf, lastRemoval } from './order.ts';

const copyId = copyIn(1).id;
const id = delegationId(subscription(1).id, 'dddddddd-0000-4000-8000-000000000001');
const removal: ChangeItem = { does: 'remove', scope: subscription(1), delegationId: id, copyId };
const ofCopy: ChangeItem = { does: 'removeCopy', scope: subscription(1), copyId, content: content() };

function done(readAt: number): ItemRun {
  const proof: Proof = { delegationId: id, copyId, gone: true, readAt, clientRequestId: 'read' };
  return { status: { state: 'done', proof }, attempts: [], endedAt: readAt };
}
const unknown: ItemRun = { status: { state: 'unknown', problem: { code: 'noAnswer' } }, attempts: [] };
const failed: ItemRun = { status: { state: 'failed', problem: { code: 'notAllowed' } }, attempts: [], endedAt: 99 };

it.each<[string, readonly (readonly [ChangeItem, ItemRun])[], number | undefined]>([
  [
    'the last of several',
    [
      [removal, done(5)],
      [removal, done(8)],
      [removal, done(3)],
    ],
    8,
  ],
  [
    'one that may have gone later',
    [
      [removal, done(5)],
      [removal, { ...unknown, endedAt: 7 }],
    ],
    7,
  ],
  ['one of which nobody knows when it ended', [[removal, unknown]], undefined],
  ['one that is still there', [[removal, failed]], undefined],
  ['a copy, with which nobody loses access', [[ofCopy, done(5)]], undefined],
  ['nothing', [], undefined],
])('what is written again is written after the last removal that took something: %s', (_, run, at) => {
  expect(
    lastRemoval(
      { items: run.map(([item]) => item) },
      run.map(([, item]) => item),
    ),
  ).toBe(at);
});

describe('the order in which steps begin', () => {
  /** As they stand in the change set, and the subscriptions that are registered. */
  const begins = (scopes: Parameters<typeof changeSetFor>[3], registered: Parameters<typeof azureWith>[1]) => {
    const { azure, time } = azureWith(offer([copyIn(1)]), registered);
    const changeSet = changeSetFor(azure, time, offer([copyIn(1)]), scopes);
    return beginningOrder(changeSet).map((item) => changeSet.items[item]?.scope.id);
  };
  const [two, three] = [subscription(2), subscription(3)];
  const groups = ['a', 'b', 'c'].map((name) => resourceGroup(2, name));
  const [a, b, c] = groups.map((group) => group.id);
  const late = resourceGroup(3, 'late');

  it('is the reviewed one, where nothing is to be registered', () => {
    expect(begins([two, three], [two, three])).toEqual([two.id, three.id]);
  });

  it('takes first what is to be registered', () => {
    expect(begins([two, three], [two])).toEqual([three.id, two.id]);
  });

  it('takes subscriptions by turns, so that one with many resource groups holds up no other', () => {
    expect(begins([...groups, late], [two, three])).toEqual([a, late.id, b, c]);
    expect(begins([...groups, late], [two])).toEqual([late.id, a, b, c]);
    expect(begins([...groups, late], [three])).toEqual([a, late.id, b, c]);
  });
});

describe('what a step waits for', () => {
  const scope = subscription(1);
  const accept: ChangeItem = { does: 'accept', scope, copyId };
  const delegate = (kind: 'local' | 'reference' | 'copy'): ChangeItem => ({
    does: 'delegate',
    scope,
    ways: [{ kind, copyId, delegationId: id }],
  });
  const on = (...items: readonly ChangeItem[]) => dependenciesOf({ items }).map((it) => it.on);

  it('is the copy that it refers to, and not one that it stores itself', () => {
    expect(on(accept, delegate('local'), delegate('reference'), delegate('copy'))).toEqual([[], [0], [0], []]);
  });

  it('is every removal where it gives access back, and each of its own copy where it deletes that', () => {
    const elsewhere: ChangeItem = { ...removal, copyId: copyIn(2).id };
    const again: ChangeItem = { does: 'reapplyCopy', scope, copyId, content: content() };
    expect(on(removal, elsewhere, ofCopy, again)).toEqual([[], [], [0], [0, 1]]);
  });
});
