import { delegationId, principalId, tenantId } from '../../src/domain/ids.ts';
import { startRun } from '../../src/domain/executor.ts';
import { fingerprintOf } from '../../src/domain/fingerprint.ts';
import { memoryJournal } from '../../src/domain/journal.ts';
import { makeChangeSet } from '../../src/domain/makeChangeSet.ts';
import { makeUpdate } from '../../src/domain/makeUpdate.ts';
import { groupOffers } from '../../src/domain/offers.ts';
import { countsOf } from '../../src/domain/run.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { createRegistrar } from '../../src/runs/registrar.ts';
import { delegateBound, estateBound, registerBound, updateBound } from './bounds.ts';
import { against, atMost, type Figure } from './report.ts';
import { giveCopies, giveGroups, nextVersion } from './prepare.ts';
import { setStage, type Stage } from './stage.ts';
import { delays, type WireName } from './wire.ts';

const never = new AbortController().signal;
/** So long without a refusal: the pace is learned. */
const calmMs = 20_000;

/** Ends with the seconds it took and the requests it needed. */
async function timed({ sim, wire }: Stage, work: () => Promise<unknown>) {
  const [began, before] = [sim.now(), wire.asked()];
  await work();
  return { seconds: (sim.now() - began) / 1000, requests: wire.asked() - before };
}

/** From the token to the first 1,000 rows, and to all of them. */
export async function estate(n: number): Promise<readonly Figure[]> {
  const stage = await setStage({ wire: 'HTTP/2', subscriptions: n });
  const { azure, sim } = stage;
  const began = sim.now();
  let first: number | undefined;
  const { seconds, requests } = await timed(stage, () =>
    Promise.all([
      azure.tenants(never),
      azure.eligibleRoles(never),
      azure.estate(never, ({ subscriptions }, { copies, delegations }) => {
        const usable = subscriptions.length >= Math.min(n, 1000) && copies !== undefined && delegations !== undefined;
        if (usable) first ??= (sim.now() - began) / 1000;
      }),
    ]),
  );
  const [time, most] = n <= 1000 ? [1.5, 8] : [7, 28];
  return [
    atMost('estate: first rows with names and delegations', n, first ?? seconds, 's', 1.3),
    { ...atMost('estate: complete, without resource groups', n, seconds, 's', time), bound: estateBound(3).seconds },
    atMost('estate: requests until complete', n, requests, 'requests', most),
  ];
}

/** Registers n subscriptions, live until each is registered. */
export async function register(n: number, wire: WireName): Promise<readonly Figure[]> {
  const stage = await setStage({ wire, subscriptions: n, fresh: true, registered: false });
  const { azure, sim } = stage;
  const registrar = createRegistrar({
    register: (subscription) => azure.registerProvider(subscription, idsOf(stage)),
    read: (subscription) => azure.registration(subscription, never),
    surroundings: sim.surroundings,
  });
  const subscriptions = (await subscriptionsOf(stage)).map(({ subscriptionId }) => subscriptionId);
  const { seconds, requests } = await timed(stage, () => {
    const done = new Promise<void>((resolve) => {
      registrar.subscribe(() => {
        if ([...registrar.current().values()].every(({ state }) => state === 'done' || state === 'failed')) resolve();
      });
    });
    registrar.start(subscriptions);
    return done;
  });
  const failed = [...registrar.current().values()].filter(({ state }) => state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${n} were not registered.`);
  const bound = registerBound(n, wire);
  return [
    against(`register, ${wire}: time`, n, seconds, 's', bound.seconds, 1.1),
    against(`register, ${wire}: requests`, n, requests, 'requests', bound.requests, 1.02),
    atMost(`register, ${wire}: refusals that we caused`, n, stage.throttled(), 'refusals', 0),
  ];
}

/** Delegates n subscriptions, or all groups of one, each referring to one accepted copy. */
export async function delegate(n: number, wire: WireName, groups?: number): Promise<readonly Figure[]> {
  const stage = await setStage({
    wire,
    subscriptions: groups === undefined ? n : 1,
    fresh: true,
    registered: true,
    ...(groups !== undefined && { prepare: (world) => giveGroups(world, groups) }),
  });
  const { seconds, requests } = await delegateAll(stage, groups !== undefined);
  const name = groups === undefined ? `delegate, ${wire}` : `delegate the groups of one subscription, ${wire}`;
  const count = groups ?? n;
  const bound = delegateBound(count, wire, groups);
  const writes = stage.emulator.context.requests.filter(
    ({ method, status }) => method === 'PUT' && status < 300,
  ).length;
  return [
    against(`${name}: time`, count, seconds, 's', bound.seconds, 1.1),
    against(`${name}: requests`, count, requests, 'requests', bound.requests, 1.02),
    atMost(`${name}: writes more than needed`, count, writes - count, 'writes', 0),
    atMost(`${name}: refusals that we caused`, count, stage.throttled(), 'refusals', 0),
  ];
}

/**
 * The same where the provider takes only so many requests a minute, which Azure does not publish: how long it takes, how soon
 * the pace was learned - the refusals stop for a while - and how many requests were refused until then and after.
 */
export async function delegateUnderCap(n: number, wire: WireName, perMinute: number): Promise<readonly Figure[]> {
  const stage = await setStage({ wire, subscriptions: n, fresh: true, registered: true, cap: { perMinute } });
  const { seconds, requests } = await delegateAll(stage, false);
  const { refusals } = stage;
  const free = delegateBound(n, wire);
  const bound = Math.max(free.seconds, (60 * (free.requests - perMinute)) / perMinute);
  const name = `delegate under a cap of ${perMinute} a minute, ${wire}`;
  const calm = refusals.findIndex((at, index) => (refusals[index + 1] ?? Infinity) - at >= calmMs);
  const learned = ((refusals[calm] ?? 0) - (refusals[0] ?? 0)) / 1000;
  const later = (100 * (refusals.length - calm - 1)) / requests;
  return [
    against(`${name}: time`, n, seconds, 's', bound, 1.1),
    atMost(`${name}: learned after the first refusal`, n, learned, 's', 30),
    { measure: `${name}: refused until learned`, n, value: calm + 1, unit: 'requests' },
    { measure: `${name}: refused later`, n, value: later, unit: '% of all requests' },
  ];
}

async function delegateAll(stage: Stage, areGroups: boolean) {
  const { azure, sim } = stage;
  const found = await azure.estate(never);
  const offer = groupOffers(found.copies, found.delegations).offers.find(({ source }) => source === 'marketplace');
  if (!offer) throw new Error('The stage has no offer.');
  const [only] = found.subscriptions;
  const scopes: readonly Scope[] =
    !areGroups || !only ? found.subscriptions : await azure.resourceGroups(only.subscriptionId, never);
  const changeSet = makeChangeSet<never>({
    tenantId: tenantId(stage.tenant),
    actor: principalId(stage.objectId),
    offer,
    chosen: scopes.map((scope) => ({ scope, registration: 'registered', blockers: [] })),
    now: sim.now(),
  });
  const { surroundings } = sim;
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  return timed(stage, async () => {
    const run = await startRun({ changeSet, fingerprint, port: azure.port, surroundings, journal: memoryJournal() });
    const { done } = countsOf(await run.finished);
    if (done !== scopes.length) throw new Error(`Only ${done} of ${scopes.length} were delegated.`);
  });
}

/** Brings n copies of an offer, each in a subscription of its own, to a new version. */
export async function update(n: number, wire: WireName): Promise<readonly Figure[]> {
  const stage = await setStage({ wire, subscriptions: n, fresh: true, registered: true, prepare: giveCopies });
  const { azure, sim } = stage;
  const found = await azure.estate(never);
  const offer = groupOffers(found.copies, found.delegations).offers.find((one) => one.copies.length === n);
  if (offer?.content.plan === undefined) throw new Error('The stage has no offer with so many copies.');
  const changeSet = makeUpdate<never>({
    tenantId: tenantId(stage.tenant),
    actor: principalId(stage.objectId),
    offer,
    to: {
      ...offer.content,
      plan: { ...offer.content.plan, version: nextVersion },
      authorizations: offer.content.authorizations.filter(({ kind }) => kind === 'standing').slice(0, 1),
    },
    blockersOf: () => [],
    nameOf: (id) => id,
    now: sim.now(),
  });
  const { surroundings } = sim;
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  const { seconds, requests } = await timed(stage, async () => {
    const run = await startRun({ changeSet, fingerprint, port: azure.port, surroundings, journal: memoryJournal() });
    const { done } = countsOf(await run.finished);
    const { items } = await run.finished;
    if (done !== n) throw new Error(`Only ${done} of ${n} were updated: ${JSON.stringify(items[0]?.status)}`);
  });
  const bound = updateBound(n, wire);
  return [
    against(`update, ${wire}: time`, n, seconds, 's', bound.seconds, 1.1),
    against(`update, ${wire}: requests`, n, requests, 'requests', bound.requests, 1.02),
    atMost(`update, ${wire}: refusals that we caused`, n, stage.throttled(), 'refusals', 0),
  ];
}

/** What a loop of `az managedservices` commands does, one subscription after the other, and what that makes of 5,000. */
export async function serial(): Promise<readonly Figure[]> {
  const n = 10;
  const stage = await setStage({ wire: 'HTTP/1.1', subscriptions: n, fresh: true, registered: true });
  const found = await stage.azure.estate(never);
  const [copy] = found.copies;
  if (!copy) throw new Error('The stage has no offer.');
  const { azure, sim } = stage;
  const { seconds, requests } = await timed(stage, async () => {
    for (const { id } of found.subscriptions) {
      // A command line starts anew for each command.
      await sim.wait(500);
      const delegation = delegationId(id, sim.surroundings.newId());
      await azure.port.writeDelegation(delegation, copy.id, idsOf(stage));
      await sim.wait(delays.operation);
      await azure.port.readDelegation(delegation, idsOf(stage));
    }
  });
  const figure = { measure: 'delegate, one after the other: time', unit: 's' } as const;
  return [
    { ...figure, n, value: seconds },
    { measure: 'delegate, one after the other: requests', n, value: requests, unit: 'requests' },
    ...[100, 1000, 5000].map((many) => ({ ...figure, n: many, value: (seconds / n) * many, computed: true })),
  ];
}

async function subscriptionsOf({ azure }: Stage) {
  return (await azure.estate(never)).subscriptions;
}

function idsOf({ sim }: Stage) {
  return { clientRequestId: sim.surroundings.newId(), correlationId: sim.surroundings.newId() };
}
