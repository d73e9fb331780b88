import { expect, it } from 'vitest';
import { content, copyIn, subscription } from '../../../test/domain/offers.ts';
import type { ChangeItem } from '../changeSet.ts';
import { delegationId } from '../ids.ts';
import type { ItemRun, Proof } from '../run.ts';
import { lastRemoval } from './order.ts';

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
