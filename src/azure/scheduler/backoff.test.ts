import { assert, constantFrom, double, integer, option, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';

describe('the wait before the next try', () => {
  it('grows where Azure does not say', () => {
    expect([1, 2, 3, 4, 9].map((attempt) => backoff('throttled', attempt, undefined, 0))).toEqual([
      5000, 10_000, 20_000, 60_000, 60_000,
    ]);
    expect([1, 2, 3, 4].map((attempt) => backoff('failed', attempt, undefined, 0))).toEqual([1000, 2000, 4000, 4000]);
  });

  it('is never shorter than asked, and never much longer', () => {
    const asked = integer({ min: 0, max: 600_000 });
    const chance = double({ min: 0, max: 0.999, noNaN: true });
    assert(
      property(
        constantFrom('throttled', 'failed'),
        integer({ min: 1, max: 9 }),
        option(asked),
        chance,
        (why, n, ms, random) => {
          const wait = backoff(why, n, ms ?? undefined, random);
          const base = backoff(why, n, ms ?? undefined, 0);
          expect(base).toBeGreaterThanOrEqual(ms ?? 0);
          expect(wait).toBeGreaterThanOrEqual(base);
          expect(wait - base).toBeLessThanOrEqual(5000);
        },
      ),
    );
  });
});
