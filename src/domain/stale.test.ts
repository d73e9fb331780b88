import { describe, expect, it } from 'vitest';
import {
  content,
  copyIn,
  customer,
  offer,
  owner,
  provider,
  resourceGroup,
  subscription,
  subscriptionNo,
  type StoredOffer,
} from '../../test/domain/offers.ts';
import type { ChangeSet } from './changeSet.ts';
import { delegationId, principalId, tenantId } from './ids.ts';
import { makeChangeSet } from './makeChangeSet.ts';
import { makeRemoval } from './makeRemoval.ts';
import { makeUpdate } from './makeUpdate.ts';
import type { ChosenScope } from './makeChangeSet.ts';
import type { Offer } from './offer.ts';
import { needsReview, whatMoved } from './stale.ts';

const home = copyIn(1);
const two: ChosenScope<string> = { scope: subscription(2), registration: 'registered', blockers: [] };
const three: ChosenScope<string> = { scope: resourceGroup(3, 'web'), registration: 'notRegistered', blockers: [] };

function changeSet(facts: { offer?: Offer; chosen?: readonly ChosenScope<string>[]; now?: number } = {}): ChangeSet {
  return makeChangeSet({
    tenantId: customer,
    actor: owner,
    offer: offer([home]),
    chosen: [two, three],
    now: 0,
    ...facts,
  });
}

function judge(fresh: ChangeSet): readonly [readonly unknown[], boolean] {
  const moved = whatMoved(changeSet(), fresh);
  return [moved, needsReview(moved)];
}

describe('what moved since the review', () => {
  it('is nothing, where the facts are the same at another time and in another order', () => {
    expect(judge(changeSet({ now: 60_000, chosen: [three, two] }))).toEqual([[], false]);
  });

  it('is another tenant', () => {
    expect(judge({ ...changeSet(), tenantId: tenantId('99999999-0000-4000-8000-000000000009') })).toEqual([
      [{ code: 'tenant' }],
      true,
    ]);
  });

  it('is a resource group that its subscription brings along by now, and the other way round', () => {
    const whole: ChosenScope<string> = { scope: subscription(3), registration: 'notRegistered', blockers: [] };
    const [moved, review] = judge(changeSet({ chosen: [two, three, whole] }));
    expect(moved).toContainEqual({ code: 'outcome', scope: three.scope.id, from: 'items', to: 'covered' });
    expect(review).toBe(true);
    const both = changeSet({ chosen: [two, three, whole] });
    expect(whatMoved(both, both)).toEqual([]);
    const blocked = changeSet({ chosen: [{ ...two, blockers: ['guest'] }, three] });
    expect(needsReview(whatMoved(blocked, changeSet({ offer: offer([home]) })))).toBe(true);
    const there = {
      id: delegationId(subscription(2).id, 'dddddddd-0000-4000-8000-000000000001'),
      scope: subscription(2).id,
      copyId: home.id,
      provisioning: 'succeeded' as const,
    };
    // What could not be done before is done now, by somebody: worth a look.
    expect(needsReview(whatMoved(blocked, changeSet({ offer: offer([home], [there]) })))).toBe(true);
  });

  it('is another person', () => {
    expect(judge({ ...changeSet(), actor: principalId('99999999-0000-4000-8000-000000000009') })).toEqual([
      [{ code: 'actor' }],
      true,
    ]);
  });

  it('is the offer, where a newer version is what would be delegated now', () => {
    const newer = copyIn(4, content('1.1.0'));
    const [moved, review] = judge(changeSet({ offer: { ...offer([home]), content: newer, copies: [newer, home] } }));
    expect(moved).toContainEqual({ code: 'offer' });
    expect(review).toBe(true);
  });

  it('is no reason to review again where someone else has done a part of it', () => {
    const there = {
      id: delegationId(subscription(2).id, 'dddddddd-0000-4000-8000-000000000001'),
      scope: subscription(2).id,
      copyId: home.id,
    };
    const fresh = changeSet({
      offer: offer([home], [{ ...there, provisioning: 'succeeded' }]),
      chosen: [two, { ...three, registration: 'registering' }],
    });
    expect(judge(fresh)).toEqual([
      [
        { code: 'outcome', scope: subscription(2).id, from: 'items', to: 'already' },
        { code: 'registration', subscriptionId: subscriptionNo(3), needed: false },
      ],
      false,
    ]);
  });

  it('is a scope that cannot be delegated any more', () => {
    expect(judge(changeSet({ chosen: [{ ...two, blockers: ['locked'] }, three] }))).toEqual([
      [{ code: 'outcome', scope: subscription(2).id, from: 'items', to: 'cannot' }],
      true,
    ]);
  });

  it('is a subscription that would have to be registered now', () => {
    expect(judge(changeSet({ chosen: [{ ...two, registration: 'notRegistered' }, three] }))).toEqual([
      [{ code: 'registration', subscriptionId: subscriptionNo(2), needed: true }],
      true,
    ]);
  });

  it('is the copy to refer to', () => {
    const other = copyIn(5);
    expect(judge(changeSet({ offer: offer([other]) }))).toEqual([
      [
        { code: 'ways', scope: subscription(2).id },
        { code: 'ways', scope: resourceGroup(3, 'web').id },
      ],
      true,
    ]);
  });

  it('is a scope more or less', () => {
    expect(judge(changeSet({ chosen: [two] }))[0]).toContainEqual({
      code: 'outcome',
      scope: resourceGroup(3, 'web').id,
      from: 'items',
      to: 'absent',
    });
    const blocked = changeSet({ chosen: [{ ...two, blockers: ['guest'] }, three] });
    expect(whatMoved(blocked, changeSet({ chosen: [three] }))).toEqual([
      { code: 'outcome', scope: subscription(2).id, from: 'cannot', to: 'absent' },
    ]);
  });

  it('is no reason to review again where what was to go is gone already, but is where there is more of it', () => {
    const there = (n: number) => ({
      id: delegationId(subscription(n).id, 'dddddddd-0000-4000-8000-000000000001'),
      scope: subscription(n).id,
      copyId: home.id,
      provisioning: 'succeeded' as const,
    });
    const removal = (...places: readonly number[]) => {
      const of = offer([home], places.map(there));
      const facts = { tenantId: customer, actor: owner, offer: of, offers: [of], copies: [], reapply: true, now: 0 };
      const delegations = of.delegations.map(({ id }) => id);
      return makeRemoval({ ...facts, delegations, blockersOf: () => [], nameOf: (id) => id });
    };
    const fewer = whatMoved(removal(2, 3), removal(2));
    expect([fewer, needsReview(fewer)]).toEqual([[{ code: 'gone', scope: subscription(3).id }], false]);
    expect(needsReview(whatMoved(removal(2), removal(2, 3)))).toBe(true);
  });

  it('is no reason to review again where a copy that was to go is gone, or one to be updated is', () => {
    const newer = content('1.1.0');
    const facts = { tenantId: customer, actor: owner, blockersOf: () => [], nameOf: (id: string) => id, now: 0 };
    const update = (...copies: StoredOffer['copies']) => makeUpdate({ ...facts, offer: offer(copies), to: newer });
    const updated = whatMoved(update(home, copyIn(2)), update(home, copyIn(2, newer)));
    expect(updated).toEqual([{ code: 'outcome', scope: subscription(2).id, from: 'items', to: 'already' }]);
    expect(needsReview(updated)).toBe(false);

    const removal = (...copies: StoredOffer['copies']) => {
      const of = offer(copies);
      const ids = copies.map(({ id }) => id);
      return makeRemoval({ ...facts, offer: of, offers: [of], delegations: [], copies: ids, reapply: false });
    };
    const removed = whatMoved(removal(home, copyIn(2)), removal(home));
    expect(removed).toEqual([{ code: 'gone', scope: subscription(2).id }]);
    expect(needsReview(removed)).toBe(false);
  });

  it('is another tenant', () => {
    expect(judge({ ...changeSet(), tenantId: provider })).toEqual([[{ code: 'tenant' }], true]);
  });

  it('is a resource group whose whole subscription is to be delegated now', () => {
    const web: ChosenScope<string> = { ...two, scope: resourceGroup(2, 'web') };
    const moved = whatMoved(changeSet({ chosen: [web] }), changeSet({ chosen: [web, two] }));
    expect(moved).toContainEqual({ code: 'outcome', scope: web.scope.id, from: 'items', to: 'covered' });
    expect(needsReview(moved)).toBe(true);
  });
});
