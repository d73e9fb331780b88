import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './providerText.ts';

describe('plainText', () => {
  it.each([
    ['leaves honest names alone', 'Northwind Operations (EU) – Tier 2', 'Northwind Operations (EU) – Tier 2'],
    ['leaves Korean alone', '노스윈드 운영팀', '노스윈드 운영팀'],
    ['composes Korean', '한국'.normalize('NFD'), '한국'],
    ['leaves markup as text', '<img onerror=x>', '<img onerror=x>'],
    ['leaves formulas as text', '=cmd()', '=cmd()'],
    ['strips direction overrides', 'user\u202Etxt.exe\u202C', 'usertxt.exe'],
    ['strips direction isolates and marks', '\u2066a\u2069\u200E\u200F\u061Cb', 'ab'],
    ['strips zero-width characters', 'Micro\u200Bsoft\u200C\u200D\u2060\uFEFF', 'Microsoft'],
    ['strips soft hyphens and tags', 'a\u00ADb\u{E0041}', 'ab'],
    ['strips fillers that look like nothing', 'a\u3164\u115F\uFFA0b', 'ab'],
    ['strips variation selectors', 'a\uFE0F\u{E0100}b', 'ab'],
    ['strips C0 and C1', 'a\u0000b\u0007c\u0085d\u009Fe', 'abcde'],
    ['makes one line', 'a\r\n\tb\u2028c', 'a b c'],
    ['makes single spaces', '  a \u00A0\u2800 b  ', 'a b'],
    ['makes single spaces where what stood between shows as nothing', 'a \u200B \u200B b', 'a b'],
    ['strips a lone surrogate', 'a\uD800b', 'ab'],
    ['keeps a whole pair', 'a😀b', 'a😀b'],
    ['levels towers of marks', `a${'\u0301\u0302'.repeat(40)}`, 'á\u0302\u0301\u0302'],
    ['gives nothing for nothing', '\u200B\u202E \n', ''],
  ])('%s', (_, text, expected) => {
    expect(plainText(text, 200)).toBe(expected);
  });

  it.each([
    [5, 'abcde'],
    [4, 'abc…'],
    [1, '…'],
    [0, ''],
    [-1, ''],
  ])('cuts to %i characters', (maxLength, expected) => {
    expect(plainText('abcde', maxLength)).toBe(expected);
  });

  it('never cuts a character in two or leaves a space before the ellipsis', () => {
    expect(plainText('😀😀😀', 2)).toBe('😀…');
    expect(plainText('ab cd', 4)).toBe('ab…');
    expect(plainText('a b cd', 5)).toBe('a b…');
    expect(plainText('q\u0302\u0302 more', 5)).toBe('q…');
  });

  it('is plain and short whatever comes in, and plain text stays as it is', () => {
    const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u;
    const anything = fc.oneof(
      fc.array(fc.nat(0x10_ff_ff)).map((points) => String.fromCodePoint(...points)),
      fc.string({ unit: fc.constantFrom('\uD800', '\u202E', '\u200B', 'ᄒ', 'ᅡ', 'e\u0301', ' ', '\n') }),
    );
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 40 }), (text, maxLength) => {
        const plain = plainText(text, maxLength);
        expect(Array.from(plain).length).toBeLessThanOrEqual(maxLength);
        expect(plain).not.toMatch(unseen);
        expect(plain).toBe(plain.trim());
        expect(plainText(plain, maxLength)).toBe(plain);
      }),
    );
  });
});
