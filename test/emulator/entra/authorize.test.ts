import { describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import {
  TestBrowser,
  answerOf,
  authorizeParameters,
  contoso,
  origin,
  redirectUri,
  tailspin,
} from '../testing/signIn.ts';
import { mfaClaims } from './claimsRequest.ts';

const emulator = createEmulator({ timing: 'instant' });
const browser = (): TestBrowser => new TestBrowser(emulator);
const acrs = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } });

describe('an authorization request', () => {
  it('of an unknown application is refused on a page, never by a redirect', async () => {
    const response = await browser().authorize({ client_id: '00000000-0000-4000-8000-000000000009' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('AADSTS700016');
  });

  it.each([
    'https://attacker.example/redirect.html',
    'http://localhost:5173/elsewhere',
    'http://user:secret@localhost:5173/',
    'http://localhost.attacker.example/',
    'javascript:alert(1)//localhost/',
    'not a url',
  ])('with the redirect URI %s is refused on a page', async (uri) => {
    const response = await browser().authorize({ redirect_uri: uri, emulator_persona: 'owner' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('AADSTS50011');
  });

  it.each(['http://localhost:4173/redirect.html', 'http://127.0.0.1:80/', 'http://[::1]:9/app/'])(
    'may be answered at %s',
    async (uri) => {
      const response = await browser().authorize({ redirect_uri: uri, emulator_persona: 'owner' });
      expect(response.headers.get('location')).toContain(new URL(uri).origin);
    },
  );

  it.each([
    ['code_challenge_method', 'plain', '9002325'],
    ['code_challenge', '', '9002325'],
    ['response_type', 'id_token', '700051'],
    ['response_mode', 'form_post', '900144'],
    ['scope', '', '900144'],
  ])('with %s=%s is refused to the app', async (name, value, number) => {
    const answer = await browser().authorized({ [name]: value, emulator_persona: 'owner' });
    expect(answer.get('error_description')).toContain(`AADSTS${number}`);
    expect(answer.get('state')).toBe('the state');
    expect(answer.get('code')).toBeNull();
  });

  it('can be answered in the query, beside what the redirect URI has there', async () => {
    const uri = `${redirectUri}?kept=1`;
    const response = await browser().authorize({
      response_mode: 'query',
      redirect_uri: uri,
      emulator_persona: 'owner',
    });
    const { searchParams, hash } = new URL(response.headers.get('location') ?? '');
    expect([searchParams.get('kept'), searchParams.get('state'), hash]).toEqual(['1', 'the state', '']);
    expect(searchParams.get('code')).toBeTruthy();
  });

  it('may come as a form', async () => {
    const body = new URLSearchParams(authorizeParameters({ emulator_persona: 'owner' }));
    const request = new Request(`${origin}/common/oauth2/v2.0/authorize`, { method: 'POST', body });
    expect(answerOf(await emulator.handle(request)).get('code')).toBeTruthy();
  });
});

describe('prompt=none', () => {
  it('without a session says that nobody is signed in', async () => {
    const answer = await browser().authorized({ prompt: 'none' });
    expect([answer.get('error'), answer.get('error_description')?.slice(0, 12)]).toEqual([
      'login_required',
      'AADSTS50058:',
    ]);
  });

  it('goes on with the one account that is signed in, and with the hinted one of several', async () => {
    const one = browser();
    await one.authorize({ emulator_persona: 'owner' });
    expect((await one.authorized({ prompt: 'none' })).get('code')).toBeTruthy();
    await one.authorize({ emulator_persona: 'reader' });
    expect((await one.authorized({ prompt: 'none' })).get('error_description')).toContain('AADSTS16000');
    const hinted = await one.authorized({ prompt: 'none', login_hint: 'Reader@contoso.example' });
    expect(hinted.get('code')).toBeTruthy();
    const stranger = await one.authorized({ prompt: 'none', login_hint: 'contributor@contoso.example' });
    expect(stranger.get('error')).toBe('login_required');
  });

  it('in a tenant the person is not in asks for interaction, AADSTS50020', async () => {
    const one = browser();
    await one.authorize({ emulator_persona: 'owner' });
    const answer = await one.authorized({ prompt: 'none' }, tailspin);
    expect(answer.get('error')).toBe('interaction_required');
    expect(answer.get('error_description')).toContain(`does not exist in tenant '${tailspin}'`);
  });

  it('without consent asks for interaction, suberror consent_required', async () => {
    const answer = await browser().authorized({ prompt: 'none', emulator_persona: 'consentNeeded' });
    expect([answer.get('error'), answer.get('suberror')]).toEqual(['interaction_required', 'consent_required']);
    expect(answer.get('error_description')).toContain('AADSTS65001');
  });

  it('with a second factor due asks for interaction and hands the claims back', async () => {
    const one = browser();
    await one.authorize({ emulator_persona: 'mfaOwner' });
    expect((await one.authorized({ prompt: 'none' })).get('code')).toBeTruthy();
    const answer = await one.authorized({ prompt: 'none', claims: mfaClaims });
    expect(answer.get('error_description')).toContain('AADSTS50076');
    expect(answer.get('claims')).toBe(mfaClaims);
  });
});

describe('the account picker', () => {
  it('offers every persona with who they are, in English and in Korean', async () => {
    const { personas } = emulator.context.world;
    const english = await (await browser().authorize()).text();
    const korean = await (
      await browser().authorize({}, 'organizations', { 'accept-language': 'ko-KR,ko;q=0.9' })
    ).text();
    for (const { name, account, about } of personas) {
      expect(english).toContain(`value="${name}"`);
      expect(english).toContain(account);
      expect(english).toContain(about.en);
      expect(korean).toContain(about.ko);
    }
    expect(korean).toContain('<html lang="ko">');
    expect(korean).toContain('계정 선택');
  });

  it('takes its language from the request before the browser', async () => {
    const accept = { 'accept-language': 'en-US' };
    expect(await (await browser().authorize({ ui_locales: 'ko-KR en' }, 'organizations', accept)).text()).toContain(
      'lang="ko"',
    );
    expect(await (await browser().authorize({ mkt: 'ko-KR' }, 'organizations', accept)).text()).toContain('계정 선택');
    expect(await (await browser().authorize({ mkt: 'fr-FR' }, 'organizations', accept)).text()).toContain(
      'Pick an account',
    );
  });

  it('comes also to somebody signed in, when select_account or login asks for it', async () => {
    const one = browser();
    await one.authorize({ emulator_persona: 'owner' });
    for (const prompt of ['select_account', 'login']) {
      const page = await one.authorize({ prompt });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Signed in');
    }
  });

  it('puts the hinted account first and keeps to the hinted organisation', async () => {
    const page = await (await browser().authorize({ login_hint: 'nobody@contoso.example' })).text();
    expect(/name="emulator_persona" value="(\w+)"/.exec(page)?.[1]).toBe('nobody');
    const tailspinOnly = await (await browser().authorize({ domain_hint: 'tailspin.example' })).text();
    expect([...tailspinOnly.matchAll(/emulator_persona" value="(\w+)"/g)].map((match) => match[1])).toEqual([
      'guestOwner',
      'externalMemberOwner',
    ]);
  });

  it('says of a person who is not in the tenant that they are not, and lets another be chosen', async () => {
    const page = await (await browser().authorize({ emulator_persona: 'reader' }, tailspin)).text();
    expect(page).toContain('reader@contoso.example has no account in Tailspin Toys');
    expect(page).toContain('value="guestOwner"');
  });

  it('can be cancelled: the app gets access_denied, AADSTS65004', async () => {
    const one = browser();
    const page = await (await one.authorize()).text();
    const link = /href="([^"]*emulator_action=cancel[^"]*)"/.exec(page)?.[1]?.replaceAll('&#38;', '&') ?? '';
    const answer = answerOf(await one.open(new URL(link, origin).href));
    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('error_description')).toContain('AADSTS65004');
    expect(answer.get('state')).toBe('the state');
  });

  it('works without scripts and under a policy that forbids them', async () => {
    const page = await browser().authorize();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:5173");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('script-src');
    expect(await page.text()).not.toContain('<script');
  });
});

describe('consent', () => {
  it('that only an administrator may give is said on a page, whose way back is AADSTS65004', async () => {
    const page = await (await browser().authorize({ emulator_persona: 'consentNeeded' })).text();
    expect(page).toContain('Need admin approval');
    expect(page).toContain('AADSTS90094');
    expect((await browser().authorized({ emulator_action: 'cancel' })).get('error_description')).toContain(
      'AADSTS65004',
    );
  });
});

describe('the second factor', () => {
  const mfaOf = async (one: TestBrowser, changes: Record<string, string>): Promise<number> =>
    (await one.authorize(changes)).status;

  it('is asked of mfaOwner when claims ask for it or the sign-in starts anew, and only then', async () => {
    const one = browser();
    expect(await mfaOf(one, { emulator_persona: 'mfaOwner' })).toBe(302);
    expect(await mfaOf(one, { emulator_persona: 'mfaOwner', claims: acrs })).toBe(200);
    expect(await mfaOf(one, { emulator_persona: 'mfaOwner', prompt: 'login' })).toBe(200);
    expect(await mfaOf(one, { emulator_persona: 'mfaOwner', claims: acrs, emulator_action: 'approve' })).toBe(302);
    expect(await mfaOf(one, { emulator_persona: 'mfaOwner', claims: acrs })).toBe(302);
  });

  it('shows one button, Approve', async () => {
    const page = await (await browser().authorize({ emulator_persona: 'mfaOwner', claims: acrs }, contoso)).text();
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).toContain('Approve');
  });

  it('is not asked of people who have no setting: they approved while signing in', async () => {
    expect(await mfaOf(browser(), { emulator_persona: 'owner', claims: acrs })).toBe(302);
  });
});

describe('the session cookie', () => {
  it('is for the server alone, and crosses sites over https only', async () => {
    const plain = await browser().authorize({ emulator_persona: 'owner' });
    expect(plain.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await browser().authorize({ emulator_persona: 'owner' }, 'organizations', {
      'x-forwarded-proto': 'https',
    });
    expect(secure.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=None; Secure$/);
  });

  it('ends with the sign-out of its last account', async () => {
    const one = browser();
    await one.authorize({ emulator_persona: 'owner' });
    await one.authorize({ emulator_persona: 'reader' });
    const logout = `${origin}/${contoso}/oauth2/v2.0/logout`;
    const back = new URLSearchParams({
      logout_hint: 'owner@contoso.example',
      post_logout_redirect_uri: 'http://localhost:5173/',
      state: 's',
    });
    expect((await one.open(`${logout}?${back}`)).headers.get('location')).toBe('http://localhost:5173/?state=s');
    expect((await one.authorized({ prompt: 'none' })).get('code')).toBeTruthy();
    const page = await one.open(logout);
    expect([page.status, page.headers.get('location')]).toEqual([200, null]);
    expect((await one.authorized({ prompt: 'none' })).get('error')).toBe('login_required');
  });

  it('never sends a signed-out browser to a foreign address', async () => {
    const target = new URLSearchParams({ post_logout_redirect_uri: 'https://attacker.example/' });
    const page = await browser().open(`${origin}/common/oauth2/v2.0/logout?${target}`);
    expect([page.status, page.headers.get('location')]).toEqual([200, null]);
  });
});
