import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastingOf, roughMinutes } from './roleEnd.ts';

const minute = 60_000;
const order = ['tooShort', 'close', 'enough'] as const;

describe('lastingOf', () => {
  it.each([
    ['before', 60, 1, 'enough'],
    ['before', 5, 1, 'close'],
    ['before', 2, 0.3, 'close'],
    ['before', 60, 45, 'close'],
    ['before', 91, 45, 'enough'],
    ['before', 30, 45, 'tooShort'],
    ['before', 45, 45, 'close'],
    ['before', 90, 45, 'enough'],
    ['during', 45, 45, 'close'],
    ['during', 75, 60, 'enough'],
    ['during', 60, 45, 'enough'],
    ['during', 50, 45, 'close'],
    ['during', 44, 45, 'tooShort'],
    ['during', 2, 0.3, 'enough'],
  ] as const)('%s: %d minutes left, %d needed: %s', (when, left, needed, lasting) => {
    expect(lastingOf(left * minute, needed * minute, when)).toBe(lasting);
  });

  it('never calls enough what ends before, nor gets better by less time or more work', () => {
    const ms = fc.integer({ min: 0, max: 600 * minute });
    fc.assert(
      fc.property(ms, ms, ms, fc.constantFrom('before' as const, 'during' as const), (left, needed, more, when) => {
        const lasting = lastingOf(left, needed, when);
        expect(lasting === 'tooShort').toBe(left < needed);
        const rank = order.indexOf(lasting);
        expect(order.indexOf(lastingOf(left + more, needed, when))).toBeGreaterThanOrEqual(rank);
        expect(order.indexOf(lastingOf(left, needed + more, when))).toBeLessThanOrEqual(rank);
      }),
    );
  });
});

describe('roughMinutes', () => {
  it.each([
    [0, 0],
    [59_999, 0],
    [60_000, 1],
    [61_000, 2],
    [10 * minute, 10],
    [10.1 * minute, 11],
    [20 * minute, 20],
    [20.1 * minute, 25],
    [41 * minute, 45],
  ])('%d ms: %i', (ms, minutes) => {
    expect(roughMinutes(ms)).toBe(minutes);
  });
});
