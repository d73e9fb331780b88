import type { QueryClient } from '@tanstack/react-query';
import { parseScope, subscriptionScope, type SubscriptionId } from '../domain/ids.ts';
import type { Known } from '../domain/known.ts';
import type { Permission } from '../domain/permissions.ts';
import type { RegistrationState } from '../domain/port.ts';
import { problemOf } from '../domain/problem.ts';
import type { Queries } from './queries.ts';

/** What is known of one subscription beyond the estate. The same object as long as nothing new is known. */
export interface SubscriptionChecks {
  readonly permissions: Known<readonly Permission[]>;
  readonly registration: Known<RegistrationState>;
}

/**
 * Checks subscriptions one by one: what is looked at before what can wait. The answers live in the query cache; this
 * only decides what is asked when, and tells a few times a second that something new is known.
 */
export interface Checker {
  /** Asks for these soon, before everything in the background. What is known already costs nothing. */
  request(subscriptions: Iterable<SubscriptionId>): void;
  /** Asks for these when nothing else is to be asked. */
  requestLater(subscriptions: Iterable<SubscriptionId>): void;
  /** Somebody waits for something else: the background waits until the returned function is called. */
  pauseLater(): () => void;
  checksOf(subscription: SubscriptionId): SubscriptionChecks;
  subscribe(listener: () => void): () => void;
  /** Grows whenever something new is known. */
  version(): number;
}

/** Checks under way at once: the azure room paces them, this only keeps the queue short enough to reorder. */
const atOnce = 24;
const tellEvery = 200;
const notRead: SubscriptionChecks = { permissions: { state: 'notRead' }, registration: { state: 'notRead' } };

export function createChecker(client: QueryClient, queries: Queries): Checker {
  const soon = new Set<SubscriptionId>();
  const later = new Set<SubscriptionId>();
  const underWay = new Set<SubscriptionId>();
  const pauses = new Set<object>();
  const checks = new Map<SubscriptionId, SubscriptionChecks>();
  const listeners = new Set<() => void>();
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
    underWay.delete(subscription);
    pump();
  };
  const pump = () => {
    while (underWay.size < atOnce) {
      const [waiting] = pauses.size === 0 ? later : [];
      const [next = waiting] = soon;
      if (next === undefined) return;
      soon.delete(next);
      later.delete(next);
      underWay.add(next);
      void check(next);
    }
  };
  const isOpen = (subscription: SubscriptionId) => {
    const { permissions, registration } = checks.get(subscription) ?? notRead;
    return !underWay.has(subscription) && (permissions.state === 'notRead' || registration.state === 'notRead');
  };
  const put = (queue: Set<SubscriptionId>, subscriptions: Iterable<SubscriptionId>) => {
    for (const subscription of subscriptions) if (isOpen(subscription)) queue.add(subscription);
    pump();
  };
  // Whoever reads these facts, for whatever reason, everyone who shows them should know.
  client.getQueryCache().subscribe(({ query, type }) => {
    if (type !== 'updated') return;
    const [, , kind, of] = query.queryKey as readonly unknown[];
    if ((kind !== 'permissions' && kind !== 'registration') || typeof of !== 'string') return;
    const known = knownOf(query.state);
    if (known.state === 'notRead') return;
    const subscription = parseScope(of)?.subscriptionId ?? (of as SubscriptionId);
    checks.set(subscription, { ...(checks.get(subscription) ?? notRead), [kind]: known });
    tell();
  });

  return {
    request: (subscriptions) => put(soon, subscriptions),
    requestLater: (subscriptions) => put(later, subscriptions),
    pauseLater() {
      const pause = {};
      pauses.add(pause);
      return () => {
        pauses.delete(pause);
        pump();
      };
    },
    checksOf: (subscription) => checks.get(subscription) ?? notRead,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

function knownOf({
  data,
  status,
  error,
}: {
  readonly data: unknown;
  readonly status: string;
  readonly error: unknown;
}): Known<unknown> {
  if (data !== undefined) return { state: 'known', value: data };
  if (status === 'error') return { state: 'unknown', problem: problemOf(error) };
  return { state: 'notRead' };
}
