import fc from 'fast-check';
import { principalId, roleId } from '../../src/domain/ids.ts';
import type { OfferContent } from '../../src/domain/offer.ts';
import { content } from '../domain/offers.ts';

/** What could end a text, or be worked out, in one of the languages that are written. */
const dangerous = [
  "'",
  '"',
  "'''",
  '`',
  '\\',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u2028',
  '[',
  '[[',
  ']',
  '${',
  '$${',
  '%{',
  '%%{',
  '}',
  '$',
  '%',
  '{',
  '$(id)',
  '#',
  '//',
  '/*',
  'EOF',
  "'] ; az",
  "')]",
  '[concat(',
  '\u202E',
  '한',
  '😀',
];

/** A text that a provider could write: any, and often one that is meant to break out. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...dangerous) }, fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map((parts) => parts.join('').replace(/\p{Cs}/gu, ''));

/** What an offer may be without: each writer leaves it out, and writes nothing in its place. */
const without = fc.constantFrom('nothing', 'plan', 'names', 'terms', 'eligible', 'standing');

/** An offer with such texts wherever a provider may write one, whole or without what need not be there. */
export const hostileContent: fc.Arbitrary<OfferContent> = fc.tuple(fullContent(), without).map(([full, left]) => {
  const { plan, description, authorizations, ...rest } = full;
  return {
    ...rest,
    ...(description !== undefined && left !== 'names' && { description }),
    ...(plan && left !== 'plan' && { plan }),
    authorizations: authorizations
      .filter(({ kind }) => kind !== left)
      .map(({ principalName, justInTime, ...one }) => ({
        ...one,
        ...(principalName !== undefined && left !== 'names' && { principalName }),
        ...(justInTime && left !== 'terms' && { justInTime }),
      })),
  };
});

function fullContent(): fc.Arbitrary<OfferContent> {
  return fc
    .tuple(
      hostileText,
      hostileText,
      hostileText,
      hostileText,
      hostileText,
      fc.boolean(),
      fc.integer({ min: 30, max: 480 }),
    )
    .map(([name, description, first, second, planText, mfa, maximumMinutes]) => {
      const principal = principalId('bbbbbbbb-0000-4000-8000-000000000001');
      return {
        ...content(),
        name,
        description,
        plan: { publisher: planText, product: planText, name: planText, version: '1.0.0' },
        authorizations: [
          {
            kind: 'standing',
            principalId: principal,
            principalName: first,
            roleId: roleId('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'),
            delegatedRoleIds: [roleId('b24988ac-6180-42a0-ab88-20f7382dd24c')],
          },
          {
            kind: 'eligible',
            principalId: principal,
            principalName: second,
            roleId: roleId('b24988ac-6180-42a0-ab88-20f7382dd24c'),
            delegatedRoleIds: [],
            justInTime: { mfa, maximumMinutes, approvers: [{ principalId: principal, name: second }] },
          },
        ],
      };
    });
}
