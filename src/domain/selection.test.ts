import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idKey, resourceGroupScope, subscriptionId, subscriptionScope, type ScopeId } from './ids.ts';
import type { Scope } from './scope.ts';
import {
  choose,
  chooseKeyed,
  coveredBy,
  inOrder,
  isChosen,
  selectionOf,
  unchoose,
  subscriptionKeyOf,
} from './selection.ts';

const sub = (n: number) => subscriptionId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const scopeOf = (n: number) => subscriptionScope(sub(n));

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
    expect(coveredBy(unchoose(both, [scopeOf(1)]), web.id)).toBeUndefined();
    expect(isChosen(unchoose(both, [scopeOf(1)]), web.id)).toBe(true);
  });

  it('is a set: order does not count, choosing twice does nothing, taking away undoes it', () => {
    fc.assert(
      fc.property(scopes, scopes, (some, more) => {
        const selection = selectionOf(some);
        expect(inOrder(selectionOf(some.toReversed())).map(idKey)).toEqual(inOrder(selection).map(idKey));
        expect(inOrder(selection).map(idKey)).toEqual([...new Set(some.map(idKey))].toSorted());
        expect(choose(selection, some)).toEqual(selection);
        const wider = choose(selection, more);
        for (const each of [...some, ...more]) expect(isChosen(wider, each)).toBe(true);
        expect(wider.size).toBe(new Set([...some, ...more].map(idKey)).size);
        expect(chooseKeyed(selection, keyed(more))).toEqual(wider);
        const narrower = unchoose(wider, more);
        for (const each of more) expect(isChosen(narrower, each)).toBe(false);
        for (const each of some) expect(isChosen(narrower, each)).toBe(!more.some((one) => idKey(one) === idKey(each)));
        // Each as it was written first.
        for (const each of inOrder(wider))
          expect(each).toBe([...some, ...more].find((one) => idKey(one) === idKey(each)));
        expect(unchoose(wider, wider.values()).size).toBe(0);
        // None of these steps changed the one before.
        expect(selection).toEqual(selectionOf(some));
      }),
    );
  });
});

const keyed = (some: readonly ScopeId[]) => some.map((id) => ({ key: idKey(id), scope: { id } }));

it('the key of a resource group says which subscription it is in, that of a subscription does not', () => {
  const key = idKey(scopeOf(1));
  expect(subscriptionKeyOf(idKey(resourceGroupScope(sub(1), 'web')))).toBe(key);
  expect(subscriptionKeyOf(key)).toBeUndefined();
});
