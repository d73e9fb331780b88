import { expect, it } from 'vitest';
import { readClaims } from './claims.ts';

const claims = '{"access_token":{"acrs":{"essential":true,"value":"p1"},"x":"ÿ?>"}}';

it.each([
  ['JSON', claims, claims],
  ['base64', btoa(claims), claims],
  ['base64url without padding', btoa(claims).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''), claims],
  ['nothing', undefined, undefined],
  ['an empty text', '', undefined],
  ['neither', 'insufficient_claims', undefined],
  ['a list', '[]', undefined],
  ['null', 'null', undefined],
])('%s', (_name, text, expected) => {
  expect(readClaims(text)).toBe(expected);
});
