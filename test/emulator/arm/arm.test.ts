import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { issueAccessToken } from '../entra/tokens.ts';
import { arm } from './arm.ts';
import { personaNamed, testContext } from './testing/ask.ts';
import { contoso, foreign, registered, tailspin } from './testing/names.ts';

const list = '/subscriptions?api-version=2022-12-01';
const persona = personaNamed('reader');

function withReader(): Context {
  const context = testContext();
  context.world = { ...context.world, personas: [persona] };
  return context;
}

async function send(
  context: Context,
  path: string,
  token?: string,
): Promise<{ status: number; code: unknown; challenge: string }> {
  const url = new URL(path, 'https://management.azure.com');
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await arm(new Request(url, { headers }), url, context);
  if (!response) throw new Error('Not answered');
  const body = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: body.error?.code, challenge: response.headers.get('WWW-Authenticate') ?? '' };
}

const tokenFor = (context: Context, more: { audience?: string; lifetimeSeconds?: number } = {}): string =>
  issueAccessToken(context, { persona, tenantId: contoso, ...more }).accessToken;

describe('the ARM service', () => {
  it('leaves paths that are not its own to others', async () => {
    for (const path of ['/', '/favicon.ico', '/contoso/oauth2/v2.0/token', '/_emulator/state']) {
      const url = new URL(path, 'https://management.azure.com');
      expect(await arm(new Request(url), url, testContext())).toBeUndefined();
    }
  });

  it('asks for the api-version before it asks for the token', async () => {
    expect((await send(testContext(), '/subscriptions')).code).toBe('MissingApiVersionParameter');
    const answer = await send(testContext(), list);
    expect([answer.status, answer.code]).toEqual([401, 'AuthenticationFailed']);
  });

  it('names the tenant of a subscription to who comes without a token', async () => {
    const challenge = async (id: string) =>
      (await send(testContext(), `/subscriptions/${id}?api-version=2022-12-01`)).challenge;
    expect(await challenge(foreign)).toContain(`authorization_uri="https://login.windows.net/${tailspin}"`);
    expect(await challenge(registered)).toContain(contoso);
    expect(await challenge('nowhere')).toContain('https://login.windows.net/common');
  });

  it('answers a good token', async () => {
    const context = withReader();
    expect((await send(context, list, tokenFor(context))).status).toBe(200);
  });

  it('refuses a token that is none, is old, or is for somebody else', async () => {
    const context = withReader();
    expect((await send(context, list, 'abc')).code).toBe('InvalidAuthenticationToken');
    const elsewhere = tokenFor(context, { audience: 'https://graph.microsoft.com' });
    expect((await send(context, list, elsewhere)).code).toBe('InvalidAuthenticationTokenAudience');
    const short = tokenFor(context, { lifetimeSeconds: 60 });
    context.clock.advance(61_000);
    const expired = await send(context, list, short);
    expect([expired.status, expired.code]).toEqual([401, 'ExpiredAuthenticationToken']);
    expect(expired.challenge).toContain('error="invalid_token"');
  });
});
