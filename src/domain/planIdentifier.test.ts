import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPreview, parsePlanIdentifier, planIdentifierText } from './planIdentifier.ts';

const name = fc.stringMatching(/^[a-z0-9_-]{1,20}$/);
const identifier = fc.record(
  {
    publisher: name,
    product: name,
    plan: name,
    version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.')),
  },
  { requiredKeys: ['publisher', 'product', 'plan'] },
);

describe('parsePlanIdentifier', () => {
  it.each([
    ['contoso.managed.gold', { publisher: 'contoso', product: 'managed', plan: 'gold' }],
    [
      '  contoso.managed-preview.gold_1.1.10.0 ',
      { publisher: 'contoso', product: 'managed-preview', plan: 'gold_1', version: '1.10.0' },
    ],
    [
      'https://app.example/?lang=ko&offer=contoso.managed.gold.1.0.0#x',
      { publisher: 'contoso', product: 'managed', plan: 'gold', version: '1.0.0' },
    ],
    ['"contoso.managed.gold"', { publisher: 'contoso', product: 'managed', plan: 'gold' }],
    ['/offers/add?offer=contoso%2Emanaged%2Egold', { publisher: 'contoso', product: 'managed', plan: 'gold' }],
  ])('reads %s', (text, expected) => {
    expect(parsePlanIdentifier(text)).toEqual({ state: 'read', identifier: expected });
  });

  it.each([
    ['contoso', 'tooFewParts'],
    ['contoso.managed', 'tooFewParts'],
    ['contoso..gold', 'emptyPart'],
    ['.managed.gold', 'emptyPart'],
    ['contoso.man aged.gold', 'strangeCharacters'],
    ['con"toso.managed.gold', 'strangeCharacters'],
    [`contoso.managed.${'g'.repeat(285)}`, 'tooLong'],
    ['contoso.managed.gold/../x', 'strangeCharacters'],
    ["contoso.managed.gold' or 1.1.1", 'strangeCharacters'],
    ['contoso.managed.gold.1', 'badVersion'],
    ['contoso.managed.gold.1.0', 'badVersion'],
    ['contoso.managed.gold.1.0.0.0', 'badVersion'],
    ['contoso.managed.gold.1.0.x', 'badVersion'],
    [`contoso.managed.${'g'.repeat(400)}`, 'tooLong'],
    ['?offer=%E0%A4%A', 'tooFewParts'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parsePlanIdentifier(text)).toEqual({ state: 'refused', fault });
  });

  it('reads what is as long as it may be', () => {
    expect(parsePlanIdentifier(`contoso.managed.${'g'.repeat(284)}`).state).toBe('read');
  });

  it.each(['', '   ', '""', '/offers/add?offer='])('takes %j for nothing', (text) => {
    expect(parsePlanIdentifier(text)).toEqual({ state: 'empty' });
  });

  it('reads back whatever it is written as', () => {
    fc.assert(
      fc.property(identifier, (one) => {
        expect(parsePlanIdentifier(planIdentifierText(one))).toEqual({ state: 'read', identifier: one });
      }),
    );
  });

  it('knows an offer in preview by its product', () => {
    expect(isPreview({ product: 'managed-preview' })).toBe(true);
    expect(isPreview({ product: 'preview-managed' })).toBe(false);
    expect(isPreview({ product: 'managed-preview-2' })).toBe(false);
  });
});
