import { describe, expect, it } from 'vitest';
import { copyIn, customer, offer, owner, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { makeChangeSet } from '../makeChangeSet.ts';
import { beginningOrder } from './order.ts';

it('begins with what must be registered, and takes turns over the subscriptions', () => {
  const scopes = [
    resourceGroup(2, 'a'),
    resourceGroup(2, 'b'),
    resourceGroup(2, 'c'),
    subscription(3),
    resourceGroup(4, 'd'),
    resourceGroup(4, 'e'),
  ];
  const set = makeChangeSet<never>({
    tenantId: customer,
    actor: owner,
    offer: offer([copyIn(1)]),
    now: 0,
    chosen: scopes.map((scope) => ({
      scope,
      registration: scope.subscriptionId === resourceGroup(4, 'd').subscriptionId ? 'notRegistered' : 'registered',
      blockers: [],
    })),
  });
  const names = beginningOrder(set).map((item) => set.items[item]?.scope.name);
  expect(names).toEqual(['d', 'Subscription 3', 'a', 'e', 'b', 'c']);
});

describe('the order', () => {
  it('holds every item once', () => {
    const chosen = Array.from({ length: 50 }, (_, n) => ({
      scope: subscription(n),
      registration: 'registered' as const,
      blockers: [],
    }));
    const set = makeChangeSet<never>({ tenantId: customer, actor: owner, offer: offer([copyIn(99)]), now: 0, chosen });
    expect(beginningOrder(set).toSorted((a, b) => a - b)).toEqual(chosen.map((_, n) => n));
  });
});
