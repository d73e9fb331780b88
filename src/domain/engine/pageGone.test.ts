import { describe, expect, it } from 'vitest';
import { AzureSession, noTrouble } from '../../../test/domain/azureSession.ts';
import type { AzureTraits } from '../../../test/domain/azureTraits.ts';
import { content, copyIn, offer, subscription } from '../../../test/domain/offers.ts';
import { copy, facts, kept, keptCopy, ours, places, removal, who } from '../../../test/domain/overlapping.ts';
import { azureWith, changeSetFor, startIn } from '../../../test/domain/runs.ts';
import { endsOf } from '../../../test/domain/watching.ts';
import { long } from '../../../test/long.ts';
import type { ChangeSet } from '../changeSet.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { resumeRun } from '../journal.ts';
import { makeAcceptance } from '../makeAcceptance.ts';
import { makeRemoval } from '../makeRemoval.ts';
import { makeUpdate } from '../makeUpdate.ts';
import type { Offer } from '../offer.ts';
import type { RunEvent, RunState } from '../run.ts';

const { plan: _, ...bare } = content();
const ofTemplate: Offer = {
  ...offer([copyIn(1, bare)]),
  namesAt: () => ({
    copy: 'cccccccc-1111-4000-8000-000000000001',
    delegation: 'dddddddd-1111-4000-8000-000000000001',
  }),
};

type World = ReturnType<typeof azureWith> & { readonly changeSet: ChangeSet<never> };

/** One change set of each kind, with one step or as few as it takes. */
const worlds: Readonly<Record<string, (traits: Partial<AzureTraits>) => World>> = {
  'a delegation by reference': (traits) => {
    const made = azureWith(offer([copy]), places, traits);
    return { ...made, changeSet: changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]) };
  },
  'a delegation that needs a copy of its own': (traits) => {
    const made = azureWith(offer([copy]), places, { references: 'refused', ...traits });
    return { ...made, changeSet: changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]) };
  },
  'a delegation under the names of a template': (traits) => {
    const made = azureWith(ofTemplate, places, traits);
    return { ...made, changeSet: changeSetFor(made.azure, made.time, ofTemplate, [subscription(2)]) };
  },
  'taking an offer in': (traits) => {
    const incoming = { ...offer([copy]), copies: [] };
    const made = azureWith(incoming, places, traits);
    const into = { scope: subscription(2), registration: 'registered', blockers: [] } as const;
    return { ...made, changeSet: makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [into] }) };
  },
  'an update': (traits) => {
    const made = azureWith(offer([copy]), places, traits);
    return { ...made, changeSet: makeUpdate<never>({ ...facts, offer: offer([copy]), to: content('2.0.0') }) };
  },
  'a removal that writes another again': (traits) => {
    const made = azureWith(ours, places, traits);
    made.azure.seed({ copies: [keptCopy], delegations: [kept] });
    return { ...made, changeSet: makeRemoval<never>({ ...removal, reapply: true }) };
  },
};

/** Carries it out on as many pages as it takes; how it ended, and how many steps the last page took. */
async function pages({ azure, time, changeSet }: World, ...goneAfter: readonly number[]) {
  const journal: RunEvent[] = [];
  let state: RunState | undefined;
  let steps = 0;
  for (const [page, gone] of [...goneAfter, Infinity].entries()) {
    const session = new AzureSession(azure, time, noTrouble, gone);
    const surroundings = session.surroundings(page + 2);
    const left = resumeRun(journal, changeSet, await fingerprintOf(changeSet, surroundings), time.now());
    const started = startIn(session, changeSet, {
      seed: page + 2,
      journal: session.journal(journal),
      ...('state' in left && { from: left.state }),
    });
    const ended = started.then((run) => run.finished).then((last) => (state = last));
    await time.until(Promise.race([ended, session.gone]));
    time.abandonWaiters();
    steps = session.steps;
  }
  if (!state) throw new Error('The last page is never gone.');
  return { state, steps };
}

/** Writes that Azure has taken, without those that are there to be written again. */
const arrived = ({ azure }: World) =>
  azure.audit.flatMap(({ committed, target }) =>
    committed && target !== kept.id && target !== keptCopy.id ? [target] : [],
  );
const there = ({ azure }: World) => [
  azure.copies().map(({ id, plan }) => [id, plan?.version]),
  azure.delegations().map(({ id, copyId }) => [id, copyId]),
];

/** The moments at which a page may be gone without leaving things as they would have been left, with what differs. */
async function badMoments(world: (typeof worlds)[string], traits: Partial<AzureTraits>) {
  const undisturbed = world(traits);
  const { state, steps } = await pages(undisturbed);
  const bad: (readonly [number, unknown])[] = [];
  for (let gone = 0; gone < steps; gone += 1) {
    const made = world(traits);
    const resumed = await pages(made, gone);
    const writes = arrived(made);
    const twice = writes.filter((target, index) => writes.indexOf(target) !== index);
    const left = { ends: endsOf(resumed.state), there: there(made), twice };
    const wanted = { ends: endsOf(state), there: there(undisturbed), twice: [] };
    if (JSON.stringify(left) !== JSON.stringify(wanted)) bad.push([gone, left]);
  }
  return { ends: new Set(endsOf(state)), bad };
}

const fine = { ends: new Set(['done']), bad: [] };

describe.each(Object.entries(worlds))('a page that is gone at any moment of %s', (name, world) => {
  const skip = name.startsWith('a removal') && long.skip;
  it('leaves what an undisturbed run leaves, written once', { skip }, async () => {
    expect(await badMoments(world, {})).toEqual(fine);
  });

  it('also where Azure shows only after a while what has arrived', long, async () => {
    expect(await badMoments(world, { hiddenMs: 3000 })).toEqual(fine);
  });
});
