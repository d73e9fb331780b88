import { expect, it } from 'vitest';
import { createScene, type Scene } from '../../test/azure/scene.ts';
import { endsOf } from '../../test/domain/watching.ts';
import { customer, owner } from '../../test/domain/offers.ts';
import type { ChangeSet } from './changeSet.ts';
import { startRun } from './executor.ts';
import { fingerprintOf } from './fingerprint.ts';
import { memoryJournal } from './journal.ts';
import { makeAcceptance } from './makeAcceptance.ts';
import { makeRemoval } from './makeRemoval.ts';
import { makeUpdate } from './makeUpdate.ts';
import type { Offer, OfferContent } from './offer.ts';
import { offerKey } from './offerKey.ts';
import { groupOffers } from './offers.ts';
import type { RunState } from './run.ts';

const never = new AbortController().signal;

async function run(scene: Scene, changeSet: ChangeSet): Promise<RunState> {
  const { surroundings } = scene.sim;
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  const tools = { port: scene.azure.port, surroundings, journal: memoryJournal() };
  return (await startRun({ changeSet, fingerprint, ...tools })).finished;
}

/** The offer as the emulated Azure has it now. */
async function storedOffer({ azure, sim }: Scene, of: OfferContent): Promise<Offer> {
  // Resource Graph lags behind.
  await sim.wait(120_000);
  const estate = await azure.estate(never);
  const found = groupOffers(estate.copies, estate.delegations).offers.find(({ key }) => key === offerKey(of));
  if (!found) throw new Error('The offer is not there');
  return found;
}

/** The whole life of an offer without a marketplace plan, over the real port and the emulator. */
it.each(['allowed', 'refused'] as const)(
  'an offer is accepted and delegated, updated, and taken back; references %s',
  async (crossSubscriptionReferences) => {
    const scene = await createScene({ timing: 'azure', latency: 300, switches: { crossSubscriptionReferences } });
    const { azure, sim } = scene;
    const estate = await azure.estate(never);
    const [accepted] = groupOffers(estate.copies, estate.delegations).offers;
    if (!accepted) throw new Error('The world has no offer');
    const { plan: _, ...rest } = accepted.content;
    const content: OfferContent = { ...rest, name: 'Northwind by template' };
    const who = { tenantId: customer, actor: owner, now: sim.now() };
    const facts = { ...who, blockersOf: () => [], nameOf: (id: string) => id };
    const places = estate.subscriptions.filter(({ name }) => /Management|Online Store - Production/.test(name));
    const chosen = await Promise.all(
      places.map(async (scope) => ({
        scope,
        registration: await azure.registration(scope.subscriptionId, never),
        blockers: [],
      })),
    );
    const [into] = chosen;
    if (!into) throw new Error('no place');
    const incoming: Offer = {
      ...accepted,
      key: offerKey(content),
      source: 'template',
      content,
      copies: [],
      delegations: [],
    };

    const accepting = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: chosen });
    expect(endsOf(await run(scene, accepting))).toEqual(accepting.items.map(() => 'done'));
    const stored = await storedOffer(scene, content);
    expect(stored.delegations.map(({ scope }) => scope).toSorted()).toEqual(places.map(({ id }) => id).toSorted());
    expect(stored.copies).toHaveLength(crossSubscriptionReferences === 'allowed' ? 1 : places.length);

    const to: OfferContent = { ...content, description: 'Less.', authorizations: content.authorizations.slice(0, 2) };
    const updating = makeUpdate<never>({ ...facts, offer: stored, to });
    expect(endsOf(await run(scene, updating))).toEqual(stored.copies.map(() => 'done'));
    const updated = await storedOffer(scene, content);
    for (const copy of updated.copies) expect(copy).toMatchObject(to);
    expect(endsOf(await run(scene, updating))).toEqual(stored.copies.map(() => 'already'));

    const removing = makeRemoval<never>({
      ...facts,
      offer: updated,
      offers: [updated],
      delegations: updated.delegations.map(({ id }) => id),
      copies: updated.copies.map(({ id }) => id),
      reapply: true,
    });
    expect(endsOf(await run(scene, removing))).toEqual(removing.items.map(() => 'done'));
    await sim.wait(120_000);
    const left = await azure.estate(never);
    expect(groupOffers(left.copies, left.delegations).offers.map(({ key }) => key)).toEqual([accepted.key]);
    const deletions = scene.requests().filter(({ method }) => method === 'DELETE').length;
    expect(endsOf(await run(scene, removing))).toEqual(removing.items.map(() => 'already'));
    expect(scene.requests().filter(({ method }) => method === 'DELETE')).toHaveLength(deletions);
  },
);
