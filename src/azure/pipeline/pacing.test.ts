import { describe, expect, it } from 'vitest';
import { anySubscription, createScene, factsOf } from '../../../test/azure/scene.ts';
import { problemOf } from '../../domain/problem.ts';
import { long } from '../../../test/long.ts';

const never = new AbortController().signal;

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

  it('is never caused by us: reads, writes and queries stay within ARM’s own limits', long, async () => {
    const scene = await createScene({ latency: 350 });
    const subscription = anySubscription(scene);
    await Promise.all([
      ...Array.from({ length: 320 }, () => scene.azure.registration(subscription, never)),
      ...Array.from({ length: 240 }, () => scene.azure.registerProvider(subscription, scene.ids())),
      ...Array.from({ length: 35 }, () => scene.azure.allowLists([subscription], never)),
    ]);
    const requests = scene.requests();
    expect(requests).toHaveLength(320 + 240 + 35);
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
    expect(await factsOf(scene.azure.tenants(never))).toEqual({ code: 'noAnswer', asked: 'read' });
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

  /** A wish to stop that has not been uttered. */
  function wish() {
    let tell = (): void => undefined;
    const told = new Promise<void>((done) => (tell = done));
    let requested = false;
    const stop = {
      get requested() {
        return requested;
      },
      whenRequested: () => told,
    };
    return {
      stop,
      request() {
        requested = true;
        tell();
      },
    };
  }
  const later = { kind: 'throttle', retryAfter: 'seconds', seconds: 240, message: 'Later.' };

  it('drops a write that Azure has sent back and that waits to go again', async () => {
    const scene = await createScene({ switches: { exposedHeaders: 'all' } });
    await scene.fault({ route: 'POST /**/register', times: 1, action: later });
    const { stop, request } = wish();
    const writing = scene.azure.port.register(anySubscription(scene), { ...scene.ids(), stop }).catch(problemOf);
    await scene.sim.wait(1000);
    request();
    expect(await writing).toMatchObject({ code: 'stopped', azure: { status: 429 } });
    await scene.sim.wait(600_000);
    expect(scene.requests()).toHaveLength(1);
  });

  it('drops a write that was never sent, and says so', async () => {
    const scene = await createScene({ switches: { exposedHeaders: 'all' } });
    await scene.fault({ route: 'POST /**/register', times: 1, action: later });
    const { stop, request } = wish();
    const subscription = anySubscription(scene);
    const first = scene.azure.port.register(subscription, scene.ids());
    await scene.sim.wait(1000);
    const second = scene.azure.port.register(subscription, { ...scene.ids(), stop }).catch(problemOf);
    request();
    const problem = await second;
    expect(problem).toMatchObject({ code: 'stopped' });
    expect(problem).not.toHaveProperty('azure.status');
    await first;
    expect(scene.requests()).toHaveLength(2);
  });

  it('sees a write through that is on its way', async () => {
    const scene = await createScene({ latency: 2000 });
    const { stop, request } = wish();
    const writing = scene.azure.port.register(anySubscription(scene), { ...scene.ids(), stop });
    await scene.sim.wait(1000);
    request();
    expect(await writing).toBe('registering');
  });

  it('before a call sends nothing at all', async () => {
    const scene = await createScene();
    const { stop, request } = wish();
    request();
    const call = { ...scene.ids(), stop };
    for (const asked of [
      scene.azure.port.register(anySubscription(scene), call),
      scene.azure.port.readRegistration(anySubscription(scene), call),
    ]) {
      expect(await factsOf(asked)).toEqual({ code: 'stopped' });
    }
    expect(scene.requests()).toEqual([]);
  });
});
