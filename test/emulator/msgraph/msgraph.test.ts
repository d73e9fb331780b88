import { beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../emulator.ts';
import { answerOf, askToken, claimsOf, redeem, signIn, TestBrowser } from '../testing/signIn.ts';
import { contosoPrincipals, personaId } from '../worlds/people.ts';

const scope = 'https://graph.microsoft.com/User.ReadBasic.All';
const { treasurer, treasuryOwners } = contosoPrincipals;
const arm = 'https://management.azure.com/user_impersonation';

let emulator: Emulator;
beforeEach(() => {
  emulator = createEmulator({ timing: 'instant' });
});

async function ask(query: string, token?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers: HeadersInit = token === undefined ? {} : { authorization: `Bearer ${String(token)}` };
  const response = await emulator.handle(new Request(`http://localhost:5174/v1.0/users?${query}`, { headers }));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function tokenFor(persona = 'owner', wanted = scope): Promise<unknown> {
  const body = JSON.stringify({ persona, scope: wanted });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
  const response = await emulator.handle(new Request('http://localhost:5174/_emulator/token', init));
  return ((await response.json()) as Record<string, unknown>)['access_token'];
}

const idsIn = (ids: readonly string[]): string => `$filter=id in (${ids.map((id) => `'${id}'`).join(',')})`;

describe('GET /v1.0/users', () => {
  it('gives people by their ids, what was selected of them, and nobody who is no user of the tenant', async () => {
    const { status, body } = await ask(
      `${idsIn([treasurer.id, treasuryOwners.id])}&$select=id,displayName`,
      await tokenFor(),
    );
    expect(status).toBe(200);
    expect(body['value']).toEqual([{ id: treasurer.id, displayName: 'Seoyun Han (한서윤)' }]);
  });

  it('gives pages', async () => {
    const names = ['owner', 'reader', 'contributor', 'nobody', 'guestOwner', 'mfaOwner'];
    const { body } = await ask(idsIn(names.map((name) => personaId(name))), await tokenFor());
    expect(body['value']).toHaveLength(5);
    const next = new URL(String(body['@odata.nextLink']));
    expect((await ask(next.search.slice(1), await tokenFor())).body['value']).toHaveLength(1);
  });

  it('compares at most fifteen ids, and only ids', async () => {
    const many = Array.from({ length: 16 }, (_, n) => `00000000-0000-4000-8000-0000000000${n + 10}`);
    expect((await ask(idsIn(many.slice(1)), await tokenFor())).status).toBe(200);
    expect((await ask(idsIn(many), await tokenFor())).body).toMatchObject({
      error: { code: 'Request_UnsupportedQuery', innerError: { date: expect.any(String) as string } },
    });
    expect((await ask(idsIn(['x']), await tokenFor())).status).toBe(400);
  });

  it('wants a token for it, with the permission, of somebody who is no guest', async () => {
    expect((await ask('')).body).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
    expect((await ask('', await tokenFor('owner', arm))).status).toBe(401);
    expect((await ask('', await tokenFor('owner', 'https://graph.microsoft.com/User.Read'))).status).toBe(403);
    expect((await ask('', await tokenFor('guestOwner'))).body).toMatchObject({
      error: { code: 'Authorization_RequestDenied' },
    });
  });

  it('is another API than Azure Resource Manager: its tokens open nothing there', async () => {
    const headers = { authorization: `Bearer ${String(await tokenFor())}` };
    const url = 'http://localhost:5174/subscriptions?api-version=2022-12-01';
    expect((await emulator.handle(new Request(url, { headers }))).status).toBe(401);
  });

  it('tells a browser which headers it may send and read', async () => {
    const url = 'http://localhost:5174/v1.0/users';
    const before = await emulator.handle(new Request(url, { method: 'OPTIONS' }));
    expect(before.headers.get('access-control-allow-headers')?.split(', ')).toContain('client-request-id');
    expect((await emulator.handle(new Request(url))).headers.get('access-control-expose-headers')).not.toContain(
      'retry-after',
    );
  });
});

describe('consent to User.ReadBasic.All', () => {
  it('is missing at first (AADSTS65001), is given on a page, and then stands', async () => {
    const { body } = await signIn(emulator, 'owner', { scope: `openid ${arm}` });
    const silent = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']), scope };
    expect((await askToken(emulator, silent)).body).toMatchObject({
      error_codes: [65001],
      suberror: 'consent_required',
    });

    const browser = new TestBrowser(emulator);
    const page = await (await browser.authorize({ scope, emulator_persona: 'owner' })).text();
    expect(page).toContain('Permissions requested');
    expect(page).toContain('User.ReadBasic.All');
    const accepted = await browser.authorize({ scope, emulator_persona: 'owner', emulator_action: 'accept' });
    const tokens = await redeem(emulator, answerOf(accepted).get('code') ?? '');
    expect(claimsOf(tokens.body['access_token'])).toMatchObject({
      aud: 'https://graph.microsoft.com',
      scp: 'User.ReadBasic.All',
    });
    expect((await askToken(emulator, silent)).status).toBe(200);
    emulator.reset();
    expect((await askToken(emulator, silent)).body).toMatchObject({ error_codes: [65001] });
  });

  it('can be declined: AADSTS65004', async () => {
    const answer = await new TestBrowser(emulator).authorized({ scope, emulator_action: 'cancel' });
    expect(answer.get('error_description')).toContain('AADSTS65004');
  });

  it('is an administrator’s where people may not consent, and for greater permissions everywhere', async () => {
    const asked = { emulator_persona: 'owner', emulator_action: 'accept' };
    const greater = 'https://graph.microsoft.com/Directory.Read.All';
    expect(await (await new TestBrowser(emulator).authorize({ ...asked, scope: greater })).text()).toContain(
      'AADSTS90094',
    );
    emulator.reset('small', { switches: { userConsent: 'refused' } });
    expect(await (await new TestBrowser(emulator).authorize({ ...asked, scope })).text()).toContain('AADSTS90094');
  });
});
