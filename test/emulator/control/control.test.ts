import { beforeEach, describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import type { Emulator } from '../emulator.ts';
import { armClient, askJson, errorCode, errorMessage } from '../testing/arm.ts';
import { contoso, northwind, origin, tailspin } from '../testing/signIn.ts';

let emulator: Emulator;
beforeEach(() => {
  emulator = createEmulator({ timing: 'instant' });
});

const post = (path: string, body: unknown): ReturnType<typeof askJson> =>
  askJson(emulator, 'POST', `/_emulator/${path}`, body);
const get = (path: string): ReturnType<typeof askJson> => askJson(emulator, 'GET', `/_emulator/${path}`);

describe('POST /_emulator/reset', () => {
  it('builds the named world with switches, seed, page size and timing', async () => {
    const { status, body } = await post('reset', {
      world: 'busy',
      seed: 7,
      pageSize: 3,
      switches: { guests: 'allowed' },
      timing: 'azure',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ world: 'busy', seed: 7, pageSize: 3 });
    expect(emulator.context.world.switches.guests).toBe('allowed');
    expect(emulator.context.timing.registration).toBe(30_000);
  });

  it('without a world builds the same one anew, and takes faults, records and moved time back', async () => {
    const before = Date.now();
    await post('clock', { advanceMs: 86_400_000 });
    await post('faults', { route: 'GET /subscriptions', action: { kind: 'lose' } });
    emulator.context.world.subscriptions.clear();
    await post('reset', {});
    expect(emulator.context.world.name).toBe('small');
    expect(emulator.context.world.subscriptions.size).toBeGreaterThan(5);
    expect(emulator.context.clock.now()).toBeLessThan(before + 3_600_000);
    expect((await get('faults')).body['faults']).toEqual([]);
    expect(emulator.context.requests.every(({ url }) => !url.includes('clock'))).toBe(true);
  });

  it.each([
    [{ world: 'smal' }, 'small, busy, large'],
    [{ timing: 'slow' }, 'azure, demo, instant'],
    [{ switches: { guest: 'allowed' } }, 'guests'],
    [{ switches: { guests: 'yes' } }, 'allowed, refused'],
    [{ pageSize: 0 }, 'from 1 to 1000'],
    [{ planet: 'earth' }, 'world, switches, seed, pageSize, timing'],
    [[], 'JSON object'],
  ])('of %o is 400 and says what there is: %s', async (body, known) => {
    const answer = await post('reset', body);
    expect([answer.status, errorCode(answer)]).toEqual([400, 'BadRequest']);
    expect(errorMessage(answer)).toContain(known);
  });

  it('of something that is not JSON is 400', async () => {
    const request = new Request(`${origin}/_emulator/reset`, { method: 'POST', body: '{"world":' });
    const response = await emulator.handle(request);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('not JSON')]);
  });
});

describe('POST /_emulator/token', () => {
  it('gives a token for the tenant of the customer, and says who the person is', async () => {
    const { body } = await post('token', { persona: 'guestOwner' });
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      tenantId: contoso,
      account: 'guestowner@tailspin.example',
      homeTenantId: tailspin,
      acct: 1,
      idp: `https://sts.windows.net/${tailspin}/`,
    });
    const headers = { authorization: `Bearer ${String(body['access_token'])}` };
    expect((await askJson(emulator, 'GET', '/tenants?api-version=2022-12-01', undefined, headers)).status).toBe(200);
  });

  it('gives one for another tenant, with another lifetime, and for the service principal', async () => {
    expect((await post('token', { persona: 'twoTenantOwner', tenant: tailspin })).body).toMatchObject({
      tenantId: tailspin,
      acct: 1,
    });
    expect((await post('token', { persona: 'owner', lifetimeSeconds: 5 })).body['expires_in']).toBe(5);
    expect((await post('token', { persona: 'automation' })).body).toMatchObject({
      tenantId: contoso,
      name: 'automation',
    });
  });

  it('leaves out what the token would leave out', async () => {
    const { body } = await post('token', { persona: 'unlabelledOwner' });
    expect(body).not.toHaveProperty('acct');
    expect(body).not.toHaveProperty('idp');
  });

  it.each([
    [{ persona: 'bob' }, 'owner, guestOwner'],
    [{}, "'persona' cannot be missing"],
    [{ persona: 'owner', tenant: 'nobody.example' }, 'contoso'],
    [{ persona: 'owner', tenant: northwind }, contoso],
    [{ persona: 'automation', tenant: tailspin }, contoso],
    [{ persona: 'owner', lifetimeSeconds: 0 }, 'from 1 to'],
    [{ persona: 'owner', mfa: 'maybe' }, 'true or false'],
  ])('for %o is 400: %s', async (body, said) => {
    const answer = await post('token', body);
    expect(answer.status).toBe(400);
    expect(errorMessage(answer)).toContain(said);
  });
});

describe('POST /_emulator/approvals', () => {
  const name = '0d0d0d0d-0000-4000-8000-000000000009';
  const pending = () => {
    const { world, clock } = emulator.context;
    const [eligibility] = world.roleEligibilities;
    if (!eligibility) throw new Error('Nobody may activate anything.');
    const { scope, principalId, role } = eligibility;
    const startsAt = clock.now();
    world.roleActivations.push({
      name,
      scope,
      principalId,
      role,
      eligibility: eligibility.name,
      status: 'PendingApproval',
      createdAt: startsAt,
      startsAt,
      endsAt: startsAt + 3_600_000,
    });
  };

  it('lets an approved role begin now, for as long as was asked', async () => {
    pending();
    emulator.context.clock.advance(7_200_000);
    const { status } = await post('approvals', { name, decision: 'approve' });
    expect(status).toBe(200);
    const [row] = emulator.context.world.roleActivations;
    expect(row?.status).toBe('Provisioned');
    expect((row?.endsAt ?? 0) - emulator.context.clock.now()).toBeGreaterThan(3_590_000);
  });

  it('of nothing that waits, or of another word, is 400', async () => {
    expect(errorMessage(await post('approvals', { name, decision: 'approve' }))).toContain(name);
    pending();
    expect(errorMessage(await post('approvals', { name, decision: 'perhaps' }))).toContain('approve, deny');
    expect(emulator.context.world.roleActivations).toMatchObject([{ status: 'PendingApproval' }]);
  });
});

describe('POST /_emulator/clock', () => {
  it('moves the time of the world', async () => {
    const before = emulator.context.clock.now();
    const { body } = await post('clock', { advanceMs: 60_000 });
    expect(body['now']).toBeGreaterThanOrEqual(before + 60_000);
    expect((await post('clock', { advanceMs: -1 })).status).toBe(400);
    expect((await post('clock', {})).status).toBe(400);
  });
});

describe('POST /_emulator/publish', () => {
  it('puts a new version beside the old ones, with what is left out as it was', async () => {
    const [latest] = emulator.context.world.catalog;
    if (latest === undefined) throw new Error('The small world has no offer.');
    const { publisher, product, name } = latest.plan;
    const authorizations = [{ principalId: contoso, roleDefinitionId: northwind, principalIdDisplayName: 'New team' }];
    const { status } = await post('publish', { publisher, product, plan: name, version: '9.0.0', authorizations });
    expect(status).toBe(200);
    const added = emulator.context.world.catalog.at(-1);
    expect(added).toEqual({ ...latest, plan: { ...latest.plan, version: '9.0.0' }, authorizations });
    const again = await post('publish', { publisher, product, plan: name, version: '9.0.0' });
    expect(errorMessage(again)).toContain('higher than 9.0.0');
    expect((await post('publish', { publisher, product, plan: name, version: '10.0.0' })).status).toBe(200);
  });

  it.each([
    [{ publisher: 'p', product: 'q', plan: 'r', version: '1.0.0' }, "needs 'authorizations'"],
    [{ publisher: 'p', product: 'q', plan: 'r', version: '1.0', authorizations: [] }, 'n.n.n'],
    [{ publisher: 'p', product: 'q', plan: 'r', version: '1.0.0', authorizations: [{ principalId: 'x' }] }, 'GUID'],
    [{ publisher: 'p', product: 'q', plan: 'r', version: '1.0.0', authorizations: 'all' }, 'not JSON'],
    [{ publisher: 'p', product: 'q', plan: 'r', version: '1.0.0', authorizations: [] }, "'managedByTenantId'"],
  ])('of %o is 400: %s', async (body, said) => {
    const answer = await post('publish', body);
    expect(answer.status).toBe(400);
    expect(errorMessage(answer)).toContain(said);
  });
});

describe('GET /_emulator/requests', () => {
  it('tells who asked what and what they were told', async () => {
    const reader = await armClient(emulator, 'reader');
    const [subscription] = emulator.context.world.subscriptions.keys();
    await reader('GET', '/subscriptions?api-version=2022-12-01');
    await reader(
      'POST',
      `/subscriptions/${subscription}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01`,
    );
    const { body } = await get('requests?service=arm');
    expect(body['requests']).toMatchObject([
      { method: 'GET', url: '/subscriptions?api-version=2022-12-01', service: 'arm', status: 200, persona: 'reader' },
      { method: 'POST', status: 403, persona: 'reader', errorCode: 'AuthorizationFailed' },
    ]);
    expect((await get(`requests?service=arm&since=${String(body['last'])}`)).body['requests']).toEqual([]);
  });

  it('keeps the body and the ids of a write, and numbers that go on over a reset', async () => {
    const headers = {
      'x-ms-client-request-id': 'mine',
      'x-ms-correlation-request-id': 'run',
      origin: 'http://localhost:5173',
    };
    await askJson(emulator, 'PUT', '/subscriptions/x?api-version=2022-12-01', { some: 'thing' }, headers);
    const [record] = (await get('requests?service=arm')).body['requests'] as Record<string, unknown>[];
    expect(record).toMatchObject({
      status: 401,
      body: { some: 'thing' },
      clientRequestId: 'mine',
      correlationRequestId: 'run',
      origin: 'http://localhost:5173',
    });
    await post('reset', {});
    const [first] = (await get('requests')).body['requests'] as Record<string, unknown>[];
    expect(first?.['n']).toBeGreaterThan(Number(record?.['n']));
  });

  it('of an unknown service is 400', async () => {
    expect(errorMessage(await get('requests?service=graph'))).toContain('arm, entra, control');
  });
});

describe('GET /_emulator/state', () => {
  it('shows the world, its people and the service principal', async () => {
    const { body } = await get('state');
    const { automation, subscriptions, personas } = emulator.context.world;
    expect(body).toMatchObject({ world: 'small', timing: { name: 'instant' }, customerTenantId: contoso });
    expect(body['automation']).toEqual({ ...automation });
    expect((body['subscriptions'] as unknown[]).length).toBe(subscriptions.size);
    expect(body['personas']).toMatchObject(personas.map(({ name }) => ({ name })));
  });
});

describe('who may ask', () => {
  const from = (from_: string): Promise<Response> =>
    emulator.handle(new Request(`${origin}/_emulator/state`, { headers: { origin: from_ } }));

  it('pages of this machine, with CORS', async () => {
    const response = await from('http://localhost:5173');
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'http://localhost:5173',
    ]);
  });

  it.each(['https://evil.example', 'http://localhost.evil.example', 'null'])('not a page of %s', async (other) => {
    const response = await from(other);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('is told what there is, when it asks for something else', async () => {
    const answer = await get('teleport');
    expect(answer.status).toBe(404);
    expect((answer.body['error'] as { known: string[] }).known).toContain('POST /_emulator/reset');
  });
});

describe('the control page', () => {
  const form = async (path: string, fields: Record<string, string>): Promise<Response> =>
    emulator.handle(new Request(`${origin}/_emulator/${path}`, { method: 'POST', body: new URLSearchParams(fields) }));
  const page = async (path = '/_emulator/'): Promise<string> =>
    (await emulator.handle(new Request(`${origin}${path}`))).text();

  it('stands at the root and shows people, offers and requests, escaped', async () => {
    const root = await emulator.handle(new Request(`${origin}/`));
    expect(root.headers.get('location')).toBe('/_emulator/');
    await askJson(emulator, 'GET', '/subscriptions?api-version=<script>alert(1)</script>');
    const text = await page();
    expect(text).toContain('guestowner@tailspin.example');
    expect(text).toContain('/subscriptions?api-version=');
    expect(text).not.toContain('<script');
  });

  it('resets, advances, publishes and makes things go wrong by plain forms', async () => {
    const reset = await form('reset', { world: 'busy', 'switches.guests': 'allowed', seed: '', pageSize: '4' });
    expect([reset.status, reset.headers.get('location')]).toEqual([303, '/_emulator/?done=reset']);
    expect([
      emulator.context.world.name,
      emulator.context.world.switches.guests,
      emulator.context.world.pageSize,
    ]).toEqual(['busy', 'allowed', 4]);
    expect(await page('/_emulator/?done=reset')).toContain('The world was built anew.');
    expect(await page('/_emulator/?done=<b>')).not.toContain('class="said"');

    const [offer] = emulator.context.world.catalog;
    const { publisher = '', product = '', name = '' } = offer?.plan ?? {};
    const authorizations = JSON.stringify(offer?.authorizations);
    const published = await form('publish', { publisher, product, plan: name, version: '99.0.0', authorizations });
    expect(published.status).toBe(303);
    expect(emulator.context.world.catalog.at(-1)?.plan.version).toBe('99.0.0');

    expect((await form('faults', { prepared: 'throttled', times: '2', nth: '1', probability: '0.5' })).status).toBe(
      303,
    );
    expect((await get('faults')).body['faults']).toMatchObject([
      { name: 'throttled', times: 2, nth: [1], probability: 0.5 },
    ]);
    expect((await form('faults/clear', {})).status).toBe(303);
    expect((await get('faults')).body['faults']).toEqual([]);
    expect((await form('clock', { advanceMs: '60000' })).status).toBe(303);
  });

  it('says on the page why a form could not be used', async () => {
    const response = await form('reset', { pageSize: 'many' });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/role="alert">A reset: &#39;pageSize&#39; must be a whole number/);
  });

  it('has its style beside it', async () => {
    expect(await page()).toContain('href="/_emulator/style.css"');
    const style = await emulator.handle(new Request(`${origin}/_emulator/style.css`));
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
});
