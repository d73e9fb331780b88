import { describe, expect, it } from 'vitest';
import { handOversOf, type HandOver } from '../../src/domain/asCode/handOver.ts';
import { codeModel, type CodeWays } from '../../src/domain/asCode/model.ts';
import type { ChangeSet } from '../../src/domain/changeSet.ts';
import { startRun } from '../../src/domain/executor.ts';
import { fingerprintOf } from '../../src/domain/fingerprint.ts';
import { memoryJournal } from '../../src/domain/journal.ts';
import { makeChangeSet } from '../../src/domain/makeChangeSet.ts';
import { groupOffers } from '../../src/domain/offers.ts';
import { createScene, type Scene, type SceneOptions } from '../azure/scene.ts';
import { customer, owner } from '../domain/offers.ts';

/* The same change set, run by the browser in one Azure and by Azure's own deployment engine in another that began alike. */

const never = new AbortController().signal;

async function changeSetIn({ azure, sim }: Scene): Promise<ChangeSet> {
  const estate = await azure.estate(never);
  const [offer] = groupOffers(estate.copies, estate.delegations).offers;
  if (!offer) throw new Error('no offer');
  const open = estate.subscriptions.filter((it) => it.tenantId === customer && it.state === 'Enabled').slice(0, 4);
  const last = open.pop();
  const [group] = last ? await azure.resourceGroups(last.subscriptionId, never) : [];
  if (!group) throw new Error('no resource group');
  const chosen = await Promise.all(
    [...open, group].map(async (scope) => ({
      scope,
      registration: await azure.registration(scope.subscriptionId, never),
      blockers: [],
    })),
  );
  return makeChangeSet<never>({ tenantId: customer, actor: owner, offer, chosen, now: sim.now() });
}

/** What stands in Azure at the end, without who wrote it when. */
function stands({ emulator }: Scene) {
  const { definitions, assignments, subscriptions } = emulator.context.world;
  return {
    copies: [...definitions.entries()].map(([id, { properties, plan }]) => ({ id, properties, plan })).toSorted(byId),
    delegations: [...assignments.entries()]
      .map(([id, { registrationDefinitionId }]) => ({ id, refers: registrationDefinitionId.toLowerCase() }))
      .toSorted(byId),
    registered: [...subscriptions.values()].map(({ subscriptionId, registration }) => [subscriptionId, registration]),
  };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

async function handed(scene: Scene, changeSet: ChangeSet, ways: CodeWays = 'reviewed') {
  const fingerprint = await fingerprintOf(changeSet, scene.sim.surroundings);
  const model = codeModel(changeSet, fingerprint, ways);
  if (!model) throw new Error('No code for this change set.');
  const [deployment, ...others] = handOversOf(model, { location: 'koreacentral' }) ?? [];
  if (!deployment || others.length > 0) throw new Error('Not one deployment.');
  return deployment;
}

/** How it stands; Azure has to know it. */
async function said(scene: Scene, { id }: HandOver) {
  const told = await scene.azure.handedOver(id, never);
  if (!told) throw new Error(`No deployment ${id}.`);
  return told;
}

async function twoScenes(options: SceneOptions = {}) {
  const [browser, engine] = [await createScene(options), await createScene(options)] as const;
  const changeSet = await changeSetIn(browser);
  return { browser, engine, changeSet };
}

async function runIn(scene: Scene, changeSet: ChangeSet): Promise<void> {
  const { surroundings } = scene.sim;
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  await (
    await startRun({ changeSet, fingerprint, port: scene.azure.port, surroundings, journal: memoryJournal() })
  ).finished;
}

describe('a change set that is handed to Azure', () => {
  it('ends in the same state as the run in the browser, though nobody looks in between', async () => {
    const { browser, engine, changeSet } = await twoScenes({ timing: 'azure' });
    const before = stands(engine);
    await runIn(browser, changeSet);
    const deployment = await handed(engine, changeSet);
    await engine.azure.handOver(deployment, never);
    // The tab is closed: half an hour later somebody opens the app again and knows the id.
    await engine.sim.wait(1_800_000);
    const after = await said(engine, deployment);
    expect(after.state).toBe('done');
    expect(after.items.map(({ state }) => state)).toEqual(changeSet.items.map(() => 'done'));
    expect(settledRegistrations(stands(engine))).toEqual(settledRegistrations(stands(browser)));
    expect(stands(engine).delegations.length).toBe(before.delegations.length + changeSet.items.length);
  });

  it('is seen working, and is not handed over a second time while it is', async () => {
    const { engine, changeSet } = await twoScenes({ timing: 'azure' });
    const deployment = await handed(engine, changeSet, 'copies');
    await engine.azure.handOver(deployment, never);
    expect((await said(engine, deployment)).state).toBe('working');
    await engine.azure.handOver(deployment, never);
    expect(
      engine.requests().filter(({ method, errorCode }) => method === 'PUT' && errorCode === undefined),
    ).toHaveLength(1);
    await engine.sim.wait(600_000);
    expect((await said(engine, deployment)).state).toBe('done');
  });

  it('says for every scope what Azure refused', async () => {
    const { engine, changeSet } = await twoScenes({ persona: 'contributor' });
    const deployment = await handed(engine, changeSet);
    await engine.azure.handOver(deployment, never);
    const { state, items } = await said(engine, deployment);
    expect(state).toBe('failed');
    expect(items.map(({ id }) => id.toLowerCase()).toSorted()).toEqual(
      changeSet.items
        .flatMap((item) => (item.does === 'delegate' ? item.ways[0].delegationId.toLowerCase() : []))
        .toSorted(),
    );
    for (const { problem } of items) expect(problem?.code).toMatch(/notAllowed|notOwner/);
  });

  it('refuses the whole where the person may not deploy', async () => {
    const { engine, changeSet } = await twoScenes({ persona: 'reader' });
    const deployment = await handed(engine, changeSet);
    await expect(engine.azure.handOver(deployment, never)).rejects.toMatchObject({ problem: { code: 'notAllowed' } });
  });
});

/** A registration that is over by the clock shows so as soon as somebody asks. */
function settledRegistrations(state: ReturnType<typeof stands>) {
  return {
    ...state,
    registered: state.registered.map(([id, registration]) => [
      id,
      registration === 'Registering' ? 'Registered' : registration,
    ]),
  };
}
