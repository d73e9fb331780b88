import type { AccountInfo } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { personOf } from './person.ts';

const home = '44444444-4444-4444-8444-444444444444';
const tenant = '11111111-1111-4111-8111-111111111111';
const account = (claims: Record<string, unknown> | undefined): AccountInfo => ({
  homeAccountId: `aaaaaaaa-0000-4000-8000-000000000001.${home}`,
  environment: 'login.microsoftonline.com',
  tenantId: tenant,
  localAccountId: 'BBBBBBBB-0000-4000-8000-000000000001',
  username: 'gina@tailspin.example',
  ...(claims ? { idTokenClaims: claims } : {}),
});

describe('personOf', () => {
  it('tells home and chosen tenant apart', () => {
    expect(personOf(account({ tid: tenant, acct: 1, idp: 'https://sts.windows.net/x/' }))).toEqual({
      tenantId: tenant,
      homeTenantId: home,
      objectId: 'bbbbbbbb-0000-4000-8000-000000000001',
      username: 'gina@tailspin.example',
      name: 'gina@tailspin.example',
      claims: { tid: tenant, acct: 1, idp: 'https://sts.windows.net/x/' },
    });
  });

  it.each([
    [0, 0],
    ['1', 1],
    [undefined, undefined],
    [2, undefined],
    ['member', undefined],
    [{}, undefined],
  ])('acct %j is read as %j: what is odd is unknown, never member', (acct, expected) => {
    expect(personOf(account({ tid: tenant, acct })).claims.acct).toBe(expected);
  });

  it.each([undefined, {}, { tid: home, acct: 0 }])('refuses claims of another tenant: %j', (claims) => {
    expect(() => personOf(account(claims))).toThrow('ID token');
  });
});
