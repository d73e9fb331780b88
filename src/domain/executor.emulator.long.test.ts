import { describe, expect, it } from 'vitest';
import { createScene, type Scene, type SceneOptions } from '../../test/azure/scene.ts';
import { endsOf } from '../../test/domain/watching.ts';
import { customer, owner } from '../../test/domain/offers.ts';
import type { ChangeSet } from './changeSet.ts';
import { startRun } from './executor.ts';
import { fingerprintOf } from './fingerprint.ts';
import { memoryJournal } from './journal.ts';
import { makeChangeSet } from './makeChangeSet.ts';
import { groupOffers } from './offers.ts';
import { excludedBy } from './policyReach.ts';
import type { RunState } from './run.ts';

/*
 * The engine over the real port and the emulator, which was written apart from both: what it believes of Azure is
 * what the emulator does.
 */

const never = new AbortController().signal;

/** Every subscription of the small company that its owner may delegate, and its accepted offer. */
async function changeSetIn({ azure, sim }: Scene): Promise<ChangeSet> {
  const estate = await azure.estate(never);
  const [offer] = groupOffers(estate.copies, estate.delegations).offers;
  if (!offer) throw new Error('no offer');
  const ids = estate.subscriptions.map((it) => it.subscriptionId);
  const allowLists = await azure.allowLists(ids, never);
  const open = estate.subscriptions.filter(
    (it) =>
      it.tenantId === customer &&
      it.state === 'Enabled' &&
      // Where the owner is none.
      it.name !== 'Contoso Treasury' &&
      excludedBy(allowLists, offer.managedByTenantId, it, it).certain.length === 0,
  );
  const chosen = await Promise.all(
    open.map(async (scope) => ({
      scope,
      registration: await azure.registration(scope.subscriptionId, never),
      blockers: [],
    })),
  );
  return makeChangeSet<never>({ tenantId: customer, actor: owner, offer, chosen, now: sim.now() });
}

async function run(scene: Scene, changeSet: ChangeSet): Promise<RunState> {
  const { surroundings } = scene.sim;
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  const tools = { port: scene.azure.port, surroundings, journal: memoryJournal() };
  return (await startRun({ changeSet, fingerprint, ...tools })).finished;
}

function writes(scene: Scene) {
  return scene.requests().filter(({ method, url }) => method === 'PUT' || url.includes('/register?'));
}

async function sceneOf(options: SceneOptions = {}) {
  const scene = await createScene({ timing: 'azure', latency: 300, ...options });
  return { scene, changeSet: await changeSetIn(scene) };
}

describe('a run over the emulator', () => {
  it.each(['allowed', 'refused'] as const)(
    'ends delegated, with references %s',
    async (crossSubscriptionReferences) => {
      const { scene, changeSet } = await sceneOf({ switches: { crossSubscriptionReferences } });
      expect(changeSet.items.length).toBeGreaterThan(2);
      expect(changeSet.registrations.length).toBeGreaterThan(0);
      const state = await run(scene, changeSet);
      expect(endsOf(state)).toEqual(changeSet.items.map(() => 'done'));
      expect(state.referencesRefused).toBe(crossSubscriptionReferences === 'refused');

      const attempts = [...state.shared, ...state.items.flatMap((item) => item.attempts)];
      expect(
        writes(scene)
          .map(({ clientRequestId }) => clientRequestId)
          .toSorted(),
      ).toEqual(attempts.map(({ clientRequestId }) => clientRequestId).toSorted());
      expect(new Set(writes(scene).map(({ correlationRequestId }) => correlationRequestId))).toEqual(
        new Set([state.runId]),
      );

      const before = writes(scene).length;
      expect(endsOf(await run(scene, changeSet))).toEqual(changeSet.items.map(() => 'already'));
      expect(writes(scene)).toHaveLength(before);
    },
  );

  it.each([
    ['an answer that is lost', { kind: 'lose', when: 'afterCommit' }],
    ['a request that is lost', { kind: 'lose', when: 'beforeCommit' }],
    ['a page of a proxy', { kind: 'html', status: 200 }],
    ['a broken answer', { kind: 'body', damage: 'truncated' }],
    ['a fault of Azure', { kind: 'error', status: 503, code: 'ServiceUnavailable', when: 'beforeCommit' }],
    ['throttling that says nothing', { kind: 'throttle', retryAfter: 'none' }],
  ])('ends delegated once, in spite of %s', async (_what, action) => {
    const { scene, changeSet } = await sceneOf();
    await scene.fault({
      route: 'PUT /subscriptions/**/registrationAssignments/*',
      probability: 0.4,
      times: 4,
      seed: 7,
      action,
    });
    await scene.fault({ route: 'POST /**/register', nth: [1], action });
    await scene.fault({
      route: 'GET /subscriptions/**/registrationAssignments/*',
      probability: 0.2,
      times: 6,
      seed: 3,
      action,
    });
    const state = await run(scene, changeSet);
    expect(endsOf(state)).toEqual(changeSet.items.map(() => 'done'));
    const there = (await scene.azure.estate(never)).delegations.map(({ scope }) => scope);
    expect(new Set(there).size).toBe(there.length);
  });

  it('tells the truth where the person may not', async () => {
    const { scene, changeSet } = await sceneOf({ persona: 'contributor' });
    const state = await run(scene, changeSet);
    expect(new Set(endsOf(state))).toEqual(new Set(['failed: notAllowed']));
    expect(scene.emulator.context.world.assignments.size).toBe(0);
  });
});
