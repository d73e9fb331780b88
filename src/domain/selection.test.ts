import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idKey, resourceGroupScope, subscriptionId, subscriptionScope, tenantId, type ScopeId } from './ids.ts';
import type { Readiness } from './readiness.ts';
import type { Scope, Subscription } from './scope.ts';
import { isSelectable, searchText, type ScopeRow } from './scopeFilter.ts';
import {
  choose,
  chooseReady,
  coveredBy,
  effectiveScopes,
  emptySelection,
  isChosen,
  sameSelection,
  selectionOf,
  unchoose,
  subscriptionKeyOf,
} from './selection.ts';

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
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('web', 'WEB', 'Data_1', 'a.b(c)', '운영-팀'))
    .map(([n, name]) => resourceGroupScope(sub(n), name)),
);
const scopes = fc.array(scope, { maxLength: 12 });

describe('selection', () => {
  it('chooses each scope once, whatever its letters', () => {
    const selection = selectionOf([web.id, web.id.toUpperCase() as ScopeId]);
    expect([...selection.values()]).toEqual([web.id]);
    expect(isChosen(selection, web.id.toLowerCase() as ScopeId)).toBe(true);
    expect(isChosen(selection, scopeOf(1))).toBe(false);
  });

  it('keeps what is chosen as it was written', () => {
    const shout = web.id.toUpperCase() as ScopeId;
    expect([...choose(selectionOf([web.id, scopeOf(2)]), [shout]).values()]).toEqual([web.id, scopeOf(2)]);
  });

  it('covers resource groups by their chosen subscription, and brings them back when it goes', () => {
    const both = choose(selectionOf([web.id]), [scopeOf(1)]);
    expect(coveredBy(both, web.id)).toBe(scopeOf(1));
    expect(coveredBy(both, scopeOf(1))).toBeUndefined();
    expect(coveredBy(both, resourceGroupScope(sub(2), 'web'))).toBeUndefined();
    expect(effectiveScopes(both)).toEqual([scopeOf(1)]);
    expect(effectiveScopes(unchoose(both, [scopeOf(1)]))).toEqual([web.id]);
  });

  it('is a set: order does not count, choosing twice does nothing, taking away undoes it', () => {
    fc.assert(
      fc.property(scopes, scopes, (some, more) => {
        const selection = selectionOf(some);
        expect(sameSelection(selectionOf(some.toReversed()), selection)).toBe(true);
        expect([...selectionOf(some.toReversed()).keys()]).toEqual([...selection.keys()]);
        expect(sameSelection(choose(selection, some), selection)).toBe(true);
        const wider = choose(selection, more);
        for (const each of [...some, ...more]) expect(isChosen(wider, each)).toBe(true);
        const narrower = unchoose(wider, more);
        for (const each of more) expect(isChosen(narrower, each)).toBe(false);
        // In the one order, each as it was written first.
        expect([...wider]).toEqual([...selectionOf([...some, ...more])]);
        expect([...narrower]).toEqual([...selectionOf(narrower.values())]);
        expect(unchoose(wider, wider.values()).size).toBe(0);
      }),
    );
  });

  it('acts on everything chosen that is not covered', () => {
    fc.assert(
      fc.property(scopes, (some) => {
        const selection = selectionOf(some);
        const effective = effectiveScopes(selection);
        for (const each of selection.values()) {
          expect(effective.includes(each)).toBe(coveredBy(selection, each) === undefined);
        }
      }),
    );
  });

  it('tells selections apart', () => {
    expect(sameSelection(selectionOf([scopeOf(1)]), selectionOf([scopeOf(2)]))).toBe(false);
    expect(sameSelection(selectionOf([scopeOf(1), scopeOf(2)]), selectionOf([scopeOf(1), scopeOf(3)]))).toBe(false);
    expect(sameSelection(selectionOf([scopeOf(1)]), emptySelection)).toBe(false);
    expect(sameSelection(emptySelection, selectionOf([scopeOf(1)]))).toBe(false);
  });

  it('chooses all that is ready, and nothing else', () => {
    const states: readonly Readiness['state'][] = [
      'ready',
      'needsRegistration',
      'blocked',
      'delegated',
      'notChecked',
      'unknown',
    ];
    const rows = states.map((state, n) => row(subscription(n), state));
    expect([...chooseReady(selectionOf([scopeOf(9)]), rows, {}).values()]).toEqual([
      scopeOf(0),
      scopeOf(1),
      scopeOf(9),
    ]);
    expect(states.filter(isSelectable)).toEqual(['ready', 'needsRegistration']);
  });
});

it('the key of a resource group says which subscription it is in, that of a subscription does not', () => {
  const key = idKey(scopeOf(1));
  expect(subscriptionKeyOf(idKey(resourceGroupScope(sub(1), 'web')))).toBe(key);
  expect(subscriptionKeyOf(key)).toBeUndefined();
});
