import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import { contoso, signIn } from '../testing/signIn.ts';

const emulator = createEmulator({ timing: 'instant' });

async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await emulator.handle(new Request(`http://localhost:5174${path}`, { headers }));
  return { status: response.status, body: await response.json() };
}

describe('discovery', () => {
  it.each([
    [contoso, contoso],
    ['contoso.onmicrosoft.com', contoso],
    ['CONTOSO.ONMICROSOFT.COM', contoso],
    ['organizations', '{tenantid}'],
    ['common', '{tenantid}'],
  ])('of %s prints its endpoints and the issuer of %s', async (segment, issuer) => {
    const { status, body } = await get(`/${segment}/v2.0/.well-known/openid-configuration`);
    expect(status).toBe(200);
    expect(body['issuer']).toBe(`http://localhost:5174/${issuer}/v2.0`);
    expect(body['token_endpoint']).toMatch(/^http:\/\/localhost:5174\/[^/]+\/oauth2\/v2\.0\/token$/);
  });

  it('stands on the address the client used, behind a proxy too', async () => {
    const proxied = { 'x-forwarded-proto': 'https', host: 'login.example:8443' };
    const { body } = await get(`/${contoso}/v2.0/.well-known/openid-configuration`, proxied);
    expect(body['authorization_endpoint']).toBe(`https://login.example:8443/${contoso}/oauth2/v2.0/authorize`);
  });

  it('has a v1 form, and one under adfs without a tenant', async () => {
    const v1 = await get(`/${contoso}/.well-known/openid-configuration`);
    expect(v1.body).toMatchObject({
      issuer: `https://sts.windows.net/${contoso}/`,
      token_endpoint: `http://localhost:5174/${contoso}/oauth2/token`,
    });
    const adfs = await get('/adfs/.well-known/openid-configuration');
    expect(adfs.body['token_endpoint']).toBe('http://localhost:5174/adfs/oauth2/token');
  });

  it('of an unknown tenant is 400, AADSTS90002', async () => {
    const { status, body } = await get('/nobody.example/v2.0/.well-known/openid-configuration');
    expect([status, body['error'], body['error_codes']]).toEqual([400, 'invalid_tenant', [90002]]);
  });

  it('of the instance names this emulator alone', async () => {
    const authority = encodeURIComponent(`https://localhost/${contoso}/oauth2/v2.0/authorize`);
    const { body } = await get(`/common/discovery/instance?api-version=1.1&authorization_endpoint=${authority}`);
    expect(body['tenant_discovery_endpoint']).toBe(
      `http://localhost:5174/${contoso}/v2.0/.well-known/openid-configuration`,
    );
  });

  it('of the cloud tells the Azure CLI where to sign in', async () => {
    const old = await get('/metadata/endpoints?api-version=2015-01-01');
    expect(old.body['authentication']).toMatchObject({ loginEndpoint: 'http://localhost:5174/adfs' });
    const { body } = await get('/metadata/endpoints?api-version=2022-09-01');
    expect(body).toMatchObject([{ resourceManager: 'http://localhost:5174' }]);
  });
});

describe('the key set', () => {
  it('verifies the tokens', async () => {
    const { body } = await get(`/${contoso}/discovery/v2.0/keys`);
    const [jwk] = body['keys'] as [Record<string, string>];
    const token = String((await signIn(emulator, 'owner')).body['id_token']);
    const [header = '', payload = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'RS256', kid: jwk['kid'] });
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(jwk).not.toHaveProperty('d');
  });
});
