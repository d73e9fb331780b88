import { expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, subscription } from '../../test/domain/offers.ts';
import { numbersOf, subjectOf, type ChangeItem } from './changeSet.ts';
import { delegationId } from './ids.ts';
import { makeAcceptance } from './makeAcceptance.ts';

it('counts the copy that taking an offer in stores, once, whatever is delegated to it', () => {
  const incoming = { ...offer([copyIn(1)]), copies: [] };
  const into = { scope: subscription(1), registration: 'notRegistered', blockers: [] } as const;
  const facts = { tenantId: customer, actor: owner, now: 0, offer: incoming, into };
  const none = { register: 1, delegate: 0, already: 0, covered: 0, cannot: 0 };
  expect(numbersOf(makeAcceptance<never>({ ...facts, delegate: [] }))).toEqual({
    ...none,
    copies: { atLeast: 1, atMost: 1 },
  });
  expect(numbersOf(makeAcceptance<never>({ ...facts, delegate: [into] }))).toEqual({
    ...none,
    delegate: 1,
    copies: { atLeast: 1, atMost: 1 },
  });
});

const scope = subscription(1);
const copyId = copyIn(1).id;
const id = delegationId(scope.id, 'dddddddd-0000-4000-8000-000000000001');

it.each<[ChangeItem, string]>([
  [{ does: 'delegate', scope, ways: [{ kind: 'local', copyId, delegationId: id }] }, scope.id],
  [{ does: 'remove', scope, delegationId: id, copyId }, id],
  [{ does: 'reapply', scope, delegationId: id, copyId, offerName: 'Kept' }, id],
  [{ does: 'accept', scope, copyId }, copyId],
  [{ does: 'update', scope, copyId, from: content(), to: content('2.0.0') }, copyId],
  [{ does: 'removeCopy', scope, copyId, content: content() }, copyId],
  [{ does: 'reapplyCopy', scope, copyId, content: content() }, copyId],
])('is about what no other item of its kind is about: $0.does', (item, subject) => {
  expect(subjectOf(item)).toBe(subject);
});
