import { describe, expect, it } from 'vitest';
import { resourceGroupScope, subscriptionId, subscriptionScope, tenantId } from './ids.ts';
import type { Readiness } from './readiness.ts';
import type { Scope, Subscription } from './scope.ts';
import {
  isSelectable,
  matchesFilter,
  selectableRows,
  textFilter,
  searchText,
  type ScopeFilter,
  type ScopeRow,
} from './scopeFilter.ts';

const contoso = tenantId('11111111-1111-4111-8111-111111111111');
const sub = (n: number) => subscriptionId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const scopeOf = (n: number) => subscriptionScope(sub(n));

function subscription(n: number, over: Partial<Subscription> = {}): Subscription {
  return {
    kind: 'subscription',
    id: scopeOf(n),
    subscriptionId: sub(n),
    tenantId: contoso,
    name: `Subscription ${n}`,
    state: 'Enabled',
    tags: {},
    managementGroups: [{ name: 'root', displayName: 'Root' }],
    ...over,
  };
}

function row(scope: Scope, readiness: Readiness['state'] = 'ready', inside: Subscription = subscription(1)): ScopeRow {
  return {
    scope,
    subscription: scope.kind === 'subscription' ? scope : inside,
    readiness,
    searchText: searchText(scope),
  };
}

const web: Scope = {
  kind: 'resourceGroup',
  id: resourceGroupScope(sub(1), 'Web'),
  subscriptionId: sub(1),
  name: 'Web',
  location: 'koreacentral',
  tags: { env: 'prod' },
};
describe('filters', () => {
  const platform = subscription(1, {
    name: '운영 Platform',
    tags: { Env: 'prod', team: '결제' },
    managementGroups: [
      { name: 'root', displayName: 'Root' },
      { name: 'Platform', displayName: 'P' },
    ],
  });
  const { managementGroups: _groups, ...unread } = subscription(2);

  it.each<readonly [string, string, boolean]>([
    ['nothing', '', true],
    ['spaces', '  ', true],
    ['part of a name in other letters', 'pLAT', true],
    ['every word, in any order', 'platform 운영', true],
    ['one word that is not there', 'platform web', false],
    ['Korean as a Mac writes it', '운영'.normalize('NFD'), true],
    ['a part of the id', '4000-8000-000000000001', true],
    ['a tag', 'team=결제', true],
    ['a tag’s value', 'PROD', true],
    ['something else', 'sandbox', false],
  ])('by text, %s', (_, query, found) => {
    expect(textFilter(query)(searchText(platform))).toBe(found);
    expect(matchesFilter(row(platform), { text: query })).toBe(found);
  });

  it('finds a name that is stored decomposed', () => {
    expect(textFilter('결제')(searchText(subscription(1, { name: '결제'.normalize('NFD') })))).toBe(true);
  });

  it.each<readonly [string, ScopeFilter, boolean]>([
    ['everything', {}, true],
    ['its state', { state: 'ready' }, true],
    ['another state', { state: 'blocked' }, false],
    ['its management group, in other letters', { managementGroup: 'platform' }, true],
    ['a group further up', { managementGroup: 'root' }, true],
    ['another group', { managementGroup: 'sandbox' }, false],
    ['a tag, in other letters', { tag: { name: 'env' } }, true],
    ['a tag with its value', { tag: { name: 'ENV', value: 'prod' } }, true],
    ['a tag with another value', { tag: { name: 'Env', value: 'Prod' } }, false],
    ['another tag', { tag: { name: 'cost' } }, false],
    ['all parts', { state: 'ready', managementGroup: 'platform', tag: { name: 'env' }, text: '운영' }, true],
    ['all parts but one', { state: 'ready', managementGroup: 'platform', tag: { name: 'env' }, text: 'x' }, false],
  ])('by %s', (_, filter, found) => {
    expect(matchesFilter(row(platform), filter)).toBe(found);
  });

  it('finds a resource group by the management groups of its subscription, and by its own tags', () => {
    expect(
      matchesFilter(row(web, 'ready', platform), { managementGroup: 'Platform', tag: { name: 'env', value: 'prod' } }),
    ).toBe(true);
    expect(matchesFilter(row(web, 'ready', platform), { tag: { name: 'team' } })).toBe(false);
  });

  it('finds nothing by group where groups cannot be read', () => {
    expect(matchesFilter(row(unread), { managementGroup: 'root' })).toBe(false);
    expect(matchesFilter(row(unread), {})).toBe(true);
  });
});

it('what can be delegated now is what is ready, registered or not', () => {
  const states: readonly Readiness['state'][] = [
    'ready',
    'needsRegistration',
    'blocked',
    'delegated',
    'notChecked',
    'unknown',
  ];
  expect(states.filter(isSelectable)).toEqual(['ready', 'needsRegistration']);
  const rows = states.map((state, n) => row(subscription(n), state));
  expect(selectableRows(rows, {}).map(({ scope }) => scope.id)).toEqual([scopeOf(0), scopeOf(1)]);
  expect(selectableRows(rows, { text: 'subscription 1' }).map(({ scope }) => scope.id)).toEqual([scopeOf(1)]);
});
