import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './versions.ts';

describe('compareVersions', () => {
  it.each([
    ['1.0.0', '1.0.0', 0],
    ['1.9.0', '1.10.0', -1],
    ['2.0.0', '1.99.99', 1],
    ['1.0', '1.0.0', 0],
    ['1', '1.0.1', -1],
    ['01.02.03', '1.2.3', 0],
    [' 1.0.0 ', '1.0.0', 0],
    ['', '0.0.0', 0],
    ['', '0.0.1', -1],
    ['1.0.99999999999999999999', '1.0.100000000000000000000', -1],
    ['1.0.beta', '1.0.beta', 0],
    ['1.0.alpha', '1.0.beta', -1],
    ['1.0.0009', '1.0.10', -1],
    ['1.0.9a', '1.0.10', 1],
    ['1.0.a9', '1.0.10', 1],
    ['1.0.a9', '1.0.100', 1],
    ['1.0.9', '1.0.10a', 1],
    ['1.0.9', '1.0.a10', -1],
  ])('%s and %s: %i', (one, other, expected) => {
    expect(compareVersions(one, other)).toBe(expected);
    expect(compareVersions(other, one)).toBe(expected === 0 ? 0 : -expected);
  });

  it('is an order', () => {
    const version = fc
      .array(fc.oneof(fc.nat({ max: 30 }).map(String), fc.constantFrom('a', '', '007')), { maxLength: 4 })
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
