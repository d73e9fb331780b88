import { expect, it } from 'vitest';
import { copyIn, customer, offer, owner, subscription } from '../../test/domain/offers.ts';
import { numbersOf } from './changeSet.ts';
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
