import { describe, expect, it } from 'vitest';
import { AzureSession, noTrouble } from '../../../test/domain/azureSession.ts';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../../test/domain/runs.ts';
import { endsOf, faults, writesOf } from '../../../test/domain/watching.ts';
import { itemsDoing } from '../changeSet.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { delegationId } from '../ids.ts';
import type { CopyId, ScopeId } from '../ids.ts';
import { memoryJournal, resumeRun } from '../journal.ts';
import { makeRemoval } from '../makeRemoval.ts';
import { makeUpdate } from '../makeUpdate.ts';
import type { Delegation, Offer } from '../offer.ts';
import { ProblemError } from '../problem.ts';
import type { RunEvent } from '../run.ts';

const facts = { tenantId: customer, actor: owner, now: 0, blockersOf: () => [], nameOf: (id: string) => id };
const copy = copyIn(1);
const places = [subscription(1), subscription(2), subscription(3)];

function delegated(scope: ScopeId, copyId: CopyId, n = 1): Delegation {
  const id = delegationId(scope, `dddddddd-0000-4000-8000-${String(n).padStart(12, '0')}`);
  return { id, scope, copyId, provisioning: 'succeeded' };
}

const one = delegated(subscription(1).id, copy.id);
const stored = offer([copy], [one]);
const premium = { publisher: 'northwind', product: 'managed-azure', name: 'premium', version: '1.0.0' };
const keptCopy = copyIn(3, { ...content(), plan: premium });
const kept = delegated(resourceGroup(1, 'web').id, keptCopy.id, 2);

function removal(of: { readonly copies?: boolean; readonly other?: Offer } = {}) {
  return makeRemoval<never>({
    ...facts,
    offer: stored,
    offers: [stored, ...(of.other ? [of.other] : [])],
    delegations: [one.id],
    copies: of.copies ? [copy.id] : [],
    reapply: true,
  });
}

describe('what somebody changed after the review', () => {
  it('a delegation that refers to another copy by now is not taken away', async () => {
    const { azure, time } = azureWith(offer([copy, keptCopy], [{ ...one, copyId: keptCopy.id }]), places);
    const { state } = await carryOut(azure, time, removal());
    expect(state.items[0]?.status).toMatchObject({
      state: 'failed',
      problem: { code: 'changedByOther', what: 'delegation' },
    });
    expect(azure.audit).toEqual([]);
  });

  it('a copy that says something else by now is not deleted', async () => {
    const { azure, time } = azureWith(offer([copyIn(1, content('2.0.0'))]), places);
    const { state } = await carryOut(azure, time, removal({ copies: true }));
    expect(endsOf(state)).toEqual(['already', 'failed: changedByOther']);
    expect(azure.audit).toEqual([]);
  });

  it('what somebody else is taking away is waited for, and not deleted again', async () => {
    const { azure, time } = azureWith(stored, places);
    azure.removeElsewhere(one.id, 20_000);
    const { state } = await carryOut(azure, time, removal());
    expect(endsOf(state)).toEqual(['already']);
    expect(azure.audit).toEqual([]);
  });

  it('a kept copy that says something else by now is not written as it was', async () => {
    const { azure, time } = azureWith(stored, places);
    azure.seed({ copies: [{ ...keptCopy, plan: { ...premium, version: '3.0.0' } }], delegations: [kept] });
    const other = { ...offer([keptCopy], [kept]), key: 'other' as Offer['key'] };
    const { state } = await carryOut(azure, time, removal({ other }));
    expect(endsOf(state)).toEqual(['done', 'failed: changedByOther', 'failed: earlierStepFailed']);
    expect(writesOf(azure)).toEqual(['deleteDelegation']);
    expect(azure.readCopy(keptCopy.id)?.plan?.version).toBe('3.0.0');
  });
});

describe('a deletion', () => {
  it('whose request is lost is sent again only after it was looked for and some patience', async () => {
    const { azure, time } = azureWith(stored, places);
    const { state, session } = await carryOut(azure, time, removal(), faults('deleteDelegation', 'lostBefore'));
    expect(endsOf(state)).toEqual(['done']);
    const [first, second] = session.sentWrites;
    // 1 + 2 + 5 s of looking, and 1 s of patience.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(10_000);
  });

  it.each(['lostBefore', 'throttled'] as const)(
    'that met %s, and then a stop, is known not to have arrived and not sent again',
    async (fault) => {
      const { azure, time } = azureWith(stored, places);
      const session = new AzureSession(azure, time, faults('deleteDelegation', fault));
      const run = await startIn(session, removal());
      run.subscribe(() => {
        const { items, phase } = run.state();
        if (items[0]?.attempts[0]?.end && phase.name !== 'stopping') run.stop();
      });
      expect(endsOf(await time.until(run.finished))).toEqual(['stopped']);
      expect(session.sentWrites).toHaveLength(1);
      expect(azure.delegations()).toHaveLength(1);
    },
  );

  it('that Azure cannot take for long is tried seven times, and then is known not to have arrived', async () => {
    const { azure, time } = azureWith(stored, places);
    const { state, session } = await carryOut(azure, time, removal(), {
      faultAt: (operation) => (operation === 'deleteDelegation' ? 'azureDown' : undefined),
    });
    expect(endsOf(state)).toEqual(['failed: azureDown']);
    expect(session.sentWrites).toHaveLength(7);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('that Azure did in the end, though it said seven times that it could not, is done', async () => {
    const { azure, time } = azureWith(stored, places);
    const session = new AzureSession(azure, time);
    const { port } = session;
    let sent = 0;
    const run = await startIn(session, removal(), {
      port: {
        ...port,
        async deleteDelegation(...args) {
          sent += 1;
          if (sent === 7) await port.deleteDelegation(...args);
          throw new ProblemError({ code: 'azureDown', azure: { status: 503 } });
        },
      },
    });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
    expect(sent).toBe(7);
  });

  it('that was about to leave when a stop came is known not to have been sent', async () => {
    const { azure, time } = azureWith(stored, places);
    const session = new AzureSession(azure, time);
    const slow = { ...memoryJournal(), append: () => time.wait(3000) };
    const run = await startIn(session, removal(), { journal: slow });
    await time.until(time.wait(2000));
    run.stop();
    expect(endsOf(await time.until(run.finished))).toEqual(['stopped']);
    expect(session.sentWrites).toEqual([]);
  });

  it('whose answer is lost is seen through after a stop', async () => {
    const { azure, time } = azureWith(stored, places, { settlingMs: 20_000 });
    const session = new AzureSession(azure, time, faults('deleteDelegation', 'lostAfter'));
    const run = await startIn(session, removal());
    run.subscribe(() => {
      const { items, phase } = run.state();
      if (items[0]?.attempts[0]?.end && phase.name === 'running') run.stop();
    });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
    expect(session.sentWrites).toHaveLength(1);
  });

  it('whose answer is lost is not sent again, where Azure shows that it is going', async () => {
    const { azure, time } = azureWith(stored, places, { settlingMs: 20_000 });
    const { state, session } = await carryOut(azure, time, removal(), faults('deleteDelegation', 'lostAfter'));
    expect(endsOf(state)).toEqual(['done']);
    expect(session.sentWrites).toHaveLength(1);
  });

  it('that never ends is given up, unknown and not done', async () => {
    const { azure, time } = azureWith(stored, places, { lingerMs: 3_600_000 });
    const { state } = await carryOut(azure, time, removal());
    expect(endsOf(state)).toEqual(['unknown: notSettled']);
    expect(writesOf(azure)).toEqual(['deleteDelegation']);
  });
});

describe('a copy that is not needed any more', () => {
  it('is deleted, though a list still shows what was taken away, and not where it shows something else', async () => {
    const two = delegated(subscription(1).id, copy.id, 3);
    const late = delegated(resourceGroup(1, 'late').id, copy.id, 4);
    const both = offer([copy], [one, two]);
    for (const [shown, end] of [
      [[one, two], 'done'],
      [[one, two, late], 'failed: copyInUse'],
    ] as const) {
      const { azure, time } = azureWith(both, places);
      const session = new AzureSession(azure, time);
      const ids = both.delegations.map(({ id }) => id);
      const set = makeRemoval<never>({
        ...facts,
        offer: both,
        offers: [both],
        delegations: ids,
        copies: [copy.id],
        reapply: false,
      });
      const run = await startIn(session, set, { port: { ...session.port, listDelegationsIn: async () => shown } });
      expect(endsOf(await time.until(run.finished))).toEqual(['done', 'done', end]);
    }
  });
});

describe('a delegation that Azure has taken', () => {
  it.each([
    ['never shows', { hiddenMs: 3_600_000 }, 'unknown: notVisible'],
    ['never ends', { settlingMs: 3_600_000 }, 'unknown: notSettled'],
  ] as const)('and that %s is unknown, and was written once', async (_what, traits, end) => {
    const { azure, time } = azureWith(stored, places, traits);
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, stored, [subscription(2)]));
    expect(endsOf(state)).toEqual([end]);
    expect(writesOf(azure)).toEqual(['writeDelegation']);
  });
});

describe('a write that never left for want of a network', () => {
  it('is on record as not sent, and sent once the network is back', async () => {
    const { azure, time } = azureWith(stored, places);
    const session = new AzureSession(azure, time);
    const { port } = session;
    let tries = 0;
    const run = await startIn(session, changeSetFor(azure, time, stored, [subscription(2)]), {
      port: {
        ...port,
        async writeDelegation(...args) {
          tries += 1;
          // The network is gone at the very moment at which the write would leave.
          if (tries === 1) throw new ProblemError({ code: 'offline' });
          return port.writeDelegation(...args);
        },
      },
    });
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(['done']);
    expect(state.items[0]?.attempts.map(({ end }) => end?.outcome)).toEqual(['notSent', 'accepted']);
    expect(writesOf(azure)).toEqual(['writeDelegation']);
  });
});

describe('what a write that never left did not make', () => {
  it('is not called done by this run, where somebody else makes it meanwhile', async () => {
    const { azure, time } = azureWith(stored, places);
    const changeSet = changeSetFor(azure, time, stored, [subscription(2)]);
    const [way] = itemsDoing(changeSet, 'delegate')[0]?.ways ?? [];
    if (!way) throw new Error('no way');
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSet, {
      port: {
        ...session.port,
        async writeDelegation() {
          // A colleague carries out the same change set.
          azure.writeDelegation(way.delegationId, way.copyId);
          throw new ProblemError({ code: 'offline' });
        },
      },
    });
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(['already']);
    expect(state.items[0]?.attempts.map(({ end }) => end?.outcome)).toEqual(['notSent']);
  });
});

describe('an update whose request is lost', () => {
  it('is sent again only after it was looked for and some patience', async () => {
    const { azure, time } = azureWith(stored, places);
    const changeSet = makeUpdate<never>({ ...facts, offer: stored, to: content('2.0.0') });
    const { state, session } = await carryOut(azure, time, changeSet, faults('writeCopy', 'lostBefore'));
    expect(endsOf(state)).toEqual(['done']);
    const [first, second] = session.sentWrites;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(10_000);
    const read = session.reads.findLast(({ target }) => target === copy.id);
    const { at: readAt, clientRequestId } = read ?? {};
    expect(state.items[0]?.status).toMatchObject({ proof: { copyId: copy.id, readAt, clientRequestId } });
  });
});

describe('an update whose page is gone', () => {
  it('at any of its last moments is written once, though what was written does not show at once', async () => {
    const old = offer([copyIn(1)]);
    for (let goneAfter = 4; goneAfter < 40; goneAfter += 1) {
      const { azure, time } = azureWith(old, places, { hiddenMs: 6000, settlingMs: 8000 });
      const changeSet = makeUpdate<never>({ ...facts, offer: old, to: content('2.0.0') });
      const journal: RunEvent[] = [];
      for (const [page, gone] of [goneAfter, Infinity].entries()) {
        const session = new AzureSession(azure, time, noTrouble, gone);
        const print = await fingerprintOf(changeSet, session.surroundings());
        const left = resumeRun(journal, changeSet, print, time.now());
        const started = startIn(session, changeSet, {
          seed: page + 2,
          journal: session.journal(journal),
          ...('state' in left && { from: left.state }),
        });
        const state = await time.until(
          Promise.race([started.then((run) => run.finished), session.gone.then(() => undefined)]),
        );
        time.abandonWaiters();
        if (state) expect(endsOf(state)).toEqual(['done']);
      }
      expect(writesOf(azure)).toEqual(['writeCopy']);
    }
  });
});
