import { request as rawRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmulator } from './emulator.ts';
import { serve } from './serve.ts';
import type { ServedEmulator } from './serve.ts';
import { askJson } from './testing/arm.ts';
import { contoso } from './testing/signIn.ts';

const emulator = createEmulator({ timing: 'instant' });
const running: ServedEmulator[] = [];

async function start(): Promise<ServedEmulator> {
  const served = await serve(emulator, { port: 0 });
  running.push(served);
  return served;
}

afterEach(async () => {
  emulator.reset('small');
  await Promise.all(running.splice(0).map((served) => served.close()));
});

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('a served emulator', () => {
  it('answers on both loopback addresses and under the name', async () => {
    const { origin } = await start();
    const { port } = new URL(origin);
    expect(origin).toBe(`http://localhost:${port}`);
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      const answer = await fetch(`http://${host}:${port}/_emulator/state`);
      expect([host, answer.status]).toEqual([host, 200]);
    }
  });

  it('refuses a port that is taken, with a sentence and the cause', async () => {
    const { port } = new URL((await start()).origin);
    await expect(serve(emulator, { port: Number(port) })).rejects.toThrow(`Port ${port} is already in use`);
    await expect(serve(emulator, { port: Number(port) })).rejects.toMatchObject({ cause: { code: 'EADDRINUSE' } });
  });

  it('prints every URL on the address the client used', async () => {
    const { origin } = await start();
    const { body } = await askJson(emulator, 'POST', '/_emulator/token', { persona: 'owner' });
    const authorization = `Bearer ${String(body['access_token'])}`;
    const nextLink = async (headers: Record<string, string>): Promise<unknown> => {
      const list = await fetch(`${origin}/subscriptions?api-version=2022-12-01`, { headers });
      const page: Record<string, unknown> = await list.json();
      return page['nextLink'];
    };
    const proxied = { authorization, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'azure.example' };
    expect(await nextLink(proxied)).toMatch(/^https:\/\/azure\.example\/subscriptions\?/);
    expect(await nextLink({ authorization })).toMatch(/^http:\/\/localhost:\d+\/subscriptions\?/);
  });

  it('sets cookies, redirects and answers HEAD without a body', async () => {
    const { origin } = await start();
    const query = new URLSearchParams({
      client_id: '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a',
      redirect_uri: 'http://localhost:5173/redirect.html',
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'x',
      code_challenge_method: 'S256',
      emulator_persona: 'owner',
    });
    const answer = await fetch(`${origin}/${contoso}/oauth2/v2.0/authorize?${query}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.getSetCookie().length]).toEqual([302, 1]);
    const head = await fetch(`${origin}/_emulator/style.css`, { method: 'HEAD' });
    expect(await head.text()).toBe('');
  });

  it('cuts the connection where a fault says so', async () => {
    const { origin } = await start();
    await post(`${origin}/_emulator/faults`, { route: 'GET /subscriptions', action: { kind: 'lose' } });
    await expect(fetch(`${origin}/subscriptions?api-version=2022-12-01`)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
    });
    await post(`${origin}/_emulator/faults`, { route: 'GET /tenants', action: { kind: 'stall' } });
    await expect(fetch(`${origin}/tenants`, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect((await fetch(`${origin}/_emulator/state`)).status).toBe(200);
  });

  it('takes a path that starts with two slashes as a path, not as another host', async () => {
    const { port } = new URL((await start()).origin);
    const status = await new Promise((resolve, reject) => {
      rawRequest({ port, host: '127.0.0.1', path: '//attacker.example/_emulator/state' }, (answer) =>
        resolve(answer.statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).not.toBe(200);
    expect(emulator.context.requests.at(-1)).toMatchObject({ url: '//attacker.example/_emulator/state' });
  });
});
