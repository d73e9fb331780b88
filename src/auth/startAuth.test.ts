// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../config.ts';
import { tenantId } from '../domain/ids.ts';
import { startAuth } from './startAuth.ts';
import { tabMemory } from './tab.ts';
import { soon } from '../../test/soon.ts';

const config: Config = {
  clientId: '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a',
  tenant: 'organizations',
  cloud: 'public',
  guests: 'block',
  expectedManagingTenants: [],
  expectedOffers: [],
  expected: 'block',
  graph: false,
};
const contoso = tenantId('11111111-1111-4111-8111-111111111111');

let status: number | undefined;
let probed: string[];
const page = (storage: Storage | undefined = sessionStorage) => ({
  origin: 'http://localhost:5173',
  storage,
  address: () => '/delegate?scopes=a,b#review',
  takeLostMark: () => lost,
  reopen: () => {},
  statusOf: (url: string) => {
    probed.push(url);
    return Promise.resolve(status);
  },
});

let left: URL[];
let lost: boolean;
beforeEach(() => {
  lost = false;
  status = 200;
  probed = [];
  left = [];
  sessionStorage.clear();
  vi.spyOn(location, 'assign').mockImplementation((url) => void left.push(new URL(url)));
});
afterEach(() => vi.restoreAllMocks());

/** What a browser does when the person presses Back at Entra and the page comes out of its cache. */
function comeBack() {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
}

async function signedOut(storage?: Storage) {
  const start = await startAuth(config, page(storage));
  if (start.kind === 'signedIn') throw new Error('Nobody has signed in.');
  return start;
}

describe('a fresh tab', () => {
  it('is signed out, and asks nobody', async () => {
    expect(await signedOut()).toMatchObject({ kind: 'signedOut', left: false });
    expect(probed).toEqual([]);
  });

  it('leaves for Entra on a press, with PKCE, account choice and the way back', async () => {
    const { signIn } = await signedOut();
    const leaving = signIn().catch((error: unknown) => error);
    await soon(() => expect(left.length > 0).toBe(true));
    const [url] = left;
    expect(url?.origin + (url?.pathname ?? '')).toBe(
      'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
    );
    expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({
      client_id: config.clientId,
      redirect_uri: 'http://localhost:5173/redirect.html',
      prompt: 'select_account',
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'https://management.azure.com/user_impersonation openid profile offline_access',
    });
    expect(Object.keys(sessionStorage).map((key) => sessionStorage.getItem(key))).toContain(
      'http://localhost:5173/delegate?scopes=a,b#review',
    );
    expect(sessionStorage.getItem('lighthouse.trip')).toBe('left:signIn');

    comeBack();
    expect(await leaving).toMatchObject({ problem: { code: 'signInCancelled' } });
    expect(sessionStorage.getItem('lighthouse.trip')).toBeNull();
  });

  it('can be pressed again after coming back, for another tenant and page', async () => {
    const { signIn } = await signedOut();
    for (const attempt of [1, 2]) {
      const leaving = signIn({ tenantId: contoso, returnTo: '/guide#owners' }).catch((error: unknown) => error);
      await soon(() => expect(left.length === attempt).toBe(true));
      comeBack();
      await leaving;
    }
    expect(left.map((url) => url.pathname)).toEqual(Array(2).fill(`/${contoso}/oauth2/v2.0/authorize`));
  });

  it.each([
    [undefined, 'offline'],
    [503, 'azureDown'],
  ])('stays when Entra answers %s', async (answer, code) => {
    status = answer;
    const { signIn } = await signedOut();
    await expect(signIn()).rejects.toMatchObject({ problem: { code } });
    expect(probed).toEqual(['https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration']);
    expect(left).toEqual([]);
  });

  it('stays when the browser keeps nothing for this site', async () => {
    const blocked = new Proxy(sessionStorage, {
      get: () => () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const { signIn } = await signedOut(blocked);
    await expect(signIn()).rejects.toMatchObject({ problem: { code: 'storageBlocked' } });
    expect(left).toEqual([]);
  });
});

describe('coming back', () => {
  it('says to sign in again when the answer finds nothing, once, and leaves for nowhere', async () => {
    tabMemory(sessionStorage).leave('signIn');
    tabMemory(sessionStorage).answer();
    expect(await signedOut()).toMatchObject({ kind: 'failed', problem: { code: 'signInNeeded' } });
    expect(await signedOut()).toMatchObject({ kind: 'signedOut' });
    expect(left).toEqual([]);
  });

  it('with an answer that nobody waited for says to sign in again', async () => {
    lost = true;
    expect(await signedOut()).toMatchObject({ kind: 'failed', problem: { code: 'signInNeeded' } });
    expect(left).toEqual([]);
  });

  it('without an answer is being signed out, without a word', async () => {
    tabMemory(sessionStorage).leave('signIn');
    expect(await signedOut()).toMatchObject({ kind: 'signedOut', left: false });
  });

  it('from signing out forgets the session', async () => {
    const memory = tabMemory(sessionStorage);
    memory.remember({ homeAccountId: 'a.b', tenantId: 'b' });
    memory.leave('signOut');
    memory.answer();
    expect(await signedOut()).toMatchObject({ kind: 'signedOut', left: true });
    expect(memory.session()).toBeUndefined();
  });

  it('to a session whose tokens are gone asks to sign in, and does not believe it a second time', async () => {
    tabMemory(sessionStorage).remember({ homeAccountId: 'a.b', tenantId: 'b' });
    expect(await signedOut()).toMatchObject({ kind: 'failed', problem: { code: 'signInNeeded' } });
    expect(await signedOut()).toMatchObject({ kind: 'signedOut' });
  });
});
