import { describe, expect, it } from 'vitest';
import { anySubscription, createScene, factsOf, type SceneOptions } from '../../../test/azure/scene.ts';

const never = new AbortController().signal;

async function sleeper(options: SceneOptions = {}) {
  const listeners = new Set<() => void>();
  const onWake = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const scene = await createScene({ ...options, onWake });
  const wake = () => {
    for (const listener of listeners) listener();
  };
  return { scene, wake, listeners };
}

const stall = { kind: 'stall', when: 'afterCommit' };

describe('a device that wakes', () => {
  it('asks again what was being read, at once', async () => {
    const { scene, wake, listeners } = await sleeper({ latency: 60_000 });
    const before = listeners.size;
    const start = scene.sim.now();
    const reading = factsOf(scene.azure.tenants(never));
    await scene.sim.wait(10_000);
    wake();
    expect(await reading).toBe('fine');
    // It was to take a minute, and began anew after ten seconds.
    expect(scene.sim.now() - start).toBeGreaterThan(70_000);
    expect(scene.sim.now() - start).toBeLessThan(74_000);
    expect(listeners.size).toBe(before);
  });

  it('does not know what became of a write, and does not send it again', async () => {
    const { scene, wake } = await sleeper();
    await scene.fault({ route: 'POST /**/register', action: stall });
    const writing = factsOf(scene.azure.registerProvider(anySubscription(scene), scene.ids()));
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    wake();
    expect(await writing).toEqual({ code: 'noAnswer' });
  });

  it('asks for a token anew, although the time of the one it has is not over', async () => {
    const { scene, wake } = await sleeper();
    await scene.azure.tenants(never);
    await scene.azure.tenants(never);
    expect(scene.tokensGiven()).toBe(1);
    wake();
    await scene.azure.tenants(never);
    await scene.azure.tenants(never);
    expect(scene.tokensGiven()).toBe(2);
  });
});
