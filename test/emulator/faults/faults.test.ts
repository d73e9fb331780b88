import { beforeEach, describe, expect, it } from 'vitest';
import { frozenClock } from '../clock.ts';
import { createEmulator } from '../emulator.ts';
import type { Emulator } from '../emulator.ts';
import { armClient, askJson, errorCode } from '../testing/arm.ts';
import type { ArmClient } from '../testing/arm.ts';
import { askToken, origin } from '../testing/signIn.ts';

const list = '/subscriptions?api-version=2022-12-01';
let emulator: Emulator;
let owner: ArmClient;
let subscription: string;
let register: string;

beforeEach(async () => {
  emulator = createEmulator({ timing: 'instant', clock: frozenClock() });
  owner = await armClient(emulator, 'owner');
  const unregistered = [...emulator.context.world.subscriptions.values()].find(
    ({ registration, state, displayName }) =>
      registration === 'NotRegistered' && state === 'Enabled' && !displayName.includes('Treasury'),
  );
  subscription = unregistered?.subscriptionId ?? '';
  register = `/subscriptions/${subscription}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01`;
});

async function fault(action: object, more: object = {}): Promise<void> {
  const answer = await askJson(emulator, 'POST', '/_emulator/faults', {
    route: '* /subscriptions/**',
    action,
    ...more,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

const registration = (): string | undefined => emulator.context.world.subscriptions.get(subscription)?.registration;

describe('error', () => {
  it('answers in the place of the service, with CORS and the name of the fault in the log', async () => {
    await fault(
      { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'no' },
      { name: 'no right', times: 1 },
    );
    const answer = await owner('POST', register);
    expect([answer.status, errorCode(answer)]).toEqual([403, 'AuthorizationFailed']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(registration()).toBe('NotRegistered');
    expect(emulator.context.requests.at(-1)).toMatchObject({
      fault: 'no right',
      errorCode: 'AuthorizationFailed',
      persona: 'owner',
    });
    expect((await owner('POST', register)).status).toBe(200);
  });

  it('after the commit hides what was done', async () => {
    await fault({ kind: 'error', status: 500, code: 'InternalServerError', when: 'afterCommit', shape: 'unwrapped' });
    const answer = await owner('POST', register);
    expect([answer.status, answer.body['code']]).toEqual([500, 'InternalServerError']);
    expect(registration()).not.toBe('NotRegistered');
  });

  it('has the shape of the sign-in service there, readable by the app', async () => {
    await fault(
      { kind: 'error', status: 400, code: 'AADSTS50053', message: 'locked' },
      { route: 'POST /*/oauth2/v2.0/token' },
    );
    const { body, headers } = await askToken(emulator, {});
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [50053] });
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  });
});

describe('throttle', () => {
  it.each([
    ['seconds', 'retry-after', '7'],
    ['date', 'retry-after', 'Mon, 05 Jan 2026 09:00:07 GMT'],
    ['milliseconds', 'x-ms-retry-after-ms', '7000'],
    ['none', 'retry-after', null],
  ])('says how long to wait as %s', async (retryAfter, header, value) => {
    await fault({ kind: 'throttle', retryAfter, seconds: 7 });
    const answer = await owner('GET', list);
    expect([answer.status, errorCode(answer), answer.headers.get(header)]).toEqual([429, 'TooManyRequests', value]);
  });
});

describe('challenge', () => {
  it.each([
    ['mfa', 'insufficient_claims', 'acrs'],
    ['revoked', 'invalid_token', 'nbf'],
  ])('for %s is a 401 with claims', async (reason, error, claim) => {
    await fault({ kind: 'challenge', reason });
    const answer = await owner('GET', list);
    const header = answer.headers.get('www-authenticate') ?? '';
    expect([answer.status, header.includes(`error="${error}"`)]).toEqual([401, true]);
    const claims = /claims="([^"]+)"/.exec(header)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toEqual({
      access_token: { [claim]: expect.anything() },
    });
  });
});

describe('lose', () => {
  it('before the commit rejects as fetch does, and nothing happened', async () => {
    await fault({ kind: 'lose' }, { name: 'cut' });
    await expect(owner('POST', register)).rejects.toMatchObject({ name: 'TypeError', message: 'Failed to fetch' });
    expect(registration()).toBe('NotRegistered');
    expect(emulator.context.requests.at(-1)).toMatchObject({ status: 0, fault: 'cut' });
  });

  it('after the commit rejects as fetch does, and it happened', async () => {
    await fault({ kind: 'lose', when: 'afterCommit' });
    await expect(owner('POST', register)).rejects.toThrow('Failed to fetch');
    expect(registration()).not.toBe('NotRegistered');
  });
});

describe('stall and delay', () => {
  const aborted = async (): Promise<unknown> => {
    const stop = new AbortController();
    const answer = emulator.handle(new Request(`${origin}${list}`, { signal: stop.signal }));
    stop.abort();
    return answer.catch((error: unknown) => (error instanceof Error ? error.name : error));
  };

  it('wait until the client gives up', async () => {
    await fault({ kind: 'stall' });
    expect(await aborted()).toBe('AbortError');
    await askJson(emulator, 'DELETE', '/_emulator/faults');
    await fault({ kind: 'delay', ms: 600_000 });
    expect(await aborted()).toBe('AbortError');
  });

  it('a delay is followed by the answer', async () => {
    await fault({ kind: 'delay', ms: 1, jitterMs: 3 });
    expect((await owner('GET', list)).status).toBe(200);
  });
});

describe('html, body and answer', () => {
  it('html is what a network that wants a sign-in says', async () => {
    await fault({ kind: 'html' });
    const response = await emulator.handle(new Request(`${origin}${list}`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each([
    ['empty', (text: string) => text === ''],
    ['truncated', (text: string) => text.startsWith('{"value":[{') && !text.endsWith('}')],
    ['notJson', (text: string) => text === 'upstream error 200'],
    ['unknownFields', (text: string) => text.includes('"somethingNew":{"since":"tomorrow"')],
  ])('a body can be %s', async (damage, expected) => {
    const token = await askJson(emulator, 'POST', '/_emulator/token', { persona: 'owner' });
    const headers = { authorization: `Bearer ${String(token.body['access_token'])}` };
    await fault({ kind: 'body', damage });
    const text = await (await emulator.handle(new Request(`${origin}${list}`, { headers }))).text();
    expect(expected(text)).toBe(true);
  });

  it('an answer is whatever the rule says', async () => {
    await fault({ kind: 'answer', status: 200, body: { status: 'Running' }, headers: { 'retry-after': '15' } });
    const answer = await owner('GET', list);
    expect([answer.body, answer.headers.get('retry-after')]).toEqual([{ status: 'Running' }, '15']);
    await askJson(emulator, 'DELETE', '/_emulator/faults');
    await fault({ kind: 'answer', status: 204, body: 'ignored' });
    expect((await owner('GET', list)).status).toBe(204);
  });
});

describe('paging', () => {
  it.each([
    ['emptyPage', 0, `${origin}${list}`],
    ['sameLinkForever', 5, `${origin}${list}`],
    ['foreignOrigin', 5, 'https://attacker.example/next?page=2'],
  ])('%s', async (trick, items, next) => {
    await fault({ kind: 'paging', trick });
    const { body } = await owner('GET', list);
    expect([(body['value'] as unknown[]).length, body['nextLink']]).toEqual([items, next]);
  });

  it('an item that moves to another page is there twice, or not at all', async () => {
    const ids = async (): Promise<readonly unknown[]> =>
      ((await owner('GET', list)).body['value'] as { id: unknown }[]).map(({ id }) => id);
    await fault({ kind: 'paging', trick: 'itemTwice' }, { nth: [1] });
    await fault({ kind: 'paging', trick: 'itemMissed' }, { nth: [2] });
    const [twice, missed] = [await ids(), await ids()];
    expect([twice.length, new Set(twice).size]).toEqual([6, 5]);
    expect([missed.length, new Set(missed).size]).toEqual([4, 4]);
  });
});

describe('meanwhile', () => {
  it('somebody else registers the provider just before', async () => {
    const provider = `/subscriptions/${subscription}/providers/Microsoft.ManagedServices?api-version=2021-04-01`;
    await fault(
      { kind: 'meanwhile', persona: 'contributor', method: 'POST', path: register },
      { route: `GET ${provider.split('?')[0]}` },
    );
    expect((await owner('GET', provider)).body['registrationState']).not.toBe('NotRegistered');
    expect(emulator.context.requests.map(({ persona }) => persona).slice(-2)).toEqual(['contributor', 'owner']);
  });

  it('can be about the very request that it meets', async () => {
    await fault(
      {
        kind: 'meanwhile',
        persona: 'contributor',
        method: 'POST',
        path: '{scope}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01',
      },
      { route: `GET /subscriptions/${subscription}/providers/Microsoft.ManagedServices` },
    );
    await owner('GET', `/subscriptions/${subscription}/providers/Microsoft.ManagedServices?api-version=2021-04-01`);
    expect(registration()).not.toBe('NotRegistered');
  });
});

describe('rewrite', () => {
  const provider = (id: string): string =>
    `/subscriptions/${id}/providers/Microsoft.ManagedServices?api-version=2021-04-01`;

  it('says something else in one field, and leaves the rest', async () => {
    await fault({ kind: 'rewrite', path: 'registrationState', value: 'Pondering' });
    const { body } = await owner('GET', provider(subscription));
    expect(body).toMatchObject({ namespace: 'Microsoft.ManagedServices', registrationState: 'Pondering' });
    expect(registration()).toBe('NotRegistered');
  });

  it('reaches into each item of a list, and makes nothing where there is nothing', async () => {
    await fault(
      { kind: 'rewrite', path: 'subscriptionPolicies.quotaId', value: null },
      { route: 'GET /subscriptions' },
    );
    const { body } = await owner('GET', list);
    const quotas = (body['value'] as { subscriptionPolicies: { quotaId: unknown } }[]).map(
      ({ subscriptionPolicies }) => subscriptionPolicies.quotaId,
    );
    expect(new Set(quotas)).toEqual(new Set([null]));
    await fault({ kind: 'rewrite', path: 'nowhere.at.all', value: 1 }, { route: 'GET /subscriptions' });
    expect((await owner('GET', list)).body).not.toHaveProperty('value.0.nowhere');
  });

  it('leaves an error alone', async () => {
    await fault({ kind: 'rewrite', path: 'error.code', value: 'Fine' });
    expect(errorCode(await owner('GET', provider('00000000-0000-4000-8000-00000000dead')))).not.toBe('Fine');
  });
});

describe('preflights', () => {
  const preflight = (): Promise<Response> => emulator.handle(new Request(`${origin}${list}`, { method: 'OPTIONS' }));

  it('fail only where a rule names them', async () => {
    await fault({ kind: 'lose' });
    expect((await preflight()).status).toBe(200);
    await fault({ kind: 'error', status: 403, code: 'Forbidden' }, { route: 'OPTIONS /subscriptions' });
    const refused = await preflight();
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

describe('several faults', () => {
  it('work together: the throttle is late', async () => {
    await fault({ kind: 'delay', ms: 1 }, { name: 'slow' });
    await fault({ kind: 'throttle' }, { name: 'busy' });
    expect((await owner('GET', list)).status).toBe(429);
    expect(emulator.context.requests.at(-1)?.fault).toBe('slow, busy');
  });
});

describe('slowBody', () => {
  it('begins at once and ends when all of it has come', async () => {
    const { access_token: token } = (await askJson(emulator, 'POST', '/_emulator/token', { persona: 'owner' })).body;
    await fault({ kind: 'slowBody', ms: 50 });
    const asked = new Request(`${origin}${list}`, { headers: { authorization: `Bearer ${String(token)}` } });
    const slow = await emulator.handle(asked);
    const pieces: Uint8Array[] = [];
    for await (const piece of slow.body ?? []) pieces.push(piece);
    expect([slow.status, pieces.length]).toEqual([200, 10]);
    expect((JSON.parse(Buffer.concat(pieces).toString()) as { value: unknown[] }).value).toHaveLength(5);
  });
});
