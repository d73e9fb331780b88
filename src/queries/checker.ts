import type { QueryClient } from '@tanstack/react-query';
import type { SubscriptionId } from '../domain/ids.ts';
import { subscriptionScope } from '../domain/ids.ts';
import type { Known } from '../domain/known.ts';
import type { Permission } from '../domain/permissions.ts';
import type { RegistrationState } from '../domain/port.ts';
import { problemOf } from '../domain/problem.ts';
import type { Queries } from './queries.ts';

/** What is known of one subscription beyond the estate. */
export interface SubscriptionChecks {
  readonly permissions: Known<readonly Permission[]>;
  readonly registration: Known<RegistrationState>;
}

/**
 * Checks subscriptions one by one, what was asked for last first: what is on screen matters more than what was. The
 * answers live in the query cache; this only decides what is asked when, and tells at most a few times a second that
 * something new is known.
 */
export interface Checker {
  /** Asks for these soon; those already known and fresh cost nothing. */
  request(subscriptions: readonly SubscriptionId[]): void;
  checksOf(subscription: SubscriptionId): SubscriptionChecks;
  subscribe(listener: () => void): () => void;
  /** Grows whenever something new is known. */
  version(): number;
}

/** Requests in flight at once: the azure room paces them, this only keeps the queue short enough to reorder. */
const window = 24;
const tellEvery = 150;

export function createChecker(client: QueryClient, queries: Queries): Checker {
  let waiting: SubscriptionId[] = [];
  const asked = new Set<SubscriptionId>();
  const listeners = new Set<() => void>();
  let inFlight = 0;
  let version = 0;
  let telling = false;

  const tell = () => {
    if (telling) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      version += 1;
      for (const listener of listeners) listener();
    }, tellEvery);
  };
  const check = async (subscription: SubscriptionId) => {
    await Promise.allSettled([
      client.query(queries.permissions(subscriptionScope(subscription))),
      client.query(queries.registration(subscription)),
    ]);
    asked.delete(subscription);
  };
  const pump = () => {
    while (inFlight < window) {
      const next = waiting.pop();
      if (next === undefined) return;
      inFlight += 1;
      void check(next).finally(() => {
        inFlight -= 1;
        pump();
      });
    }
  };
  // Whoever reads these facts, for whatever reason, everyone who shows them should know.
  client.getQueryCache().subscribe(({ query, type }) => {
    if (type !== 'updated') return;
    const kind: unknown = (query.queryKey as readonly unknown[])[2];
    if (kind === 'permissions' || kind === 'registration') tell();
  });

  return {
    request(subscriptions) {
      const fresh = subscriptions.filter((subscription) => {
        if (asked.has(subscription)) return false;
        const { permissions, registration } = known(client, queries, subscription);
        return permissions.state === 'notRead' || registration.state === 'notRead';
      });
      if (fresh.length === 0) return;
      const again = new Set(fresh);
      for (const subscription of fresh) asked.add(subscription);
      waiting = [...waiting.filter((subscription) => !again.has(subscription)), ...fresh.toReversed()];
      pump();
    },
    checksOf: (subscription) => known(client, queries, subscription),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

function known(client: QueryClient, queries: Queries, subscription: SubscriptionId): SubscriptionChecks {
  return {
    permissions: stateOf(client, queries.permissions(subscriptionScope(subscription)).queryKey),
    registration: stateOf(client, queries.registration(subscription).queryKey),
  };
}

function stateOf<Fact>(client: QueryClient, key: readonly unknown[]): Known<Fact> {
  const state = client.getQueryState<Fact>(key);
  if (state?.data !== undefined) return { state: 'known', value: state.data };
  if (state?.status === 'error') return { state: 'unknown', problem: problemOf(state.error) };
  return { state: 'notRead' };
}
