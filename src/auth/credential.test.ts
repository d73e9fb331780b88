import type { AuthenticationResult } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { cloudOf } from '../config.ts';
import { tenantId } from '../domain/ids.ts';
import { createCredential } from './credential.ts';
import type { TokenRequest } from './tokens.ts';

const tenant = tenantId('11111111-1111-4111-8111-111111111111');
const person = {
  tenantId: tenant,
  homeTenantId: tenant,
  objectId: 'o',
  username: 'u',
  name: 'n',
  claims: { tid: tenant },
};
const cloud = cloudOf({ cloud: 'public' });
const api = { origin: cloud.arm, scope: cloud.armScope };

function credential(answer: (request: TokenRequest) => Promise<Partial<AuthenticationResult>>) {
  const asked: TokenRequest[] = [];
  const tokens = (request: TokenRequest) => {
    asked.push(request);
    return answer(request) as Promise<AuthenticationResult>;
  };
  return { asked, ...createCredential({ tokens, api, person, homeAccountId: `o.${tenant}` }) };
}
const token = () => Promise.resolve({ accessToken: 'token', expiresOn: new Date(5000) });

describe('the credential', () => {
  it.each([cloud.armScope, `${cloud.arm}/.default`, [`${cloud.arm}/.default`]])(
    'answers for %s with the one permission',
    async (scopes) => {
      const own = credential(token);
      expect(await own.getToken(scopes)).toEqual({ token: 'token', expiresOnTimestamp: 5000, tokenType: 'Bearer' });
      expect(own.asked).toEqual([
        { homeAccountId: `o.${tenant}`, tenantId: tenant, scope: cloud.armScope, claims: undefined },
      ]);
    },
  );

  it.each([
    'https://graph.microsoft.com/.default',
    'https://management.azure.com.evil.example/.default',
    `${cloudOf({ cloud: 'china' }).arm}/.default`,
    [cloud.armScope, 'openid'],
  ])('refuses %s before anyone is asked', async (scopes) => {
    const own = credential(token);
    await expect(own.getToken(scopes)).rejects.toMatchObject({ problem: { code: 'foreignAddress' } });
    expect(own.asked).toEqual([]);
  });

  it('refuses another tenant', async () => {
    const request = credential(token).getToken(cloud.armScope, { tenantId: '44444444-4444-4444-8444-444444444444' });
    await expect(request).rejects.toMatchObject({ problem: { code: 'foreignAddress' } });
  });

  it('stops waiting when the caller does', async () => {
    const stop = new AbortController();
    const waiting = credential(() => new Promise(() => {})).getToken(cloud.armScope, { abortSignal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(credential(token).getToken(cloud.armScope, { abortSignal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('does not pass on a token that never ends', async () => {
    const request = credential(() => Promise.resolve({ accessToken: 'token', expiresOn: null })).getToken(
      cloud.armScope,
    );
    await expect(request).rejects.toMatchObject({ problem: { code: 'badAnswer' } });
  });
});
