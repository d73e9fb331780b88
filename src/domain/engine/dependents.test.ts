import { describe, expect, it } from 'vitest';
import { copyIn, subscription } from '../../../test/domain/offers.ts';
import type { ChangeItem } from '../changeSet.ts';
import { delegationId } from '../ids.ts';
import type { ItemEnd, ItemRun } from '../run.ts';
import { alsoAgain, barredBy } from './dependents.ts';
import { dependenciesOf } from './order.ts';

const copy = copyIn(1);
const scope = subscription(1);
const ids = { scope, copyId: copy.id, delegationId: delegationId(scope.id, 'dddddddd-0000-4000-8000-000000000001') };
const proof = { copyId: copy.id, readAt: 1, clientRequestId: 'r' };
const ends: Readonly<Record<string, ItemEnd>> = {
  done: { state: 'done', proof },
  already: { state: 'already', proof },
  refused: { state: 'failed', problem: { code: 'notAllowed' } },
  barred: { state: 'failed', problem: { code: 'earlierStepFailed' } },
  unknown: { state: 'unknown', problem: { code: 'noAnswer' } },
  stopped: { state: 'stopped' },
};
const runs = (...names: readonly string[]): readonly ItemRun[] =>
  names.map((name) => ({
    status: ends[name] ?? { state: 'waiting' },
    attempts: [],
    ...(ends[name] && { endedAt: 1 }),
  }));

describe('what was waited for decides whether an item begins', () => {
  const barred = ends['barred'];
  it.each([
    ['all', ['done', 'already'], undefined],
    ['all', ['done', 'unknown'], barred],
    ['all', ['done', 'refused'], barred],
    ['all', ['stopped', 'refused'], barred],
    // What was stopped on request did not fail, and neither did what waited for it.
    ['all', ['done', 'stopped'], ends['stopped']],
    // One removal that may have taken access away is enough for giving it back.
    ['any', ['refused', 'done'], undefined],
    ['any', ['refused', 'unknown'], undefined],
    ['any', ['refused', 'stopped'], barred],
    ['any', ['stopped', 'stopped'], ends['stopped']],
    // Nothing to wait for.
    ['all', [], undefined],
    ['any', [], undefined],
  ] as const)('%s of %j', (needs, states, end) => {
    expect(barredBy({ on: states.map((_, index) => index), needs }, runs(...states))).toEqual(end);
  });
});

describe('retrying', () => {
  const items: readonly ChangeItem[] = [
    { does: 'remove', ...ids },
    { does: 'removeCopy', scope, copyId: copy.id, content: copy },
    { does: 'reapplyCopy', scope, copyId: copy.id, content: copy },
    { does: 'reapply', ...ids, offerName: copy.name },
  ];
  it.each([
    // A removal that is tried again takes access once more: what gives it back is due again, though it was done.
    ['a removal, and what restores', ['refused', 'barred', 'done', 'done'], [0], [0, 1, 2, 3]],
    ['what never began because of it', ['refused', 'stopped', 'barred', 'barred'], [0], [0, 1, 2, 3]],
    ['not what was done without it', ['refused', 'done', 'done', 'done'], [0], [0, 2, 3]],
    ['not what Azure itself refused', ['refused', 'refused', 'done', 'done'], [0], [0, 2, 3]],
    ['not what is still to come', ['refused', 'waiting', 'waiting', 'waiting'], [0], [0]],
    ['what waits for a copy, alone', ['done', 'done', 'refused', 'barred'], [2], [2, 3]],
    ['nothing else', ['done', 'refused', 'done', 'done'], [1], [1]],
  ] as const)('takes along %s', (_, states, again, expected) => {
    const found = alsoAgain({ items }, dependenciesOf({ items }), runs(...states), new Set(again));
    expect([...found].toSorted()).toEqual(expected);
  });

  it('does so in whatever order the items stand', () => {
    const backwards = items.toReversed();
    const found = alsoAgain(
      { items: backwards },
      dependenciesOf({ items: backwards }),
      runs('done', 'done', 'barred', 'refused'),
      new Set([3]),
    );
    expect([...found].toSorted()).toEqual([0, 1, 2, 3]);
  });
});
