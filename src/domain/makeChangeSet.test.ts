import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  content,
  copyIn,
  customer,
  offer,
  owner,
  resourceGroup,
  subscription,
  subscriptionNo,
} from '../../test/domain/offers.ts';
import { make, worlds } from '../../test/domain/worlds.ts';
import { changeSetFor } from '../../test/domain/runs.ts';
import { itemsDoing, numbersOf } from './changeSet.ts';
import type { ChangeSet } from './changeSet.ts';
import { delegationId } from './ids.ts';
import type { CopyId, ScopeId } from './ids.ts';
import { makeChangeSet } from './makeChangeSet.ts';
import { ownCopyId, ownDelegationId } from './names.ts';
import type { Delegation, Offer, Provisioning } from './offer.ts';
import type { RegistrationState } from './port.ts';
import type { Scope } from './scope.ts';

const portalName = 'dddddddd-0000-4000-8000-000000000001';

function changeSet(
  of: Offer,
  scopes: readonly Scope[],
  facts: Readonly<Record<string, RegistrationState | 'blocked'>> = {},
): ChangeSet<string> {
  return makeChangeSet({
    tenantId: customer,
    actor: owner,
    offer: of,
    now: 0,
    chosen: scopes.map((scope) => {
      const fact = facts[scope.name] ?? 'registered';
      return fact === 'blocked'
        ? { scope, registration: 'registered' as const, blockers: ['guest'] }
        : { scope, registration: fact, blockers: [] };
    }),
  });
}

function delegated(
  scope: ScopeId,
  copyId: CopyId,
  provisioning: Provisioning = 'succeeded',
  name = portalName,
): Delegation {
  return { id: delegationId(scope, name), scope, copyId, provisioning };
}

function kinds(set: ChangeSet): readonly string[] {
  return itemsDoing(set, 'delegate').map(
    ({ scope, ways }) => `${scope.name}: ${ways.map(({ kind }) => kind).join(', ')}`,
  );
}

const home = copyIn(1);

describe('the ways to a scope', () => {
  it('refer to a copy in the subscription itself, where there is one', () => {
    expect(kinds(changeSet(offer([home]), [subscription(1)]))).toEqual(['Subscription 1: local']);
    expect(kinds(changeSet(offer([home]), [resourceGroup(1, 'web')]))).toEqual(['web: local']);
  });

  it('refer to a copy elsewhere first, and store one only if Azure asks for it', () => {
    const items = itemsDoing(changeSet(offer([home]), [subscription(2)]), 'delegate');
    const own = ownCopyId(subscriptionNo(2), offer([home]));
    expect(items[0]?.ways).toEqual([
      { kind: 'reference', copyId: home.id, delegationId: ownDelegationId(subscription(2).id, home.id) },
      { kind: 'copy', copyId: own, delegationId: ownDelegationId(subscription(2).id, own) },
    ]);
  });

  it('store a copy where there is none that says what was reviewed', () => {
    const gone = copyIn(1, content(), { provisioning: 'failed' });
    expect(kinds(changeSet(offer([gone]), [subscription(2)]))).toEqual(['Subscription 2: copy']);
  });

  it('refer to no copy of another version, though it is nearer', () => {
    const older = copyIn(2, content('0.9.0'));
    expect(kinds(changeSet(offer([home, older]), [subscription(2)]))).toEqual(['Subscription 2: reference, copy']);
  });

  it('never overwrite another version that stands under the own name', () => {
    const older = copyIn(2, content('0.9.0'), { id: ownCopyId(subscriptionNo(2), offer([home])) });
    expect(kinds(changeSet(offer([home, older]), [subscription(2)]))).toEqual(['Subscription 2: reference']);
  });

  it('refer to a copy that Azure is still applying, where there is no other', () => {
    const coming = copyIn(1, content(), { provisioning: 'working' });
    expect(kinds(changeSet(offer([coming]), [subscription(2)]))).toEqual(['Subscription 2: reference, copy']);
  });

  it('may store the same once more under the own name, where that did not succeed', () => {
    const failed = copyIn(2, content(), { id: ownCopyId(subscriptionNo(2), offer([home])), provisioning: 'failed' });
    expect(kinds(changeSet(offer([home, failed]), [subscription(2)]))).toEqual(['Subscription 2: reference, copy']);
  });

  it('write a delegation that did not succeed again by its own id', () => {
    const set = changeSet(offer([home], [delegated(subscription(2).id, home.id, 'failed')]), [subscription(2)]);
    expect(itemsDoing(set, 'delegate')[0]?.ways).toEqual([
      { kind: 'reference', copyId: home.id, delegationId: delegationId(subscription(2).id, portalName) },
    ]);
    const inside = changeSet(offer([home], [delegated(resourceGroup(1, 'web').id, home.id, 'canceled')]), [
      resourceGroup(1, 'web'),
    ]);
    expect(kinds(inside)).toEqual(['web: local']);
  });
});

describe('a chosen scope', () => {
  it('that is delegated to this version stays as it is', () => {
    const { already, items } = changeSet(offer([home], [delegated(subscription(2).id, home.id)]), [subscription(2)]);
    expect(already.map(({ scope }) => scope.name)).toEqual(['Subscription 2']);
    expect(items).toEqual([]);
  });

  it('that is delegated to another version cannot be, and says so', () => {
    const older = copyIn(2, content('0.9.0'));
    const { cannot } = changeSet(offer([home, older], [delegated(subscription(2).id, older.id)]), [subscription(2)]);
    expect(cannot[0]?.reasons).toMatchObject([{ code: 'otherVersionDelegated', version: '0.9.0' }]);
  });

  it('comes with its subscription', () => {
    const { covered, items } = changeSet(offer([home]), [resourceGroup(2, 'web'), subscription(2)]);
    expect(covered).toMatchObject([{ scope: { name: 'web' }, by: subscription(2).id }]);
    expect(items.map(({ scope }) => scope.name)).toEqual(['Subscription 2']);
  });

  it('does not come with a subscription that cannot be delegated', () => {
    const { covered, items } = changeSet(offer([home]), [resourceGroup(2, 'web'), subscription(2)], {
      'Subscription 2': 'blocked',
    });
    expect(covered).toEqual([]);
    expect(items.map(({ scope }) => scope.name)).toEqual(['web']);
  });

  it('is there already with a subscription that nobody chose', () => {
    const { already } = changeSet(offer([home], [delegated(subscription(2).id, home.id)]), [resourceGroup(2, 'web')]);
    expect(already).toMatchObject([
      { scope: { name: 'web' }, delegationId: delegationId(subscription(2).id, portalName) },
    ]);
  });

  it('is judged by its own delegation before that of its subscription', () => {
    const older = copyIn(2, content('0.9.0'));
    const web = resourceGroup(2, 'web');
    const own = delegated(web.id, home.id);
    const same = changeSet(offer([home, older], [delegated(subscription(2).id, older.id), own]), [web]);
    expect(same.already).toMatchObject([{ scope: { name: 'web' }, delegationId: own.id, copyId: home.id }]);
    expect(same.cannot).toEqual([]);
    const other = changeSet(
      offer([home, older], [delegated(subscription(2).id, home.id), delegated(web.id, older.id)]),
      [web],
    );
    expect(other.cannot).toMatchObject([{ reasons: [{ code: 'otherVersionDelegated', version: '0.9.0' }] }]);
    expect(other.already).toEqual([]);
  });

  it('that is blocked is listed with every reason', () => {
    const { cannot } = changeSet(offer([home]), [subscription(2)], { 'Subscription 2': 'blocked' });
    expect(cannot).toMatchObject([
      { scope: { name: 'Subscription 2' }, reasons: [{ code: 'blocked', blocker: 'guest' }] },
    ]);
  });

  it('chosen twice, in whatever letters, counts once', () => {
    const twice = [resourceGroup(2, 'web'), resourceGroup(2, 'WEB')];
    expect(changeSet(offer([home]), twice).items).toHaveLength(1);
  });
});

describe('registration', () => {
  it.each([
    ['notRegistered', true],
    ['unregistering', true],
    ['unknown', true],
    ['registering', false],
    ['registered', false],
  ] as const)('of a subscription that is "%s" is a step: %s', (state, needed) => {
    const { registrations } = changeSet(offer([home]), [subscription(2)], { 'Subscription 2': state });
    expect(registrations).toEqual(needed ? [subscriptionNo(2)] : []);
  });

  it('happens once for all the resource groups of a subscription, and only where something is written', () => {
    const scopes = [resourceGroup(2, 'a'), resourceGroup(2, 'b'), subscription(3)];
    const set = changeSet(offer([home], [delegated(subscription(3).id, home.id)]), scopes, {
      a: 'notRegistered',
      b: 'notRegistered',
      'Subscription 3': 'notRegistered',
    });
    expect(set.registrations).toEqual([subscriptionNo(2)]);
  });
});

describe('a change set', () => {
  it('counts what it will do', () => {
    const scopes = [
      subscription(1),
      subscription(2),
      resourceGroup(2, 'web'),
      resourceGroup(3, 'a'),
      resourceGroup(3, 'b'),
      subscription(4),
      subscription(5),
    ];
    const set = changeSet(offer([home], [delegated(subscription(4).id, home.id)]), scopes, {
      'Subscription 2': 'notRegistered',
      'Subscription 5': 'blocked',
    });
    expect(numbersOf(set)).toEqual({
      register: 1,
      copies: { atLeast: 0, atMost: 2 },
      delegate: 4,
      already: 1,
      covered: 1,
      cannot: 1,
    });
  });

  it('holds the content alone, not where a copy is stored', () => {
    expect(changeSet(offer([home]), [subscription(2)]).offer.content).toEqual(content());
  });

  it('places every chosen scope once, and is the same for the same facts', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { azure, time, offer: of, chosen } = make(world);
        const set = changeSetFor(azure, time, of, chosen);
        const placed = [set.items, set.already, set.covered, set.cannot].flatMap((list) =>
          list.map(({ scope }) => scope.id),
        );
        expect(placed.toSorted()).toEqual(chosen.map(({ id }) => id).toSorted());
        expect(changeSetFor(azure, time, of, chosen)).toEqual(set);
        const ids = itemsDoing(set, 'delegate').flatMap(({ ways }) => ways.map((way) => way.delegationId));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
