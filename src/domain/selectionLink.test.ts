import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceGroupScope, subscriptionId, subscriptionScope, tenantId } from './ids.ts';
import type { Readiness } from './readiness.ts';
import type { Scope, Subscription } from './scope.ts';
import { searchText, selectableRows, type ScopeFilter, type ScopeRow } from './scopeFilter.ts';
import { emptySelection, selectionOf, type Selection } from './selection.ts';
import {
  applyOpenedFilter,
  linkSelection,
  longestLinkText,
  mostIdsInLink,
  openSelection,
  storedSelectionText,
} from './selectionLink.ts';

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
const scope = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map(scopeOf),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('web', 'Data_1', 'a.b(c)', '운영-팀'))
    .map(([n, name]) => resourceGroupScope(sub(n), name)),
);
const scopes = fc.array(scope, { maxLength: 12 });

const keysOf = (selection: Selection) => [...selection.keys()].toSorted().join();

/** Everything that the filter finds and that can be delegated now. */
const chooseReady = (rows: readonly ScopeRow[], filter: ScopeFilter) =>
  selectionOf(selectableRows(rows, filter).map((each) => each.scope.id));

describe('links', () => {
  const opened = (text: string) => openSelection(text);
  const many = Array.from({ length: 100 }, (_, n) => row(subscription(n + 1, { tags: n < 60 ? { env: 'prod' } : {} })));

  it('carries a few scopes by id, and brings back exactly these', () => {
    fc.assert(
      fc.property(scopes, (some) => {
        const selection = selectionOf(some);
        const link = linkSelection(selection, [], {});
        expect(link.kind).toBe('text');
        const back = link.kind === 'text' ? opened(link.text) : undefined;
        expect(back).toEqual({ kind: 'ids', selection });
        // However the scopes were chosen, the link is the same.
        expect(linkSelection(selectionOf([...selection.values()].toReversed()), [], {})).toEqual(link);
      }),
    );
  });

  it('fits forty subscriptions well under 2 kB, and changes in no query', () => {
    const link = linkSelection(selectionOf(many.slice(0, mostIdsInLink).map((each) => each.scope.id)), [], {});
    expect(link.kind).toBe('text');
    const text = link.kind === 'text' ? link.text : '';
    expect(text.length).toBeLessThan(1000);
    expect(opened(text)).toMatchObject({ kind: 'ids', selection: { size: mostIdsInLink } });
    expect(new URLSearchParams({ s: text }).toString()).toBe(`s=${text}`);
  });

  it('keeps long names of resource groups elsewhere rather than break the link', () => {
    const long = Array.from({ length: 40 }, (_, n) => resourceGroupScope(sub(n), `${'운'.repeat(80)}${n}`));
    const selection = selectionOf(long);
    expect(linkSelection(selection, [], {})).toEqual({ kind: 'tooLong', scopes: [...selection.values()] });
  });

  it('is full to the last character, and no link beyond that', () => {
    const inGroup = (length: number) => selectionOf([resourceGroupScope(sub(1), 'g'.repeat(length))]);
    const one = linkSelection(inGroup(1), [], {});
    const room = longestLinkText - (one.kind === 'text' ? one.text.length : 0);
    const full = linkSelection(inGroup(1 + room), [], {});
    const text = full.kind === 'text' ? full.text : '';
    expect(text).toHaveLength(longestLinkText);
    expect(opened(text)).toEqual({ kind: 'ids', selection: inGroup(1 + room) });
    expect(opened(`${text}g`)).toEqual({ kind: 'invalid' });
    expect(linkSelection(inGroup(2 + room), [], {}).kind).toBe('tooLong');

    const filtered = (length: number) => {
      const name = 'g'.repeat(length);
      const inIt = { managementGroups: [{ name, displayName: name }] };
      const rows = Array.from({ length: 100 }, (_, n) => row(subscription(n + 1, n < 50 ? inIt : {})));
      return linkSelection(chooseReady(rows, { managementGroup: name }), rows, {
        managementGroup: name,
      });
    };
    const most = longestLinkText - 'f.g'.length;
    expect(filtered(most)).toMatchObject({ kind: 'text', text: expect.stringMatching(/^f\.gg+$/) });
    expect(filtered(most + 1).kind).toBe('tooLong');
  });

  it('keeps elsewhere what only a filter too long for a link would say', () => {
    const long = '운영'.repeat(200);
    const inLong = { managementGroups: [{ name: long, displayName: long }] };
    const rows = Array.from({ length: 100 }, (_, n) => row(subscription(n + 1, n < 50 ? inLong : {})));
    const filter = { managementGroup: long };
    const selection = chooseReady(rows, filter);
    expect(selection.size).toBe(50);
    expect(linkSelection(selection, rows, filter).kind).toBe('tooLong');
    // Fewer exceptions from everything than a link may carry say the same.
    const most = Array.from({ length: 100 }, (_, n) => row(subscription(n + 1, n < 90 ? inLong : {})));
    expect(linkSelection(chooseReady(most, filter), most, filter).kind).toBe('text');
  });

  const roundTrip = (selection: Selection, rows: readonly ScopeRow[], filter: ScopeFilter) => {
    const link = linkSelection(selection, rows, filter);
    if (link.kind !== 'text') return link.kind;
    expect(link.text.length).toBeLessThanOrEqual(longestLinkText);
    const back = opened(link.text);
    if (back.kind !== 'filter') return back.kind;
    const applied = applyOpenedFilter(back, rows);
    expect(applied.pending).toBe(0);
    return { same: keysOf(applied.selection) === keysOf(selection), filter: back.filter, except: back.except.length };
  };
  const ids = (rows: readonly ScopeRow[]) => selectionOf(rows.map((each) => each.scope.id));

  it.each<readonly [string, ScopeFilter, number, ScopeFilter]>([
    ['all of them', {}, 100, {}],
    ['the tagged ones', { tag: { name: 'env', value: 'prod' } }, 60, { tag: { name: 'env', value: 'prod' } }],
    ['a tag without a value', { tag: { name: 'env' } }, 60, { tag: { name: 'env' } }],
    ['a management group', { managementGroup: 'root' }, 100, { managementGroup: 'root' }],
    ['words and a state', { text: 'subscription', state: 'ready' }, 100, { text: 'subscription', state: 'ready' }],
  ])('carries many as the filter that they were chosen by: %s', (_, filter, count, said) => {
    const selection = chooseReady(many, filter);
    expect(selection.size).toBe(count);
    expect(roundTrip(selection, many, filter)).toEqual({ same: true, filter: said, except: 0 });
  });

  it('carries exceptions', () => {
    expect(roundTrip(ids(many.slice(3)), many, {})).toEqual({ same: true, filter: {}, except: 3 });
    expect(roundTrip(ids(many.slice(mostIdsInLink)), many, {})).toMatchObject({ same: true, except: mostIdsInLink });
    expect(roundTrip(ids(many.slice(mostIdsInLink + 1)), many, {})).toBe('tooLong');
  });

  it('falls back on everything where the filter on screen says something else', () => {
    expect(roundTrip(ids(many), many, { tag: { name: 'env' } })).toEqual({ same: true, filter: {}, except: 0 });
  });

  it.each<readonly [string, readonly ScopeRow[]]>([
    ['something chosen is not in the list', [...many, row(web)]],
    ['something could still join', [...many, row(subscription(900), 'notChecked')]],
  ])('uses no filter where %s', (_, rows) => {
    const chosen = rows.filter((each) => each.readiness === 'ready').map((each) => each.scope.id);
    expect(linkSelection(selectionOf(chosen), rows, {}).kind).toBe('tooLong');
  });

  it('says how much a filter may still choose once it is checked', () => {
    const back = opened('f.sr');
    if (back.kind !== 'filter') throw new Error(back.kind);
    const rows = [
      row(subscription(1)),
      row(subscription(2), 'notChecked'),
      row(subscription(3), 'blocked'),
      row(web, 'notChecked'),
    ];
    expect(applyOpenedFilter(back, rows)).toEqual({ selection: selectionOf([scopeOf(1)]), pending: 1 });
  });

  it('carries the key of what is kept elsewhere', () => {
    expect(opened(storedSelectionText('run-3f2a'))).toEqual({ kind: 'stored', key: 'run-3f2a' });
  });

  it('carries nothing as nothing', () => {
    expect(linkSelection(emptySelection, many, {})).toEqual({ kind: 'text', text: 'i' });
    expect(opened('i')).toEqual({ kind: 'ids', selection: emptySelection });
  });

  it.each([
    '',
    'x',
    'i.',
    'i.AAAA',
    'i.AAAAAAAAQACAAAAAAAAAAQ*',
    'i.AAAAAAAAQACAAAAAAAAAAQ*a*b',
    'i.AAAAAAAAQACAAAAAAAAAAQ*!',
    'i.AAAAAAAAQACAAAAAAAAAAQ*_1b_',
    'f.q',
    'f.sz',
    'f.vprod',
    'f.nenv.qprod',
    'f.nenv.v!',
    'f.x!',
    'f.t',
    'k',
    'k.',
    'k.a.b',
    `i.${'A'.repeat(longestLinkText)}`,
    ['i', ...Array.from({ length: mostIdsInLink + 1 }, () => 'AAAAAAAAQACAAAAAAAAAAQ')].join('.'),
  ])('is invalid: %s', (text) => {
    expect(opened(text)).toEqual({ kind: 'invalid' });
  });

  it('opens any text without a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('i', 'f', 'k', '.', '*', '_', 'x', 't', 's', 'r', 'A', '1') }),
        (text) => {
          expect(['ids', 'filter', 'stored', 'invalid']).toContain(opened(text).kind);
        },
      ),
    );
  });
});
