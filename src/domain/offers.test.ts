import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyId,
  delegationId,
  principalId,
  resourceGroupScope,
  roleId,
  subscriptionId,
  subscriptionScope,
  tenantId,
  type CopyId,
  type ScopeId,
  type SubscriptionId,
} from './ids.ts';
import type { Authorization, Delegation, MarketplacePlan, Offer, OfferCopy, Provisioning } from './offer.ts';
import { offerKey } from './offerKey.ts';
import { acceptedNotDelegated, copiesToReferTo, delegatedScopes, groupOffers, isLive } from './offers.ts';

const northwind = tenantId('aaaaaaaa-0000-4000-8000-00000000000a');
const tailspin = tenantId('aaaaaaaa-0000-4000-8000-00000000000b');
const subscriptions = [1, 2, 3].map((n) => subscriptionId(`00000000-0000-4000-8000-00000000000${n}`)) as [
  SubscriptionId,
  SubscriptionId,
  SubscriptionId,
];
const [one, two, three] = subscriptions;
const plan: MarketplacePlan = { publisher: 'northwind', product: 'platform', name: 'managed', version: '1.0.0' };
const reader: Authorization = {
  kind: 'standing',
  principalId: principalId('10000000-0000-4000-8000-000000000001'),
  roleId: roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7'),
  delegatedRoleIds: [],
};
const guid = (n: number) => `cccccccc-0000-4000-8000-00000000000${n}`;

function copy(subscription: SubscriptionId, over: Partial<OfferCopy> = {}, name = guid(1)): OfferCopy {
  return {
    id: copyId(subscription, name),
    subscriptionId: subscription,
    managedByTenantId: northwind,
    managedByTenantName: 'Northwind',
    name: 'Managed platform',
    plan,
    authorizations: [reader],
    provisioning: 'succeeded',
    ...over,
  };
}

function delegation(scope: ScopeId, to: CopyId, over: Partial<Delegation> = {}): Delegation {
  return { id: delegationId(scope, guid(9)), scope, copyId: to, provisioning: 'succeeded', ...over };
}

function only(offers: readonly Offer[]): Offer {
  expect(offers).toHaveLength(1);
  return offers[0] as Offer;
}

describe('offerKey', () => {
  const { plan: _plan, ...template } = copy(one);
  it.each([
    ['another subscription', copy(two), true],
    ['another version', copy(one, { plan: { ...plan, version: '2.0.0' } }), true],
    ['another name of the same plan', copy(one, { name: 'Renamed' }), true],
    ['the plan in other letters', copy(one, { plan: { ...plan, product: 'Platform' } }), true],
    ['another plan', copy(one, { plan: { ...plan, name: 'basic' } }), false],
    ['a preview of the product', copy(one, { plan: { ...plan, product: 'platform-preview' } }), false],
    ['another managing tenant', copy(one, { managedByTenantId: tailspin }), false],
    ['no plan', template, false],
  ])('%s', (_, other, same) => {
    expect(offerKey(other) === offerKey(copy(one))).toBe(same);
  });

  it('tells template offers apart by tenant and name', () => {
    expect(offerKey(template)).toBe(offerKey({ ...template, authorizations: [] }));
    expect(offerKey(template)).not.toBe(offerKey({ ...template, name: 'Other' }));
    expect(offerKey({ ...template, name: plan.publisher })).not.toBe(offerKey(copy(one)));
  });
});

describe('groupOffers', () => {
  it('makes one offer of many copies and counts what refers to any of them', () => {
    const local = delegation(subscriptionScope(two), copyId(two, guid(1)));
    const across = delegation(resourceGroupScope(three, 'web'), copyId(one, guid(1)));
    const { offers, withoutOffer } = groupOffers([copy(one), copy(two)], [across, local]);
    const offer = only(offers);
    expect(withoutOffer).toEqual([]);
    expect(offer.source).toBe('marketplace');
    expect(offer.providerName).toBe('Northwind');
    expect(offer.copies.map((each) => each.subscriptionId)).toEqual([one, two]);
    expect(offer.delegations).toEqual([local, across]);
    expect(delegatedScopes(offer)).toEqual([subscriptionScope(two), resourceGroupScope(three, 'web')]);
  });

  it('finds the copy though Azure echoes its id in other letters and without a slash', () => {
    const echoed = copyId(one, guid(1)).toUpperCase().slice(1) as CopyId;
    const { offers, withoutOffer } = groupOffers([copy(one)], [delegation(subscriptionScope(one), echoed)]);
    expect(only(offers).delegations).toHaveLength(1);
    expect(withoutOffer).toEqual([]);
  });

  it('takes the copy that Azure expanded where the copy itself was not read', () => {
    const elsewhere = delegation(subscriptionScope(two), copyId(one, guid(1)), { copy: copy(one) });
    const offer = only(groupOffers([], [elsewhere]).offers);
    expect(offer.copies.map((each) => each.id)).toEqual([copyId(one, guid(1))]);
    expect(offer.delegations).toEqual([elsewhere]);
  });

  it('believes a copy that was read over an expanded one, and refers to one that was read first', () => {
    const stale = delegation(subscriptionScope(two), copyId(one, guid(1)), { copy: copy(one, { name: 'Stale' }) });
    expect(only(groupOffers([copy(one)], [stale]).offers).content.name).toBe('Managed platform');
    const unread = delegation(subscriptionScope(three), copyId(one, guid(1)), { copy: copy(one) });
    expect(only(groupOffers([copy(two)], [unread]).offers).copies.map((each) => each.subscriptionId)).toEqual([
      two,
      one,
    ]);
  });

  it('keeps delegations that refer to nothing known', () => {
    const dangling = delegation(subscriptionScope(two), copyId(one, guid(7)));
    const { offers, withoutOffer } = groupOffers([copy(one)], [dangling]);
    expect(only(offers).delegations).toEqual([]);
    expect(withoutOffer).toEqual([dangling]);
  });

  it('shows the newest version, by number', () => {
    const versions = ['1.9.0', '1.10.0', '1.2.0'].map((version, n) =>
      copy(subscriptions[n] as SubscriptionId, { plan: { ...plan, version } }),
    );
    expect(only(groupOffers(versions, []).offers).content.plan?.version).toBe('1.10.0');
  });

  it.each([
    ['failed', '1.0.0'],
    ['canceled', '1.0.0'],
    ['deleting', '1.0.0'],
    ['working', '2.0.0'],
    ['succeeded', '2.0.0'],
  ] satisfies [Provisioning, string][])('with a newer copy that is %s, %s is shown', (provisioning, shown) => {
    const newer = copy(two, { plan: { ...plan, version: '2.0.0' }, provisioning });
    expect(only(groupOffers([copy(one), newer], []).offers).content.plan?.version).toBe(shown);
  });

  it('shows what was written and nothing of where it is stored', () => {
    expect(only(groupOffers([copy(one, { description: 'As a service' })], []).offers).content).toEqual({
      managedByTenantId: northwind,
      name: 'Managed platform',
      description: 'As a service',
      plan,
      authorizations: [reader],
    });
  });

  it('keeps template offers of one tenant apart by name, and orders by provider and name', () => {
    const { plan: _plan, managedByTenantName: _name, ...bare } = copy(one);
    const list = [
      { ...bare, id: copyId(one, guid(2)), name: 'Beta' },
      { ...bare, id: copyId(one, guid(3)), name: 'alpha' },
      copy(one),
    ];
    expect(groupOffers(list, []).offers.map((offer) => [offer.source, offer.providerName, offer.content.name])).toEqual(
      [
        ['template', undefined, 'alpha'],
        ['template', undefined, 'Beta'],
        ['marketplace', 'Northwind', 'Managed platform'],
      ],
    );
  });

  it('gives the same for every order of its input, twice the same copy included', () => {
    const anyCopy = fc
      .record({
        subscription: fc.constantFrom(...subscriptions),
        name: fc.constantFrom(1, 2).map(guid),
        version: fc.constantFrom('1.0.0', '1.1.0', '1.10.0'),
        provisioning: fc.constantFrom<Provisioning>('succeeded', 'working', 'failed', 'canceled', 'deleting'),
        tenant: fc.constantFrom(northwind, tailspin),
      })
      .map(({ subscription, name, version, provisioning, tenant }) =>
        copy(subscription, { plan: { ...plan, version }, provisioning, managedByTenantId: tenant }, name),
      );
    const anyDelegation = fc
      .record({
        scope: fc.constantFrom(subscriptionScope(one), subscriptionScope(two), resourceGroupScope(three, 'web')),
        to: fc.constantFrom(...subscriptions),
        name: fc.constantFrom(1, 2).map(guid),
        expanded: fc.option(anyCopy, { nil: undefined }),
      })
      .map(({ scope, to, name, expanded }) =>
        delegation(scope, copyId(to, name), { id: delegationId(scope, name), ...(expanded && { copy: expanded }) }),
      );
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        fc
          .tuple(fc.array(anyCopy, { maxLength: 6 }), fc.array(anyDelegation, { maxLength: 6 }))
          .chain(([copies, delegations]) =>
            fc.tuple(fc.constant(copies), fc.constant(delegations), shuffled(copies), shuffled(delegations)),
          ),
        ([copies, delegations, otherCopies, otherDelegations]) => {
          const groups = groupOffers(copies, delegations);
          expect(groupOffers(otherCopies, otherDelegations)).toEqual(groups);
          const counted = [...groups.offers.flatMap((offer) => offer.delegations), ...groups.withoutOffer];
          expect(new Set(counted.map((each) => each.id))).toEqual(new Set(delegations.map((each) => each.id)));
          expect(new Set(groups.offers.map((offer) => offer.key)).size).toBe(groups.offers.length);
        },
      ),
    );
  });
});

describe('which copy speaks for the offer', () => {
  const first = (...copies: readonly OfferCopy[]) => only(groupOffers(copies, []).offers).copies.map(({ id }) => id);

  it('is one in effect or on its way, then the newest, then one that is settled', () => {
    const newer = { plan: { ...plan, version: '2.0.0' } };
    const failed = copy(one, { ...newer, provisioning: 'failed' });
    const working = copy(two, { provisioning: 'working' });
    const settled = copy(three);
    expect(first(failed, working, settled)).toEqual([settled.id, working.id, failed.id]);
    expect(first(copy(one, { provisioning: 'deleting' }), copy(two, { provisioning: 'working' }))).toEqual([
      copy(two).id,
      copy(one).id,
    ]);
    expect(first(settled, copy(two, { ...newer, provisioning: 'working' }))).toEqual([copy(two).id, settled.id]);
  });

  it('is one that was read, before one that Azure expanded', () => {
    const expanded = delegation(subscriptionScope(three), copy(one).id, { copy: copy(one) });
    expect(only(groupOffers([copy(two)], [expanded]).offers).copies.map(({ id }) => id)).toEqual([
      copy(two).id,
      copy(one).id,
    ]);
  });
});

it('lists offers by the provider’s name, then their own, without regard to letters; the nameless first', () => {
  const named = (n: 1 | 2 | 3, managedByTenantName: string | undefined, name: string) => {
    const { plan: _plan, managedByTenantName: _name, ...bare } = copy(subscriptions[n - 1] as SubscriptionId);
    return { ...bare, ...(managedByTenantName !== undefined && { managedByTenantName }), name };
  };
  const order = (...copies: readonly OfferCopy[]) => groupOffers(copies, []).offers.map(({ content }) => content.name);
  expect(order(named(1, 'beta', 'b'), named(2, 'Alpha', 'c'), named(3, undefined, 'd'))).toEqual(['d', 'c', 'b']);
  expect(order(named(1, 'x', '_b'), named(2, 'X', 'A'), named(3, 'x', 'C'))).toEqual(['_b', 'A', 'C']);
  expect(order(named(1, '_', 'b'), named(2, 'Z', 'a'))).toEqual(['b', 'a']);
});

describe('what counts as delegated', () => {
  it.each([
    ['succeeded', true],
    ['working', true],
    ['failed', false],
    ['canceled', false],
    ['deleting', false],
  ] satisfies [Provisioning, boolean][])('%s: %s', (provisioning, live) => {
    const existing = delegation(subscriptionScope(one), copyId(one, guid(1)), { provisioning });
    const offer = only(groupOffers([copy(one)], [existing]).offers);
    expect(isLive(existing)).toBe(live);
    expect(acceptedNotDelegated(offer)).toBe(!live);
    expect(delegatedScopes(offer)).toEqual(live ? [subscriptionScope(one)] : []);
  });

  it('an offer without any delegation is accepted and not delegated', () => {
    expect(acceptedNotDelegated(only(groupOffers([copy(one)], []).offers))).toBe(true);
  });

  it('names a scope once, though it is delegated twice', () => {
    const twice = [guid(5), guid(6)].map((name) =>
      delegation(subscriptionScope(one), copyId(one, guid(1)), { id: delegationId(subscriptionScope(one), name) }),
    );
    expect(delegatedScopes(only(groupOffers([copy(one)], twice).offers))).toEqual([subscriptionScope(one)]);
  });
});

describe('copiesToReferTo', () => {
  const chosen = (copies: readonly OfferCopy[], subscription: SubscriptionId) =>
    copiesToReferTo(only(groupOffers(copies, []).offers))(subscription)?.subscriptionId;
  it.each([
    ['the copy in the subscription itself', [copy(one), copy(two)], two, two],
    ['else the first of the others', [copy(two), copy(one)], three, one],
    ['not one of an older version', [copy(one), copy(two, { plan: { ...plan, version: '2.0.0' } })], one, two],
    ['not one that did not succeed', [copy(one, { provisioning: 'working' }), copy(two)], one, two],
    ['not one that gives other rights', [copy(one), copy(two, { authorizations: [] })], two, one],
    ['none, where none succeeded', [copy(one, { provisioning: 'failed' })], one, undefined],
  ])('%s', (_, copies, subscription, expected) => {
    expect(chosen(copies, subscription)).toBe(expected);
  });
});

it('a copy that Azure expanded is where the delegation refers to', () => {
  const elsewhere = copyId(two, guid(1));
  const of: Delegation = {
    id: delegationId(subscriptionScope(three), guid(5)),
    scope: subscriptionScope(three),
    copyId: elsewhere,
    copy: copy(one),
    provisioning: 'succeeded',
  };
  expect(groupOffers([], [of]).offers[0]?.copies).toMatchObject([{ id: elsewhere, subscriptionId: two }]);
});

it('delegated scopes stand in one order, whatever order the delegations come in', () => {
  const at = (subscription: SubscriptionId): Delegation => ({
    id: delegationId(subscriptionScope(subscription), guid(5)),
    scope: subscriptionScope(subscription),
    copyId: copyId(one, guid(1)),
    provisioning: 'succeeded',
  });
  const [found] = groupOffers([copy(one)], []).offers;
  expect(found && delegatedScopes({ ...found, delegations: [three, one, two].map(at) })).toEqual(
    [one, two, three].map(subscriptionScope),
  );
});
