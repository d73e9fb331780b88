import { describe, expect, it } from 'vitest';
import { createScene, type Scene } from '../../../test/azure/scene.ts';
import { subscriptionId, subscriptionScope, type SubscriptionId } from '../../domain/ids.ts';
import { problemOf, type ProblemFacts } from '../../domain/problem.ts';

const never = new AbortController().signal;

function anySubscription({ emulator }: Scene): SubscriptionId {
  const { world } = emulator.context;
  const own = [...world.subscriptions.values()].find((row) => row.tenantId === world.customerTenantId);
  if (!own) throw new Error('The world has no subscription');
  return subscriptionId(own.subscriptionId);
}

async function factsOf(work: Promise<unknown>): Promise<ProblemFacts | 'fine'> {
  const problem = await work.then(() => undefined, problemOf);
  if (!problem) return 'fine';
  const { azure: _, ...facts } = problem;
  return facts;
}

describe('every request', () => {
  it('can be found again: its own id, one correlation id for all that are not part of a run', async () => {
    const scene = await createScene();
    const ids = scene.ids();
    await Promise.all([scene.azure.tenants(never), scene.azure.eligibleRoles(never)]);
    await scene.azure.port.readRegistration(anySubscription(scene), ids);
    const requests = scene.requests();
    expect(new Set(requests.map((request) => request.clientRequestId)).size).toBe(requests.length);
    const last = requests.at(-1);
    expect([last?.clientRequestId, last?.correlationRequestId]).toEqual([ids.clientRequestId, ids.correlationId]);
    const others = new Set(requests.slice(0, -1).map((request) => request.correlationRequestId));
    expect(others.size).toBe(1);
    expect(others).not.toContain(undefined);
  });
});

describe('a list', () => {
  it('is read to its last page', async () => {
    const scene = await createScene({ pageSize: 1 });
    const tenants = await scene.azure.tenants(never);
    const few = await createScene({ pageSize: 1, persona: 'twoTenantOwner' });
    expect(tenants.map(({ name }) => name)).toEqual(['Contoso']);
    expect((await few.azure.tenants(never)).length).toBe(2);
    expect(few.requests().length).toBe(2);
  });

  it.each(['http://localhost:8123', undefined])('that leads elsewhere is not followed (local: %s)', async (local) => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner', ...(local && { local }) });
    await scene.fault({ route: 'GET /tenants', action: { kind: 'paging', trick: 'foreignOrigin' } });
    const facts = await factsOf(scene.azure.tenants(never));
    expect(facts).toMatchObject({ code: 'foreignAddress', origin: expect.stringMatching(/^https?:/) });
    expect(scene.requests().length).toBe(1);
  });

  it('that leads back to itself is not followed for ever', async () => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner' });
    await scene.fault({ route: 'GET /tenants', action: { kind: 'paging', trick: 'sameLinkForever' } });
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code: 'badAnswer' });
    const reader = await createScene({ pageSize: 1 });
    await reader.fault({ route: 'GET /**/roleAssignments', action: { kind: 'paging', trick: 'sameLinkForever' } });
    expect(await factsOf(reader.azure.owners(anySubscription(reader), never))).toEqual({ code: 'badAnswer' });
  });

  it('may have empty pages', async () => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner' });
    await scene.fault({ route: 'GET /tenants', nth: 1, action: { kind: 'paging', trick: 'emptyPage' } });
    expect((await scene.azure.tenants(never)).length).toBe(2);
  });

  it('comes over plain http from an emulated Azure, with links put back', async () => {
    const scene = await createScene({ pageSize: 1, persona: 'twoTenantOwner', local: 'http://localhost:8123' });
    expect((await scene.azure.tenants(never)).length).toBe(2);
  });
});

describe('throttling', () => {
  const waits = ['seconds', 'date', 'milliseconds', 'none'] as const;

  it.each(waits.flatMap((form) => (['all', 'none'] as const).map((exposed) => [form, exposed] as const)))(
    'is waited out: Retry-After as %s, headers readable: %s',
    async (retryAfter, exposedHeaders) => {
      const scene = await createScene({ switches: { exposedHeaders } });
      const action = { kind: 'throttle', retryAfter, seconds: 20, message: "Please try again after '20' seconds." };
      await scene.fault({ route: 'GET /tenants', times: 1, action });
      const start = scene.sim.now();
      expect((await scene.azure.tenants(never)).length).toBe(1);
      expect(scene.requests().map(({ status }) => status)).toEqual([429, 200]);
      expect(scene.sim.now() - start).toBeGreaterThanOrEqual(20_000);
      expect(scene.sim.now() - start).toBeLessThan(26_000);
    },
  );

  it('without a word about how long backs off more and more, for reads and writes, and then gives up', async () => {
    const scene = await createScene({ switches: { exposedHeaders: 'none' } });
    const action = { kind: 'throttle', retryAfter: 'none', seconds: 0, message: 'Slow down.' };
    await scene.fault({ route: 'POST /**/register', action });
    const facts = await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()));
    expect(facts).toMatchObject({ code: 'throttled' });
    const times = scene.requests().map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(times).toHaveLength(8);
    expect(gaps.map((gap) => Math.floor(gap / 5000) * 5000)).toEqual([
      5000, 10_000, 20_000, 60_000, 60_000, 60_000, 60_000,
    ]);
  });

  it('for longer than anybody would watch is said at once, with the time', async () => {
    const scene = await createScene({ switches: { exposedHeaders: 'all' } });
    const action = { kind: 'throttle', retryAfter: 'seconds', seconds: 3600, message: 'Later.' };
    await scene.fault({ route: 'GET /tenants', times: 1, action });
    const facts = await factsOf(scene.azure.tenants(never));
    expect(facts).toEqual({ code: 'throttled', retryAfterMs: expect.any(Number) });
    expect(facts).toHaveProperty('retryAfterMs', expect.closeTo(3_600_000, -4));
    expect(scene.requests()).toHaveLength(1);
  });

  it('is never caused by us: reads, writes and queries stay within ARM’s own limits', async () => {
    const scene = await createScene({ latency: 350 });
    const subscription = anySubscription(scene);
    const scope = subscriptionScope(subscription);
    await Promise.all([
      ...Array.from({ length: 700 }, () => scene.azure.permissions(scope, never)),
      ...Array.from({ length: 300 }, () => scene.azure.registerProvider(subscription, scene.ids())),
      ...Array.from({ length: 40 }, () => scene.azure.allowLists([subscription], never)),
    ]);
    const requests = scene.requests();
    expect(requests.length).toBe(1040 + requests.filter(({ url }) => url.includes('$skiptoken')).length);
    expect(requests.filter(({ status }) => status === 429)).toEqual([]);
  });
});

describe('a fault that passes', () => {
  const fault = { kind: 'error', status: 503, code: 'ServiceUnavailable' };

  it('is tried again by a read, a few times', async () => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /tenants', times: 2, action: fault });
    expect(await factsOf(scene.azure.tenants(never))).toBe('fine');
    expect(scene.requests().map(({ status }) => status)).toEqual([503, 503, 200]);
    await scene.fault({ route: 'GET /tenants', action: fault });
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code: 'azureDown' });
    expect(scene.requests()).toHaveLength(6);
  });

  it('is not tried again by a write', async () => {
    const scene = await createScene();
    await scene.fault({ route: 'POST /**/register', action: fault });
    const facts = await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()));
    expect(facts).toEqual({ code: 'azureDown' });
    expect(scene.requests()).toHaveLength(1);
  });
});

describe('a lost connection', () => {
  const lose = { kind: 'lose', when: 'beforeCommit' };

  it('is tried again by a read, and then named', async () => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /tenants', times: 2, action: lose });
    expect(await factsOf(scene.azure.tenants(never))).toBe('fine');
    await scene.fault({ route: 'GET /tenants', action: lose });
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code: 'noAnswer' });
  });

  it('leaves a write in doubt, even where the device says that it is offline', async () => {
    let online = true;
    const scene = await createScene({ isOnline: () => online });
    await scene.fault({ route: 'POST /**/register', action: { ...lose, when: 'afterCommit' } });
    const subscription = anySubscription(scene);
    const writing = factsOf(scene.azure.registerProvider(subscription, scene.ids()));
    await Promise.resolve();
    await Promise.resolve();
    online = false;
    expect(await writing).toEqual({ code: 'noAnswer' });
    expect(scene.requests()).toHaveLength(1);
  });

  it('before anything was sent is only offline', async () => {
    const scene = await createScene({ isOnline: () => false });
    const facts = await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()));
    expect(facts).toEqual({ code: 'offline' });
    expect(scene.requests()).toHaveLength(0);
  });
});

describe('an answer that is not Azure’s, or broken', () => {
  it.each([
    [{ kind: 'html', status: 200 }, 'badAnswer'],
    [{ kind: 'html', status: 403 }, 'badAnswer'],
    [{ kind: 'body', damage: 'empty' }, 'badAnswer'],
    [{ kind: 'body', damage: 'truncated' }, 'badAnswer'],
    [{ kind: 'body', damage: 'notJson' }, 'badAnswer'],
  ])('to a read: %j', async (action, code) => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /tenants', action });
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code });
    const other = await createScene();
    await other.fault({ route: 'GET /**/permissions', action });
    const reading = other.azure.permissions(subscriptionScope(anySubscription(other)), never);
    expect(await factsOf(reading)).toEqual({ code });
  });

  it('with fields that nobody knows is read all the same', async () => {
    const scene = await createScene();
    await scene.fault({ route: 'GET /tenants', action: { kind: 'body', damage: 'unknownFields' } });
    expect((await scene.azure.tenants(never)).length).toBe(1);
  });

  it.each(['wrapped', 'unwrapped'])('errors are read %s', async (shape) => {
    const scene = await createScene();
    const action = { kind: 'error', status: 409, code: 'ScopeLocked', message: 'Locked.', shape };
    await scene.fault({ route: 'POST /**/register', action });
    expect(await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()))).toEqual({
      code: 'locked',
    });
  });
});

describe('a challenge for more than the token proves', () => {
  it('is answered once with a token made for it', async () => {
    const asked: string[] = [];
    const better = async (claims: string): Promise<string> => {
      asked.push(claims);
      return mfaToken;
    };
    const scene = await createScene({ persona: 'mfaOwner', onClaims: better, switches: { exposedHeaders: 'all' } });
    const mfaToken = await scene.token({ persona: 'mfaOwner', mfa: true });
    expect(await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()))).toBe('fine');
    expect(scene.requests().map(({ status }) => status)).toEqual([401, 200]);
    expect(asked).toEqual(['{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}']);
    expect(await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()))).toBe('fine');
    expect(asked).toHaveLength(1);
  });

  it('is named, with its claims where the browser may read them', async () => {
    const scene = await createScene({ persona: 'mfaOwner', switches: { exposedHeaders: 'all' } });
    const facts = await factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()));
    expect(facts).toEqual({ code: 'mfaNeeded', claims: expect.stringContaining('acrs') });
    const hidden = await createScene({ persona: 'mfaOwner', switches: { exposedHeaders: 'none' } });
    expect(await factsOf(hidden.azure.registerProvider(anySubscription(hidden), hidden.ids()))).toEqual({
      code: 'mfaNeeded',
    });
    expect(hidden.requests()).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('ends what waits', async () => {
    const scene = await createScene();
    const action = { kind: 'throttle', retryAfter: 'seconds', seconds: 60, message: 'Later.' };
    await scene.fault({ route: 'GET /tenants', action });
    const stop = new AbortController();
    const reading = factsOf(scene.azure.tenants(stop.signal));
    await scene.sim.wait(1000);
    stop.abort();
    expect(await reading).toEqual({ code: 'stopped' });
    expect(scene.requests()).toHaveLength(1);
  });
});
