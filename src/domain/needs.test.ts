import { expect, it } from 'vitest';
import { copyIn, offer, subscription } from '../../test/domain/offers.ts';
import { coverageOf } from './coverage.ts';
import { delegationId } from './ids.ts';
import { needsOf } from './needs.ts';

const copy = copyIn(1);
const all = [1, 2, 3].map(subscription);
const forgotten = offer([copy]);
const used = offer(
  [copy],
  [
    {
      id: delegationId(subscription(1).id, 'dddddddd-0000-4000-8000-000000000001'),
      scope: subscription(1).id,
      copyId: copy.id,
      provisioning: 'succeeded',
    },
  ],
);
const offers = [used, forgotten];

it('lists the most urgent first: a run that did not end, offers without effect, updates, new subscriptions', () => {
  const updates = [{ offer: used, version: '2.0.0' }];
  const coverage = coverageOf(offers, all);
  const needs = needsOf({ unfinished: true, offers, updates, coverage, fresh: all.slice(0, 2) });
  expect(needs).toEqual([
    { kind: 'unfinishedRun' },
    { kind: 'notDelegated', offer: forgotten },
    { kind: 'updateAvailable', offer: used, version: '2.0.0' },
    { kind: 'newNotCovered', offer: used, subscriptions: [subscription(2)] },
  ]);
});

it('asks for nothing where nothing is new, forgotten or left over', () => {
  const coverage = coverageOf([used], all);
  expect(needsOf({ unfinished: false, offers: [used], updates: [], coverage, fresh: [] })).toEqual([]);
});
