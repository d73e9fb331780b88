import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../../test/azure/simulation.ts';
import type { Operation } from './operation.ts';
import { createScheduler, StoppedError, type Scheduler } from './scheduler.ts';
import { createTime } from './time.ts';
import type { Outcome, Turn } from './turn.ts';

function scene(): { readonly sim: Simulation; readonly scheduler: Scheduler; readonly start: number } {
  const sim = createSimulation();
  return { sim, scheduler: createScheduler(createTime(sim.surroundings)), start: sim.now() };
}

function operation(subscription: string | undefined, kind: Operation['kind'] = 'read', provider = 'p'): Operation {
  return { kind, provider, ...(subscription !== undefined && { subscription }) };
}

const turn = (what: Operation, more: Partial<Turn> = {}): Turn => ({
  operation: what,
  urgent: false,
  again: false,
  ...more,
});

/** Sends one request that takes `ms`; answers when it was sent, in ms since the start. */
async function send(
  { sim, scheduler, start }: ReturnType<typeof scene>,
  what: Turn,
  ms = 100,
  outcome: Outcome = { kind: 'answered' },
): Promise<number> {
  const slot = await scheduler.enter(what);
  const sentAt = sim.now() - start;
  await sim.wait(ms);
  slot.done(outcome);
  return sentAt;
}

describe('the scheduler', () => {
  it('sends a thousand reads of a thousand subscriptions a hundred at a time', async () => {
    const here = scene();
    const ids = Array.from({ length: 1000 }, (_, index) => `s${index}`);
    const times = await Promise.all(ids.map((id) => send(here, turn(operation(id)), 350)));
    expect(here.sim.now() - here.start).toBe(3500);
    for (const at of times) expect(times.filter((time) => time === at).length).toBeLessThanOrEqual(100);
  });

  it('keeps one subscription within its bucket', async () => {
    const here = scene();
    const times = await Promise.all(Array.from({ length: 300 }, () => send(here, turn(operation('s', 'write')), 10)));
    expect(times.filter((time) => time < 100).length).toBe(192);
    // 192 at once, the other 108 at 9.8 a second.
    expect(Math.max(...times)).toBeGreaterThan(10_900);
    expect(Math.max(...times)).toBeLessThan(11_300);
  });

  it('asks Resource Graph fifteen times in any five seconds', async () => {
    const here = scene();
    const query = turn(operation(undefined, 'read', 'microsoft.resourcegraph'));
    const times = await Promise.all(Array.from({ length: 40 }, () => send(here, query, 1000)));
    for (const from of times)
      expect(times.filter((at) => at >= from && at < from + 5000).length).toBeLessThanOrEqual(15);
    expect(Math.max(...times)).toBe(10_500);
  });

  it('lets subscriptions take turns', async () => {
    const here = scene();
    // All hundred slots are taken, so what comes now has to queue.
    const taken = Array.from({ length: 100 }, (_, index) => send(here, turn(operation(`x${index}`)), 50));
    const many = Array.from({ length: 150 }, () => send(here, turn(operation('many')), 50));
    const few = Array.from({ length: 5 }, () => send(here, turn(operation('few')), 50));
    const [, ...fewTimes] = [await Promise.all(taken), ...(await Promise.all(few))];
    expect(fewTimes).toEqual([50, 50, 50, 50, 50]);
    expect(Math.max(...(await Promise.all(many)))).toBe(100);
  });

  it('lets a run go first', async () => {
    const here = scene();
    const taken = Array.from({ length: 100 }, (_, index) => send(here, turn(operation(`x${index}`)), 50));
    const pages = Array.from({ length: 200 }, (_, index) => send(here, turn(operation(`y${index}`)), 50));
    const run = await send(here, turn(operation('z', 'write'), { urgent: true }), 50);
    expect(run).toBe(50);
    await Promise.all([...taken, ...pages]);
  });

  it('sends nothing to a provider that pushed back before the time it named', async () => {
    const here = scene();
    await send(here, turn(operation('a')), 10, { kind: 'throttled', by: 'provider', waitMs: 7000 });
    const [same, other] = await Promise.all([
      send(here, turn(operation('b'))),
      send(here, turn(operation('b', 'read', 'other'))),
    ]);
    expect(same).toBe(7010);
    expect(other).toBe(10);
  });

  it('holds back only the subscription whose own bucket is empty', async () => {
    const here = scene();
    await send(here, turn(operation('a')), 10, { kind: 'throttled', by: 'bucket', waitMs: 7000 });
    const [same, other] = await Promise.all([send(here, turn(operation('a'))), send(here, turn(operation('b')))]);
    expect(same).toBe(7010);
    expect(other).toBe(10);
  });

  it('learns from Azure how little is left', async () => {
    const here = scene();
    await send(here, turn(operation('a', 'write')), 10, { kind: 'answered', remaining: 1 });
    const times = await Promise.all(Array.from({ length: 3 }, () => send(here, turn(operation('a', 'write')), 10)));
    expect(times[0]).toBe(10);
    expect(times[1]).toBeGreaterThan(100);
    expect(times[2]).toBeGreaterThan(200);
  });

  it('halves what is under way at one provider after a push-back', async () => {
    const here = scene();
    const first = Array.from({ length: 100 }, (_, index) =>
      send(here, turn(operation(`a${index}`)), 10, { kind: 'throttled', by: 'provider', waitMs: 1000 }),
    );
    await Promise.all(first);
    const times = await Promise.all(
      Array.from({ length: 100 }, (_, index) => send(here, turn(operation(`b${index}`)), 50)),
    );
    expect(times.filter((time) => time === Math.min(...times)).length).toBe(50);
  });

  it('forgets a request whose signal fires, and gives its place to others', async () => {
    const here = scene();
    const stop = new AbortController();
    const taken = Array.from({ length: 100 }, (_, index) => send(here, turn(operation(`x${index}`)), 50));
    const given = here.scheduler.enter(turn(operation('gone'), { signal: stop.signal }));
    const next = send(here, turn(operation('next')), 50);
    stop.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toBe(50);
    await Promise.all(taken);
    await expect(here.scheduler.enter(turn(operation('late'), { signal: stop.signal }))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('turns away whoever waits when a stop is requested, and sends nothing early', async () => {
    let stopped = false;
    const sim = createSimulation();
    const cut = (ms: number): Promise<void> => (stopped ? Promise.resolve() : sim.wait(Math.min(ms, 20)));
    const here = { sim, scheduler: createScheduler(createTime({ now: sim.now, wait: cut })), start: sim.now() };
    await send(here, turn(operation('a')), 10, { kind: 'throttled', by: 'provider', waitMs: 7000 });
    stopped = true;
    await expect(here.scheduler.enter(turn(operation('a')))).rejects.toBeInstanceOf(StoppedError);
  });
});
