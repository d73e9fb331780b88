import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { delegationId, resourceGroupScope, subscriptionId, subscriptionScope } from '../domain/ids.ts';
import { keepDelegations, keepSelection, keptDelegations, keptSelection } from './selections.ts';

const sub = (n: number) => subscriptionId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const scope = fc.oneof(
  fc.nat(5).map((n) => subscriptionScope(sub(n))),
  fc
    .tuple(fc.nat(5), fc.constantFrom('web', 'WEB', 'a.b(c)', '운영-팀', 'constructor', '__proto__'))
    .map(([n, name]) => resourceGroupScope(sub(n), name)),
);

/** A tab that takes so many characters. */
function tabWith(room: number): Map<string, string> {
  const stored = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => stored.delete(key),
    setItem(key: string, text: string) {
      if (key.length + text.length > room) throw new DOMException('Full.', 'QuotaExceededError');
      stored.set(key, text);
    },
  });
  return stored;
}

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;
/** Of a browser: characters that a tab keeps. */
const fiveMillion = 5 * 1024 * 1024;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what a tab keeps', () => {
  it('is what was chosen, whatever that is', () => {
    tabWith(fiveMillion);
    fc.assert(
      fc.property(fc.uniqueArray(scope), (some) => {
        const key = newKey();
        keepSelection(key, some);
        expect(keptSelection(key)?.toSorted()).toEqual(some.toSorted());
      }),
    );
    expect(keptSelection(newKey())).toBeUndefined();
  });

  it('has room for a hundred thousand resource groups', () => {
    const stored = tabWith(fiveMillion);
    const all = Array.from({ length: 100_000 }, (_, n) =>
      resourceGroupScope(sub(n % 10_000), `rg-payments-production-koreacentral-${n}`),
    );
    const key = newKey();
    keepSelection(key, all);
    expect(stored.size).toBe(1);
    expect(keptSelection(key)).toHaveLength(all.length);
  });

  it.each(['full', 'blocked'])('outlives no reload where it is %s, but is there until then', (how) => {
    const stored = tabWith(50);
    if (how === 'blocked') {
      const refuse = () => {
        throw new DOMException('Blocked.', 'SecurityError');
      };
      vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    }
    const key = newKey();
    keepSelection(key, [subscriptionScope(sub(1)), subscriptionScope(sub(2))]);
    expect(keptSelection(key)).toEqual([subscriptionScope(sub(1)), subscriptionScope(sub(2))]);
    expect(stored.size).toBe(0);
  });

  it('is never an earlier choice: not where a later one was too large, nor once it fits again', () => {
    const stored = tabWith(100);
    const key = newKey();
    const [one, two] = [subscriptionScope(sub(1)), subscriptionScope(sub(2))];
    keepSelection(key, [one]);
    expect(stored.size).toBe(1);
    keepSelection(key, [one, two]);
    expect(stored.size).toBe(0);
    keepSelection(key, [two]);
    expect(stored.size).toBe(1);
    expect(keptSelection(key)).toEqual([two]);
  });

  it.each(['', '{', '[]', '7', '{"x": 1}', '{"x": ["y", 7]}', '{"00000000-0000-4000-8000-000000000001": ["a/b", {}]}'])(
    'is nothing where somebody else wrote it: %s',
    (text) => {
      const stored = tabWith(fiveMillion);
      const key = newKey();
      keepSelection(key, [subscriptionScope(sub(1))]);
      for (const name of stored.keys()) stored.set(name, text);
      expect(keptSelection(key) ?? []).toEqual([]);
      expect(keptDelegations(key) ?? []).toEqual([]);
    },
  );

  it('holds delegations as well', () => {
    tabWith(fiveMillion);
    const ids = [1, 2].map((n) => delegationId(subscriptionScope(sub(n)), sub(n)));
    const key = newKey();
    keepDelegations(key, ids);
    expect(keptDelegations(key)).toEqual(ids);
  });
});
