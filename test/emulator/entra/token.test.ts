import { describe, expect, it } from 'vitest';
import { frozenClock } from '../clock.ts';
import { createEmulator } from '../emulator.ts';
import { TestBrowser, appOrigin, askToken, claimsOf, contoso, redeem, signIn, tailspin } from '../testing/signIn.ts';
import type { TokenAnswer } from '../testing/signIn.ts';

const clock = frozenClock();
const emulator = createEmulator({ clock, timing: 'instant' });
const acrs = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } });

const code = async (persona = 'owner'): Promise<string> =>
  (await new TestBrowser(emulator).authorized({ emulator_persona: persona })).get('code') ?? '';

const refresh = (token: unknown, tenant = contoso, more: Record<string, string> = {}): Promise<TokenAnswer> =>
  askToken(
    emulator,
    {
      grant_type: 'refresh_token',
      refresh_token: String(token),
      scope: 'https://management.azure.com/.default openid profile offline_access',
      ...more,
    },
    tenant,
  );

const number = ({ body }: TokenAnswer): unknown => (body['error_codes'] as unknown[] | undefined)?.[0];

describe('redeeming a code', () => {
  it('gives the tokens of the person in the home tenant', async () => {
    const { status, body, headers } = await signIn(emulator, 'owner');
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(appOrigin);
    const { world } = emulator.context;
    const owner = world.personas.find(({ name }) => name === 'owner');
    const oid = owner?.objectIds[contoso];
    const id = claimsOf(body['id_token']);
    expect(id).toMatchObject({
      iss: `http://localhost:5174/${contoso}/v2.0`,
      tid: contoso,
      oid,
      acct: 0,
      nonce: 'the nonce',
      name: owner?.displayName,
      preferred_username: owner?.account,
      ver: '2.0',
    });
    expect(id).not.toHaveProperty('idp');
    expect(claimsOf(body['access_token'])).toMatchObject({
      aud: 'https://management.azure.com',
      tid: contoso,
      oid,
      amr: ['pwd', 'mfa'],
    });
    expect(JSON.parse(Buffer.from(String(body['client_info']), 'base64url').toString())).toEqual({
      uid: oid,
      utid: contoso,
    });
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token_expires_in: 86_400 });
    expect(String(body['scope']).split(' ')).toEqual(
      expect.arrayContaining([
        'https://management.azure.com/user_impersonation',
        'https://management.azure.com/.default',
      ]),
    );
  });

  it('marks a guest, an external member and a token without the optional claim', async () => {
    const idp = `https://sts.windows.net/${tailspin}/`;
    const guest = claimsOf((await signIn(emulator, 'guestOwner', {}, contoso)).body['id_token']);
    expect(guest).toMatchObject({ tid: contoso, acct: 1, idp });
    const external = claimsOf((await signIn(emulator, 'externalMemberOwner', {}, contoso)).body['id_token']);
    expect(external).toMatchObject({ tid: contoso, acct: 0, idp });
    expect(claimsOf((await signIn(emulator, 'unlabelledOwner')).body['id_token'])).not.toHaveProperty('acct');
  });

  it('works once', async () => {
    const value = await code();
    expect((await redeem(emulator, value)).status).toBe(200);
    expect(number(await redeem(emulator, value))).toBe(54005);
  });

  it('works for ten minutes', async () => {
    const value = await code();
    clock.advance(10 * 60_000);
    expect(number(await redeem(emulator, value))).toBe(70008);
  });

  it.each([
    [{ code_verifier: 'another' }, 501481],
    [{ code_verifier: '' }, 501481],
    [{ redirect_uri: 'http://localhost:5173/' }, 500112],
    [{ client_id: '00000000-0000-4000-8000-000000000009' }, 700016],
    [{ grant_type: 'password' }, 70003],
  ])('with %o is refused', async (changes, expected) => {
    const answer = await redeem(emulator, await code(), changes);
    expect([answer.status, number(answer)]).toEqual([400, expected]);
  });

  it('needs a browser: a code of a single-page app is worth nothing without an origin', async () => {
    const parameters = { grant_type: 'authorization_code', code: await code() };
    expect(number(await askToken(emulator, parameters, contoso, {}))).toBe(9002327);
  });

  it('answers pages of other machines without CORS, so they cannot read it', async () => {
    const answer = await askToken(emulator, { grant_type: 'authorization_code' }, contoso, {
      origin: 'https://evil.example',
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('for an API this directory does not know is refused', async () => {
    const answer = await signIn(emulator, 'owner', { scope: 'openid https://vault.azure.net/user_impersonation' });
    expect(number(answer)).toBe(500011);
  });
});

describe('a refresh token', () => {
  it('renews in the home tenant and in any other the person belongs to', async () => {
    const { body } = await signIn(emulator, 'twoTenantOwner');
    const home = await refresh(body['refresh_token']);
    expect(claimsOf(home.body['access_token'])).toMatchObject({ tid: contoso });
    const away = await refresh(home.body['refresh_token'], tailspin);
    expect(claimsOf(away.body['access_token'])).toMatchObject({ tid: tailspin, acct: 1 });
    expect(claimsOf(away.body['id_token'])).toMatchObject({ tid: tailspin, acct: 1 });
  });

  it('of a person who is not in the tenant is refused: AADSTS50020', async () => {
    const { body } = await signIn(emulator, 'owner');
    const answer = await refresh(body['refresh_token'], tailspin);
    expect([answer.status, answer.body['error'], number(answer)]).toEqual([400, 'invalid_grant', 50020]);
  });

  it('lives a day from sign-in, and renewing does not make it live longer', async () => {
    const { body } = await signIn(emulator, 'owner');
    clock.advance(23 * 3600_000);
    const renewed = await refresh(body['refresh_token']);
    expect(renewed.body['refresh_token_expires_in']).toBe(3600);
    clock.advance(3600_000);
    const expired = await refresh(renewed.body['refresh_token']);
    expect([number(expired), expired.body['suberror']]).toEqual([700084, 'bad_token']);
  });

  it('without a second factor does not give a token when claims ask for one, and the claims come back', async () => {
    const { body } = await signIn(emulator, 'mfaOwner');
    expect(claimsOf(body['access_token'])).toMatchObject({ amr: ['pwd'] });
    const answer = await refresh(body['refresh_token'], contoso, { claims: acrs });
    expect([answer.body['error'], answer.body['suberror'], number(answer)]).toEqual([
      'interaction_required',
      'basic_action',
      50076,
    ]);
    expect(answer.body['claims']).toBe(acrs);
    const steppedUp = await signIn(emulator, 'mfaOwner', { claims: acrs, emulator_action: 'approve' });
    const after = await refresh(steppedUp.body['refresh_token'], contoso, { claims: acrs });
    expect(claimsOf(after.body['access_token'])).toMatchObject({ amr: ['pwd', 'mfa'] });
  });

  it('that the emulator never gave, or that another client got, is refused as no longer valid', async () => {
    expect(number(await refresh('made up'))).toBe(50173);
    const { body } = await signIn(emulator, 'owner');
    const { automation } = emulator.context.world;
    expect(number(await refresh(body['refresh_token'], contoso, { client_id: automation.clientId }))).toBe(50173);
  });

  it('outlives a reset of the world', async () => {
    const own = createEmulator({ timing: 'instant' });
    const { body } = await signIn(own, 'owner');
    own.reset('busy');
    const parameters = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']), scope: 'openid' };
    expect((await askToken(own, parameters, contoso)).status).toBe(200);
  });
});
