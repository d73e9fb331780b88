import { principalId, tenantId } from '../../src/domain/ids.ts';
import { startRun } from '../../src/domain/executor.ts';
import { fingerprintOf } from '../../src/domain/fingerprint.ts';
import { memoryJournal } from '../../src/domain/journal.ts';
import { makeChangeSet } from '../../src/domain/makeChangeSet.ts';
import { groupOffers } from '../../src/domain/offers.ts';
import { countsOf } from '../../src/domain/run.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { createRegistrar } from '../../src/runs/registrar.ts';
import { delegateBound, estateBound, registerBound } from './bounds.ts';
import { against, atMost, type Figure } from './report.ts';
import { setStage, type Stage } from './stage.ts';
import type { WireName } from './wire.ts';

const never = new AbortController().signal;

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
        if ([...registrar.current().values()].every(({ state }) => state === 'done')) resolve();
      });
    });
    registrar.start(subscriptions);
    return done;
  });
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
  const { azure, sim } = stage;
  const found = await azure.estate(never);
  const offer = groupOffers(found.copies, found.delegations).offers.find(({ source }) => source === 'marketplace');
  if (!offer) throw new Error('The stage has no offer.');
  const [only] = found.subscriptions;
  const scopes: readonly Scope[] =
    groups === undefined || !only ? found.subscriptions : await azure.resourceGroups(only.subscriptionId, never);
  const changeSet = makeChangeSet<never>({
    tenantId: tenantId(stage.tenant),
    actor: principalId(stage.objectId),
    offer,
    chosen: scopes.map((scope) => ({ scope, registration: 'registered', blockers: [] })),
    now: sim.now(),
  });
  const { surroundings } = sim;
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  const { seconds, requests } = await timed(stage, async () => {
    const run = await startRun({ changeSet, fingerprint, port: azure.port, surroundings, journal: memoryJournal() });
    const { done } = countsOf(await run.finished);
    if (done !== scopes.length) throw new Error(`Only ${done} of ${scopes.length} were delegated.`);
  });
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

function giveGroups(world: Stage['emulator']['context']['world'], groups: number): void {
  for (const [subscriptionId, kept] of world.resourceGroups) {
    kept.clear();
    for (let index = 1; index <= groups; index += 1) {
      const name = `rg-${String(index).padStart(4, '0')}`;
      kept.set(name, { subscriptionId, name, location: 'koreacentral', tags: {} });
    }
  }
}

async function subscriptionsOf({ azure }: Stage) {
  return (await azure.estate(never)).subscriptions;
}

function idsOf({ sim }: Stage) {
  return { clientRequestId: sim.surroundings.newId(), correlationId: sim.surroundings.newId() };
}
