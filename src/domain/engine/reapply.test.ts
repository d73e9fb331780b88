import { describe, expect, it } from 'vitest';
import { AzureSession, noTrouble } from '../../../test/domain/azureSession.ts';
import type { AzureTraits } from '../../../test/domain/azureTraits.ts';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { azureWith, startIn } from '../../../test/domain/runs.ts';
import { endsOf, faults } from '../../../test/domain/watching.ts';
import type { Run } from '../executor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { delegationId } from '../ids.ts';
import { resumeRun } from '../journal.ts';
import { makeRemoval } from '../makeRemoval.ts';
import type { Offer } from '../offer.ts';
import type { RunEvent } from '../run.ts';

const removed = copyIn(1);
const premium = { publisher: 'northwind', product: 'managed-azure', name: 'premium', version: '1.0.0' };
const keptCopy = copyIn(3, { ...content(), plan: premium });
const taken = delegated(subscription(1).id, removed.id, 1);
const kept = delegated(resourceGroup(1, 'web').id, keptCopy.id, 2);
const ours = offer([removed], [taken]);
const other = { ...offer([keptCopy], [kept]), key: 'other' as Offer['key'] };

function delegated(scope: Parameters<typeof delegationId>[0], copyId: typeof removed.id, n: number) {
  const id = delegationId(scope, `dddddddd-0000-4000-8000-${String(n).padStart(12, '0')}`);
  return { id, scope, copyId, provisioning: 'succeeded' } as const;
}

/** One delegation is taken away; another offer's, which gives the same, is written again after it. */
function world(traits: Partial<AzureTraits> = {}) {
  const made = azureWith(ours, [subscription(1), subscription(3)], traits);
  made.azure.seed({ copies: [keptCopy], delegations: [kept] });
  const changeSet = makeRemoval<never>({
    tenantId: customer,
    actor: owner,
    now: 0,
    blockersOf: () => [],
    nameOf: (id) => id,
    offer: ours,
    offers: [ours, other],
    delegations: [taken.id],
    copies: [],
    reapply: true,
  });
  return { ...made, changeSet };
}

/** The run's own writes of the kept delegation, in order. */
function againIn({ azure }: Pick<ReturnType<typeof world>, 'azure'>) {
  return azure.audit.filter(({ kind, target }) => kind === 'writeDelegation' && target === kept.id);
}

async function carriedOut(made: ReturnType<typeof world>, trouble = noTrouble, onStart: (run: Run) => void = () => {}) {
  const run = await startIn(new AzureSession(made.azure, made.time, trouble), made.changeSet);
  onStart(run);
  return made.time.until(run.finished);
}

describe('what is written again although it is there', () => {
  it('is sent once more, after a wait, where the answer was lost and what shows may be as it was before', async () => {
    const made = world({ settlingMs: 0 });
    const state = await carriedOut(made, faults('writeDelegation', 'lostAfter'));
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    const [one, two, ...more] = againIn(made);
    expect(more).toEqual([]);
    // 1 s until it is looked at, and 1 s of patience.
    expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThan(2000);
    expect(made.azure.access.isWhole(kept.id, made.time.now())).toBe(true);
  });

  it('is not sent once more where the answer was lost and Azure shows that it is at work', async () => {
    const made = world({ settlingMs: 20_000 });
    const state = await carriedOut(made, faults('writeDelegation', 'lostAfter'));
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(againIn(made)).toHaveLength(1);
  });

  it('is seen through after a stop, where the answer was lost and Azure shows that it is at work', async () => {
    const made = world({ settlingMs: 20_000 });
    const state = await carriedOut(made, faults('writeDelegation', 'lostAfter'), (run) =>
      run.subscribe(() => {
        const { items, phase } = run.state();
        if (items[2]?.attempts[0]?.end && phase.name === 'running') run.stop();
      }),
    );
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(againIn(made)).toHaveLength(1);
  });

  it('is not made where its copy is gone by now', async () => {
    const made = world();
    made.azure.deleteDelegation(kept.id);
    await made.time.until(made.time.wait(60_000));
    made.azure.deleteCopy(keptCopy.id);
    const state = await carriedOut(made);
    expect(endsOf(state)).toEqual(['done', 'failed: copyMissing', 'failed: earlierStepFailed']);
    expect(made.azure.copies().map(({ id }) => id)).toEqual([removed.id]);
    expect(againIn(made)).toEqual([]);
  });

  it('is written by this run where somebody else is writing it: that may have begun too early', async () => {
    const made = world({ settlingMs: 20_000 });
    let done = false;
    const state = await carriedOut(made, noTrouble, (run) =>
      run.subscribe(() => {
        if (done || run.state().items[1]?.status.state !== 'done') return;
        done = true;
        made.azure.writeDelegation(kept.id, keptCopy.id);
      }),
    );
    expect(done).toBe(true);
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(againIn(made)).toHaveLength(1);
  });

  it('is not sent once more by a page that goes on after the answer was there', async () => {
    const steps = await pages(world(), []);
    const moments = Array.from({ length: 25 }, (_, n) => steps - n);
    for (const goneAfter of moments) {
      const made = world();
      const journal: RunEvent[] = [];
      await pages(made, journal, goneAfter);
      const answered = new Set(
        journal.flatMap((event) =>
          event.type === 'answered' && event.end.outcome === 'accepted' ? event.clientRequestId : [],
        ),
      );
      expect(againIn(made).filter(({ clientRequestId }) => answered.has(clientRequestId))).toHaveLength(1);
      expect(made.azure.access.isWhole(kept.id, made.time.now())).toBe(true);
    }
  });
});

/** Carries the run out, on a second page where the first is gone; how many steps the last one took. */
async function pages(made: ReturnType<typeof world>, journal: RunEvent[], ...goneAfter: readonly number[]) {
  let steps = 0;
  for (const [page, gone] of [...goneAfter, Infinity].entries()) {
    const session = new AzureSession(made.azure, made.time, noTrouble, gone);
    const surroundings = session.surroundings(page + 2);
    const print = await fingerprintOf(made.changeSet, surroundings);
    const left = resumeRun(journal, made.changeSet, print, made.time.now());
    const started = startIn(session, made.changeSet, {
      seed: page + 2,
      journal: session.journal(journal),
      ...('state' in left && { from: left.state }),
    });
    const ended = started.then((run) => run.finished);
    await made.time.until(Promise.race([ended, session.gone]));
    made.time.abandonWaiters();
    steps = session.steps;
  }
  return steps;
}
