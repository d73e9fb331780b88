import { afterRead } from '../domain/engine/rules.ts';
import { Window } from '../domain/engine/window.ts';
import type { SubscriptionId } from '../domain/ids.ts';
import type { RegistrationState, Surroundings } from '../domain/port.ts';
import { problemOf, type Problem } from '../domain/problem.ts';
import { paced } from './paced.ts';

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

/**
 * When to look at one subscription until it is registered, in ms after it was asked for: Azure usually needs under a minute.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
const looksAt = [1, 3, 6, 11, 16, 21, 26, 31, 36, 41, 51].map((seconds) => seconds * 1000);
const everyMs = 10_000;
/** Requests at once. Who looks again comes before who has not begun. */
const atOnce = 100;
/** Nobody relies on somebody else for longer than this. */
const patience = 60_000;
const longest = 5 * 60_000;

export function createRegistrar(tools: {
  readonly register: (subscription: SubscriptionId) => Promise<RegistrationState>;
  readonly read: (subscription: SubscriptionId) => Promise<RegistrationState>;
  readonly surroundings: Pick<Surroundings, 'now' | 'wait'>;
}): Registrar {
  const { surroundings } = tools;
  let current: Registrations = new Map();
  const listeners = new Set<() => void>();
  const telling = paced(() => {
    for (const listener of listeners) listener();
  });
  const places = new Window(atOnce);
  // How long Azure takes today is learned from the first, so that thousands are not asked over and over.
  let learned = learning();
  let working = 0;

  const set = (subscription: SubscriptionId, registering: Registering) => {
    current = new Map(current).set(subscription, registering);
    if (working === 0) telling.now();
    else telling.soon();
  };
  const untilRegistered = async (subscription: SubscriptionId): Promise<Registering> => {
    const { claim, letIn, teach, time } = learned;
    const goesAhead = claim();
    // A demand for multi-factor authentication answers the first write: the others wait until it has been let in.
    if (!goesAhead) await letIn.promise;
    const place = await places.take();
    try {
      let state = await tools.register(subscription);
      place.leave();
      letIn.resolve();
      const begun = surroundings.now();
      for (let looks = 0; state !== 'registered'; looks += 1) {
        if (surroundings.now() - begun > longest) {
          return { state: 'failed', problem: { code: 'registrationSlow' } };
        }
        if (looks === 0 && !goesAhead) {
          const takes = await Promise.race([time, surroundings.wait(patience)]);
          if (takes !== undefined) await surroundings.wait(begun + takes - surroundings.now());
        } else {
          const next = looksAt[looks] ?? Math.max(surroundings.now() - begun, 0) + everyMs;
          await surroundings.wait(begun + next - surroundings.now());
        }
        await place.back();
        state = await tools.read(subscription);
        place.leave();
      }
      if (goesAhead) teach(surroundings.now() - begun);
      return { state: 'done' };
    } catch (error) {
      if (afterRead(problemOf(error)) === 'pause') letIn.reject(error);
      throw error;
    } finally {
      // One that fails has taught nothing: whoever waits for it looks by itself.
      place.leave();
      letIn.resolve();
      if (goesAhead) teach(undefined);
    }
  };

  return {
    start(subscriptions) {
      for (const subscription of subscriptions) {
        const state = current.get(subscription)?.state;
        if (state === 'working') continue;
        if (working === 0) learned = learning();
        working += 1;
        set(subscription, { state: 'working' });
        void untilRegistered(subscription)
          .catch((error: unknown): Registering => ({ state: 'failed', problem: problemOf(error) }))
          .then((end) => {
            working -= 1;
            set(subscription, end);
          });
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => current,
  };
}

/** How long one registration took, for all the others of the same batch. */
interface Learning {
  /** True for the first who asks: it goes ahead. */
  claim(): boolean;
  /** In ms; `undefined` where it could not be learned. Only the first call counts. */
  teach(ms: number | undefined): void;
  readonly time: Promise<number | undefined>;
  /** Resolves once Azure has let the first one in; rejects where a person has to sign in first. */
  readonly letIn: { readonly promise: Promise<void>; resolve(): void; reject(error: unknown): void };
}

function learning(): Learning {
  let claimed = false;
  let teach: Learning['teach'] = () => undefined;
  const time = new Promise<number | undefined>((resolve) => (teach = resolve));
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((...both) => ([resolve, reject] = both));
  // Nobody may be waiting for it.
  promise.catch(() => undefined);
  return {
    time,
    teach,
    letIn: { promise, resolve, reject },
    claim() {
      const first = !claimed;
      claimed = true;
      return first;
    },
  };
}
