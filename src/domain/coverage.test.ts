import { describe, expect, it } from 'vitest';
import { copyIn, customer, offer, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { coverable, coverageByGroup, coverageOf, newSince, notCovered } from './coverage.ts';
import { delegationId, tenantId, type ScopeId } from './ids.ts';
import type { Delegation, Provisioning } from './offer.ts';

const copy = copyIn(1);
const delegated = (scope: ScopeId, provisioning: Provisioning = 'succeeded'): Delegation => ({
  id: delegationId(scope, 'dddddddd-0000-4000-8000-000000000001'),
  scope,
  copyId: copy.id,
  provisioning,
});
const all = [1, 2, 3, 4].map(subscription);

describe('coverageOf', () => {
  it('tells whole, in part and not at all apart; what failed covers nothing', () => {
    const northwind = offer(
      [copy],
      [
        delegated(subscription(1).id),
        delegated(resourceGroup(1, 'web').id),
        delegated(resourceGroup(2, 'web').id),
        delegated(resourceGroup(2, 'data').id),
        delegated(subscription(3).id, 'failed'),
      ],
    );
    const [found] = coverageOf([northwind], all);
    expect(found?.covered).toEqual([subscription(1)]);
    expect(found?.partly).toEqual([{ subscription: subscription(2), resourceGroups: 2 }]);
    expect(found?.open).toEqual([subscription(3), subscription(4)]);
    expect(found && notCovered(found)).toEqual([subscription(3), subscription(4), subscription(2)]);
  });

  it('leaves out offers that cover no subscription: these are not delegated, or meant for one group', () => {
    const one = offer([copy], [delegated(resourceGroup(1, 'web').id)]);
    expect(coverageOf([offer([copy]), offer([copy], [delegated(subscription(9).id)]), one], all)).toEqual([]);
  });

  it('counts by management group', () => {
    const platform = [{ name: 'p', displayName: 'Platform' }];
    const placed = all.map((one, at) => (at < 3 ? { ...one, managementGroups: platform } : one));
    const [found] = coverageOf([offer([copy], [delegated(subscription(1).id), delegated(subscription(4).id)])], placed);
    expect(found && coverageByGroup(found, placed)).toEqual([
      { key: 'p', path: platform, covered: 1, all: 3 },
      { key: '', covered: 1, all: 1 },
    ]);
  });
});

it('counts the subscriptions of the tenant that can take a delegation', () => {
  const foreign = { ...subscription(2), tenantId: tenantId('99999999-9999-4999-8999-999999999999') };
  const closed = { ...subscription(3), state: 'Disabled' } as const;
  const gone = { ...subscription(4), state: 'Deleted' } as const;
  expect(coverable([subscription(1), foreign, closed, gone], customer)).toEqual([subscription(1)]);
});

describe('newSince', () => {
  it('marks what was not there before, and nothing on the first visit', () => {
    expect(newSince(undefined, all)).toEqual([]);
    expect(newSince(new Set(), all)).toEqual(all);
    expect(newSince(new Set(all.slice(1).map(({ subscriptionId }) => subscriptionId)), all)).toEqual([subscription(1)]);
  });
});
