// @vitest-environment happy-dom
import { loadExternalTokens } from '@azure/msal-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../config.ts';
import { tenantId } from '../domain/ids.ts';
import { ProblemError } from '../domain/problem.ts';
import { authorityFor } from './authority.ts';
import { startEntra } from './entra.ts';
import { openSession } from './openSession.ts';
import type { Session } from './session.ts';
import { tabMemory } from './tab.ts';
import { soon } from '../../test/soon.ts';

/*
 * Real MSAL over a token endpoint of a few lines. Only this shows that a person's tenants are kept apart: the traps are
 * in MSAL's cache.
 */

const contoso = tenantId('11111111-1111-4111-8111-111111111111');
const tailspin = tenantId('44444444-4444-4444-8444-444444444444');
const clientId = '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a';
const scope = 'https://management.azure.com/user_impersonation';
const names = 'https://graph.microsoft.com/User.ReadBasic.All';
const config: Config = {
  clientId,
  tenant: 'organizations',
  cloud: 'public',
  guests: 'block',
  expectedManagingTenants: [],
  expectedOffers: [],
  expected: 'block',
  graph: false,
  local: { entra: 'http://localhost:5174', arm: 'http://localhost:5174' },
};
const homeAccountId = `aaaaaaaa-0000-4000-8000-000000000001.${tailspin}`;

const [uid, utid] = homeAccountId.split('.');

const base64 = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const clientInfo = base64({ uid, utid });
const seconds = () => Math.floor(Date.now() / 1000);

/** A member of Tailspin who is a guest in Contoso, as Entra's token endpoint speaks of them. */
function answerFor(tenant: string, refused?: object, granted = scope) {
  if (refused) return { status: 400, body: refused };
  const claims = {
    iss: `http://localhost:5174/${tenant}/v2.0`,
    aud: clientId,
    tid: tenant,
    oid: tenant === tailspin ? 'aaaaaaaa-0000-4000-8000-000000000001' : 'bbbbbbbb-0000-4000-8000-000000000001',
    sub: `subject-${tenant}`,
    name: 'Gina Guest',
    preferred_username: 'gina@tailspin.example',
    iat: seconds(),
    nbf: seconds(),
    exp: seconds() + 3600,
    acct: tenant === tailspin ? 0 : 1,
    ...(tenant === tailspin ? {} : { idp: `https://sts.windows.net/${tailspin}/` }),
  };
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: `${granted} openid profile`,
      expires_in: 3600,
      access_token: `token-of-${tenant}-${asked.length}`,
      refresh_token: 'refresh',
      id_token: `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`,
      client_info: clientInfo,
    },
  };
}

let asked: {
  readonly tenant: string;
  readonly claims: string | null;
  readonly grant: string | null;
  readonly scope: string | undefined;
}[] = [];
let refusal: (tenant: string) => object | undefined = () => undefined;
let reopened: string[] = [];
const page = {
  origin: 'http://localhost:5173',
  storage: undefined as Storage | undefined,
  address: () => '/offers?provider=x#top',
  takeLostMark: () => false,
  reopen: (path: string) => void reopened.push(path),
  statusOf: () => Promise.resolve(200),
};

beforeEach(async () => {
  asked = [];
  reopened = [];
  refusal = () => undefined;
  sessionStorage.clear();
  page.storage = sessionStorage;
  vi.stubGlobal('fetch', (url: string | URL, init: RequestInit) => {
    const tenant = new URL(url).pathname.split('/')[1] ?? '';
    const form = new URLSearchParams(String(init.body));
    const wanted = form.get('scope')?.split(' ')[0];
    asked.push({ tenant, claims: form.get('claims'), grant: form.get('grant_type'), scope: wanted });
    const { status, body } = answerFor(tenant, refusal(tenant), wanted);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  const authority = authorityFor(config);
  const { body } = answerFor(tailspin);
  await loadExternalTokens(
    { auth: { clientId, authority: authority.of('organizations'), ...authority.options } },
    { scopes: [scope], authority: authority.of(tailspin) },
    body,
    { clientInfo, expiresOn: seconds() + 3600 },
  );
  tabMemory(sessionStorage).remember({ homeAccountId, tenantId: tailspin });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function opened(graph = false) {
  const { entra, arrival } = await startEntra({ ...config, graph }, page, tabMemory(page.storage), undefined);
  if (!arrival.remembered) throw new Error('The test begins with a session.');
  return { entra, session: await openSession(entra, arrival.remembered) };
}

describe('a session at home', () => {
  it('knows the person from the ID token, and asks Entra nothing for it', async () => {
    const { session } = await opened();
    expect(session.person).toEqual({
      tenantId: tailspin,
      homeTenantId: tailspin,
      objectId: 'aaaaaaaa-0000-4000-8000-000000000001',
      username: 'gina@tailspin.example',
      name: 'Gina Guest',
      claims: { tid: tailspin, acct: 0 },
    });
    expect(asked).toEqual([]);
  });

  it('gives the token that is cached', async () => {
    const { session } = await opened();
    const token = await session.credential.getToken(scope);
    expect(token).toMatchObject({ token: `token-of-${tailspin}-0`, tokenType: 'Bearer' });
    expect(token?.expiresOnTimestamp).toBeGreaterThan(Date.now());
    expect(asked).toEqual([]);
  });

  it('sends a challenge to Entra, past the cache', async () => {
    const { session } = await opened();
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"p1"}}}';
    await session.credential.getToken('https://management.azure.com/.default', {
      claims: btoa(claims),
      enableCae: true,
    });
    expect(asked).toHaveLength(1);
    expect(JSON.parse(asked[0]?.claims ?? '')).toMatchObject({
      access_token: { acrs: { essential: true, value: 'p1' }, xms_cc: { values: ['CP1'] } },
    });
  });

  it('says which claims are missing when Entra wants the person', async () => {
    const { session } = await opened();
    refusal = () => ({
      error: 'interaction_required',
      error_description: 'AADSTS50076: use multi-factor authentication',
      error_codes: [50076],
      suberror: 'basic_action',
    });
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    const failure = await session.credential.getToken(scope, { claims }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemError);
    expect((failure as ProblemError).problem).toMatchObject({ code: 'mfaNeeded', claims });
  });
});

describe('another tenant', () => {
  it('is switched to with its own token, and starts the app afresh', async () => {
    const { session } = await opened();
    await session.switchTenant(contoso, '/overview');
    expect(asked).toMatchObject([{ tenant: contoso, grant: 'refresh_token' }]);
    expect(reopened).toEqual(['/overview']);

    const guest = (await opened()).session;
    expect(guest.person).toMatchObject({
      tenantId: contoso,
      homeTenantId: tailspin,
      objectId: 'bbbbbbbb-0000-4000-8000-000000000001',
      claims: { tid: contoso, acct: 1, idp: `https://sts.windows.net/${tailspin}/` },
    });
    expect((await guest.credential.getToken(scope))?.token).toContain(contoso);
  });

  it('never gets the home tenant token, not even asked for at the same time', async () => {
    const { entra } = await opened();
    const ask = (tenant: string) => entra.tokens({ homeAccountId, tenantId: tenant, scope });
    const results = await Promise.all([ask(contoso), ask(tailspin), ask(contoso)]);
    expect(results.map((result) => result.tenantId)).toEqual([contoso, tailspin, contoso]);
    const again = await Promise.all([ask(tailspin), ask(contoso)]);
    expect(again.map((result) => result.accessToken.includes(result.tenantId))).toEqual([true, true]);
  });

  it('is what the cache alone would get wrong', async () => {
    const { entra } = await opened();
    const account = entra.msal.getAccount({ homeAccountId });
    if (!account) throw new Error('The test begins with an account.');
    const result = await entra.msal.acquireTokenSilent({
      account,
      scopes: [scope],
      authority: authorityFor(config).of(contoso),
    });
    expect(result.tenantId).toBe(tailspin);
  });

  it('is refused when Entra answers for another one', async () => {
    const { entra } = await opened();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answerFor(tailspin).body))));
    await expect(entra.tokens({ homeAccountId, tenantId: contoso, scope })).rejects.toMatchObject({
      problem: { code: 'badAnswer' },
    });
  });

  it('says so when the person is not in it, and changes nothing', async () => {
    const { session } = await opened();
    refusal = () => ({ error: 'invalid_grant', error_description: 'AADSTS50020: no such user', error_codes: [50020] });
    await expect(session.switchTenant(contoso)).rejects.toMatchObject({ problem: { code: 'notInTenant' } });
    expect(reopened).toEqual([]);
    expect(tabMemory(page.storage).session()).toEqual({ homeAccountId, tenantId: tailspin });
  });
});

describe('tokens for the names of people', () => {
  it('are there only where the installation may ask Microsoft Graph', async () => {
    expect((await opened()).session).not.toHaveProperty('directory');
    expect((await opened(true)).session).toHaveProperty('directory');
    expect(asked).toEqual([]);
  });

  it('are asked for when wanted, for the one permission, and are never those for Azure Resource Manager', async () => {
    const { session } = await opened(true);
    const given = await session.directory?.credential.getToken(names);
    expect(asked).toMatchObject([{ tenant: tailspin, grant: 'refresh_token', scope: names }]);
    expect(given?.token).toBe(`token-of-${tailspin}-1`);
    expect((await session.credential.getToken(scope))?.token).toBe(`token-of-${tailspin}-0`);
    expect((await session.directory?.credential.getToken(names))?.token).toBe(`token-of-${tailspin}-1`);
    expect(asked).toHaveLength(1);

    const foreign = { problem: { code: 'foreignAddress' } };
    await expect(session.directory?.credential.getToken(scope)).rejects.toMatchObject(foreign);
    await expect(session.credential.getToken(names)).rejects.toMatchObject(foreign);
  });

  it('need leave of the person first', async () => {
    refusal = () => ({
      error: 'invalid_grant',
      error_description: 'AADSTS65001: The user or administrator has not consented',
      error_codes: [65001],
      suberror: 'consent_required',
    });
    const { session } = await opened(true);
    await expect(session.directory?.credential.getToken(names)).rejects.toMatchObject({
      problem: { code: 'consentNeeded', azure: { code: 'AADSTS65001' } },
    });
  });
});

describe('an hour without a question', () => {
  it('is asked of Entra itself, although the token at hand is good', async () => {
    const { session } = await opened();
    await session.keepQuiet(3600);
    expect(asked.map(({ grant }) => grant)).toEqual(['refresh_token']);
  });

  it('is refused where Entra would ask the person', async () => {
    const { session } = await opened();
    refusal = () => ({ error: 'interaction_required', error_description: 'AADSTS50076: MFA', error_codes: [50076] });
    await expect(session.keepQuiet(3600)).rejects.toMatchObject({ problem: { code: 'mfaNeeded' } });
  });
});

describe('leaving for Entra', () => {
  /** Where the page went, once it has. The promise stays open, as the page would be gone. */
  async function leaving(leave: (session: Session) => Promise<void>) {
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => {});
    const { session } = await opened(true);
    // Nobody comes back here; a later test that does, in the same window, would bring this trip home as well.
    void leave(session).catch(() => undefined);
    await soon(() => expect(assign.mock.calls.length > 0).toBe(true));
    const url = new URL(assign.mock.calls[0]?.[0] ?? '');
    return { path: url.pathname, query: Object.fromEntries(url.searchParams) };
  }

  it('for a step-up takes the claims along, in the tenant and for the person', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"p1"}}}';
    const { path, query } = await leaving((session) => session.stepUp(btoa(claims)));
    expect(path).toBe(`/${tailspin}/oauth2/v2.0/authorize`);
    expect(JSON.parse(query['claims'] ?? '')).toMatchObject({ access_token: { acrs: { value: 'p1' } } });
    expect(query).toMatchObject({ login_hint: 'gina@tailspin.example' });
    expect(query).not.toHaveProperty('prompt');
    expect(sessionStorage.getItem('lighthouse.trip')).toBe('left:stepUp');
  });

  it('for names asks for the one permission, and comes back to where they were wanted', async () => {
    const { path, query } = await leaving(async (session) => session.directory?.allow('/delegate/x?s=i1&owners=y'));
    expect(path).toBe(`/${tailspin}/oauth2/v2.0/authorize`);
    expect(query).toMatchObject({
      scope: `${names} openid profile offline_access`,
      login_hint: 'gina@tailspin.example',
    });
    expect(query).not.toHaveProperty('prompt');
    expect(Object.keys(sessionStorage).map((key) => sessionStorage.getItem(key))).toContain(
      'http://localhost:5173/delegate/x?s=i1&owners=y',
    );
    expect(sessionStorage.getItem('lighthouse.trip')).toBe('left:allowNames');
  });

  it('for a step-up without claims asks for a fresh sign-in', async () => {
    expect((await leaving((session) => session.stepUp(undefined))).query).toMatchObject({ prompt: 'login' });
  });

  it('for another account lets the person choose', async () => {
    const { path, query } = await leaving((session) => session.switchAccount());
    expect(path).toBe('/organizations/oauth2/v2.0/authorize');
    expect(query).toMatchObject({ prompt: 'select_account' });
    expect(query).not.toHaveProperty('login_hint');
  });

  it('for another tenant goes to that one, where it wants to see the person first', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    refusal = () => ({
      error: 'interaction_required',
      error_description: 'AADSTS50076: x',
      error_codes: [50076],
      claims,
    });
    const { path, query } = await leaving((session) => session.switchTenant(contoso));
    expect(path).toBe(`/${contoso}/oauth2/v2.0/authorize`);
    expect(query['claims']).toContain('"c1"');
    expect(tabMemory(page.storage).session()).toEqual({ homeAccountId, tenantId: tailspin });
  });

  it('to sign out has forgotten everything before', async () => {
    const { path, query } = await leaving((session) => session.signOut());
    expect(path).toBe('/organizations/oauth2/v2.0/logout');
    expect(query).toMatchObject({ post_logout_redirect_uri: 'http://localhost:5173/redirect.html' });
    const kept = Object.keys(sessionStorage).map((key) => `${key}=${sessionStorage.getItem(key)}`);
    expect(kept.join()).not.toMatch(/token-of|refresh"|gina/);
    expect(sessionStorage.getItem('lighthouse.trip')).toBe('left:signOut');
  });
});

it('calls an Entra that cannot be reached offline', async () => {
  const { entra } = await opened();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(entra.tokens({ homeAccountId, tenantId: contoso, scope })).rejects.toMatchObject({
    problem: { code: 'offline' },
  });
});
