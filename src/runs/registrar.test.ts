import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../test/azure/simulation.ts';
import { subscriptionId, type SubscriptionId } from '../domain/ids.ts';
import type { RegistrationState } from '../domain/port.ts';
import { ProblemError, type Problem } from '../domain/problem.ts';
import { createRegistrar } from './registrar.ts';

const subscriptions = Array.from({ length: 100 }, (_, index) =>
  subscriptionId(`5a000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
);

/** An Azure that needs so long for each registration, and answers at once. */
function scene({
  takes = 30_000,
  fails,
}: { takes?: number; fails?: (id: SubscriptionId) => Problem | undefined } = {}) {
  const sim = createSimulation();
  const begun = new Map<SubscriptionId, number>();
  let [asked, read] = [0, 0];
  const stateOf = (id: SubscriptionId): RegistrationState =>
    sim.now() - (begun.get(id) ?? Infinity) >= takes ? 'registered' : 'registering';
  const registrar = createRegistrar({
    async register(id) {
      asked += 1;
      const problem = fails?.(id);
      if (problem) throw new ProblemError(problem);
      begun.set(id, sim.now());
      return stateOf(id);
    },
    async read(id) {
      read += 1;
      return stateOf(id);
    },
    surroundings: sim.surroundings,
  });
  const ended = () =>
    new Promise<void>((resolve) => {
      registrar.subscribe(() => {
        if ([...registrar.current().values()].every(({ state }) => state !== 'working')) resolve();
      });
    });
  const states = () => [...registrar.current().values()].map(({ state }) => state);
  return { sim, registrar, ended, states, asked: () => asked, read: () => read };
}

describe('registering many subscriptions', () => {
  it('learns from the first how long Azure takes, and asks the others once', async () => {
    const { sim, registrar, ended, states, asked, read } = scene();
    const began = sim.now();
    const all = ended();
    registrar.start(subscriptions);
    await all;
    expect(new Set(states())).toEqual(new Set(['done']));
    expect(asked()).toBe(100);
    expect(read()).toBeLessThan(100 + 12);
    expect(sim.now() - began).toBeLessThan(36_000);
  });

  it('is held up by no single one', async () => {
    const [first] = subscriptions;
    const { sim, registrar, ended, states } = scene({
      fails: (id) => (id === first ? { code: 'notAllowed' } : undefined),
    });
    const began = sim.now();
    const all = ended();
    registrar.start(subscriptions);
    await all;
    expect(states().filter((state) => state === 'done')).toHaveLength(99);
    expect(sim.now() - began).toBeLessThan(40_000);
  });

  it('asks only once where a person has to sign in first', async () => {
    const { registrar, ended, states, asked } = scene({ fails: () => ({ code: 'mfaNeeded' }) });
    const all = ended();
    registrar.start(subscriptions);
    await all;
    expect(asked()).toBe(1);
    expect(new Set(states())).toEqual(new Set(['failed']));
  });

  it('gives up on one that never ends, and says so', async () => {
    const { registrar, ended } = scene({ takes: Infinity });
    const all = ended();
    registrar.start(subscriptions.slice(0, 2));
    await all;
    const slow = { state: 'failed', problem: { code: 'registrationSlow' } };
    expect([...registrar.current().values()]).toEqual([slow, slow]);
  });
});
