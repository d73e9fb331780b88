import type { SubscriptionId } from '../domain/ids.ts';
import type { RegistrationState, Surroundings } from '../domain/port.ts';
import { problemOf, type Problem } from '../domain/problem.ts';

/** How the registration of one subscription is going. */
export type Registering =
  { readonly state: 'waiting' | 'working' | 'done' } | { readonly state: 'failed'; readonly problem: Problem };

export type Registrations = ReadonlyMap<SubscriptionId, Registering>;

/**
 * Registers Microsoft.ManagedServices on many subscriptions at once, outside React, so that it goes on while the person
 * looks at other pages. Registering is harmless and repeatable: it needs no review and no journal.
 */
export interface Registrar {
  start(subscriptions: readonly SubscriptionId[]): void;
  subscribe(listener: () => void): () => void;
  current(): Registrations;
}

const atOnce = 12;
/** Azure usually needs under a minute. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types */
const pauses = [1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 15_000];
const longest = 5 * 60_000;

export function createRegistrar(tools: {
  readonly register: (subscription: SubscriptionId) => Promise<RegistrationState>;
  readonly read: (subscription: SubscriptionId) => Promise<RegistrationState>;
  readonly surroundings: Pick<Surroundings, 'now' | 'wait'>;
}): Registrar {
  let current: Registrations = new Map();
  const waiting: SubscriptionId[] = [];
  const listeners = new Set<() => void>();
  let working = 0;

  const set = (subscription: SubscriptionId, registering: Registering) => {
    current = new Map(current).set(subscription, registering);
    for (const listener of listeners) listener();
  };
  const untilRegistered = async (subscription: SubscriptionId): Promise<Registering> => {
    const begun = tools.surroundings.now();
    let state = await tools.register(subscription);
    for (let at = 0; state !== 'registered'; at += 1) {
      if (tools.surroundings.now() - begun > longest) return { state: 'failed', problem: { code: 'registrationSlow' } };
      await tools.surroundings.wait(pauses[Math.min(at, pauses.length - 1)] ?? 0);
      state = await tools.read(subscription);
    }
    return { state: 'done' };
  };
  const pump = () => {
    while (working < atOnce) {
      const next = waiting.shift();
      if (next === undefined) return;
      working += 1;
      set(next, { state: 'working' });
      void untilRegistered(next)
        .catch((error: unknown): Registering => ({ state: 'failed', problem: problemOf(error) }))
        .then((end) => {
          working -= 1;
          set(next, end);
          pump();
        });
    }
  };

  return {
    start(subscriptions) {
      for (const subscription of subscriptions) {
        const state = current.get(subscription)?.state;
        if (state === 'waiting' || state === 'working') continue;
        waiting.push(subscription);
        set(subscription, { state: 'waiting' });
      }
      pump();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => current,
  };
}
