import { describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import { askToken, claimsOf, contoso, origin, tailspin } from '../testing/signIn.ts';
import type { TokenAnswer } from '../testing/signIn.ts';

const emulator = createEmulator({ timing: 'instant' });
const { clientId, clientSecret, objectId } = emulator.context.world.automation;

const ask = (changes: Record<string, string> = {}, tenant = contoso, path?: string): Promise<TokenAnswer> =>
  askToken(
    emulator,
    { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...changes },
    tenant,
    {},
    path,
  );

describe('client credentials', () => {
  it.each([
    ['https://management.azure.com/.default', 'https://management.azure.com'],
    ['https://management.azure.com//.default', 'https://management.azure.com/'],
    ['https://management.core.windows.net//.default', 'https://management.core.windows.net/'],
    ['https://management.core.windows.net/.default', 'https://management.core.windows.net'],
  ])('for %s give a token that Azure Resource Manager takes', async (scope, audience) => {
    const { status, body } = await ask({ scope });
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])).toMatchObject({
      aud: audience,
      tid: contoso,
      oid: objectId,
      appid: clientId,
      idtyp: 'app',
    });
    expect(body).not.toHaveProperty('refresh_token');
    const headers = { authorization: `Bearer ${String(body['access_token'])}` };
    const list = await emulator.handle(new Request(`${origin}/subscriptions?api-version=2022-12-01`, { headers }));
    expect(list.status).toBe(200);
  });

  it('work at the v1 endpoint with a resource, and under adfs, where no tenant is named', async () => {
    const v1 = await ask({ resource: 'https://management.core.windows.net/' }, contoso, 'oauth2/token');
    expect(v1.body).toMatchObject({ resource: 'https://management.core.windows.net/', expires_in: '3600' });
    const adfs = await ask({ scope: 'https://management.core.windows.net//.default' }, 'adfs', 'oauth2/token');
    expect(claimsOf(adfs.body['access_token'])).toMatchObject({ tid: contoso, oid: objectId });
    // Libraries that ask by scope add this number to a time.
    expect(adfs.body['expires_in']).toBe(3600);
  });

  it.each([
    [{ client_secret: 'wrong' }, contoso, 401, 7000215],
    [{ client_id: '00000000-0000-4000-8000-000000000009' }, contoso, 400, 700016],
    [{}, tailspin, 400, 700016],
    [{}, 'organizations', 400, 50059],
    [{ scope: '' }, contoso, 400, 900144],
    [{ scope: 'https://management.azure.com/user_impersonation' }, contoso, 400, 1002012],
    [{ scope: 'https://vault.azure.net/.default' }, contoso, 400, 500011],
    [{}, 'no-such-tenant.example', 400, 90002],
  ])('with %o at %s are refused', async (changes, tenant, status, number) => {
    const answer = await ask({ scope: 'https://management.azure.com/.default', ...changes }, tenant);
    expect([answer.status, answer.body['error_codes']]).toEqual([status, [number]]);
  });
});
