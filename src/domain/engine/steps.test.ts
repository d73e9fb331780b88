import { describe, expect, it } from 'vitest';
import { AzureSession } from '../../../test/domain/azureSession.ts';
import { content, copyIn, offer, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { copy, facts, kept, keptCopy, ours, places, removal, taken, who } from '../../../test/domain/overlapping.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../../test/domain/runs.ts';
import { endsOf, faults, writesOf } from '../../../test/domain/watching.ts';
import type { ChangeSet } from '../changeSet.ts';
import { delegationId } from '../ids.ts';
import { makeAcceptance } from '../makeAcceptance.ts';
import { makeRemoval } from '../makeRemoval.ts';
import { makeUpdate } from '../makeUpdate.ts';
import type { Offer } from '../offer.ts';
import { ProblemError } from '../problem.ts';
import type { AzureAnswer } from '../problem.ts';
import { countsOf, finishedOf } from '../run.ts';

const incoming = { ...offer([copy]), copies: [] };
const own = { scope: subscription(2), registration: 'registered', blockers: [] } as const;

/** Carries it out; what a person saw each item do, in order, and how it ended. */
async function watched(made: ReturnType<typeof azureWith>, changeSet: ChangeSet, trouble = faults('none')) {
  const session = new AzureSession(made.azure, made.time, trouble);
  const seen: string[][] = changeSet.items.map(() => []);
  const run = await startIn(session, changeSet, {
    onEvent: (_event, { items }) =>
      items.forEach(({ status: { state } }, item) => {
        if (seen[item]?.at(-1) !== state) seen[item]?.push(state);
      }),
  });
  const state = await made.time.until(run.finished);
  const proofs = state.items.map(({ status }) => ('proof' in status ? status.proof : undefined));
  // Every proof is a read of this run, under the id that it names.
  for (const proof of proofs) {
    const read = session.reads.find(({ clientRequestId }) => clientRequestId === proof?.clientRequestId);
    expect([proof?.delegationId, proof?.copyId]).toContain(read?.target);
    expect(read?.at).toBe(proof?.readAt);
  }
  return { state, seen, proofs };
}

describe('what a person sees of each step, and what proves it', () => {
  it('a delegation', async () => {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const { seen, proofs } = await watched(made, changeSet);
    expect(seen).toEqual([['waiting', 'checking', 'delegating', 'confirming', 'done']]);
    expect(proofs).toMatchObject([{ delegationId: made.azure.delegations()[0]?.id, copyId: copy.id }]);
  });

  it('a delegation that needs a copy of its own', async () => {
    const made = azureWith(offer([copy]), places, { references: 'refused' });
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [
      resourceGroup(2, 'x'),
      resourceGroup(2, 'y'),
    ]);
    const { seen, state } = await watched(made, changeSet);
    const each = ['waiting', 'checking', 'delegating', 'writingCopy', 'delegating', 'confirming', 'done'];
    expect(seen).toEqual([each, each]);
    // Both need the copy: it stands on record once, for both.
    expect(state.shared.map(({ kind }) => kind)).toEqual(['writeCopy']);
  });

  it('taking an offer in', async () => {
    const made = azureWith(incoming, places);
    const changeSet = makeAcceptance<never>({ ...who, offer: incoming, into: own, delegate: [] });
    const { seen, proofs } = await watched(made, changeSet);
    expect(seen).toEqual([['waiting', 'checking', 'writingCopy', 'confirming', 'done']]);
    expect(proofs).toMatchObject([{ copyId: made.azure.copies()[0]?.id }]);
    expect(proofs[0]).not.toHaveProperty('delegationId');
  });

  it('an update', async () => {
    const made = azureWith(offer([copy]), places);
    const changeSet = makeUpdate<never>({ ...facts, offer: offer([copy]), to: content('2.0.0') });
    const { seen, proofs } = await watched(made, changeSet);
    expect(seen).toEqual([['waiting', 'checking', 'updating', 'confirming', 'done']]);
    expect(proofs).toMatchObject([{ copyId: copy.id }]);
  });

  it('a removal, of the copy too, and what is written again', async () => {
    const made = azureWith(ours, places);
    made.azure.seed({ copies: [keptCopy], delegations: [kept] });
    const { seen, proofs } = await watched(made, makeRemoval<never>({ ...removal, reapply: true }));
    expect(seen).toEqual([
      ['waiting', 'checking', 'removing', 'confirming', 'done'],
      ['waiting', 'checking', 'removingCopy', 'confirming', 'done'],
      ['waiting', 'checking', 'reapplying', 'confirming', 'done'],
      ['waiting', 'checking', 'reapplying', 'confirming', 'done'],
    ]);
    expect(proofs).toMatchObject([
      { delegationId: taken.id, copyId: copy.id, gone: true },
      { copyId: copy.id, gone: true },
      { copyId: keptCopy.id },
      { delegationId: kept.id, copyId: keptCopy.id },
    ]);
  });

  it('a write whose answer was lost is in doubt until it has been looked for', async () => {
    const made = azureWith(offer([copy]), places, { settlingMs: 0 });
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const { seen } = await watched(made, changeSet, faults('writeDelegation', 'lostAfter'));
    expect(seen).toEqual([['waiting', 'checking', 'delegating', 'unknown', 'done']]);
  });
});

describe('what is there is looked at before anything is written', () => {
  const { plan: _, ...bare } = content();
  const name = 'dddddddd-1111-4000-8000-000000000001';
  const template: Offer = {
    ...offer([copyIn(1, bare)]),
    namesAt: () => ({ copy: 'cccccccc-0000-4000-8000-000000000001', delegation: name }),
  };

  it('also where a list does not show yet what stands under the name that a template chose', async () => {
    const another = copyIn(2, { ...bare, name: 'Another' });
    const made = azureWith(template, places);
    const changeSet = changeSetFor(made.azure, made.time, template, [subscription(1)]);
    const id = delegationId(subscription(1).id, name);
    const stands = { id, scope: subscription(1).id, copyId: another.id, provisioning: 'succeeded' } as const;
    made.azure.seed({ copies: [another], delegations: [stands] });
    const session = new AzureSession(made.azure, made.time);
    const { port } = session;
    const run = await startIn(session, changeSet, { port: { ...port, listDelegations: async () => [] } });
    const state = await made.time.until(run.finished);
    expect(endsOf(state)).toEqual(['failed: changedByOther']);
    expect(made.azure.delegations().map(({ copyId }) => copyId)).toEqual([another.id]);
    expect(writesOf(made.azure)).toEqual([]);
  });

  it('and waited for, where it is just being taken away', async () => {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const [item] = changeSet.items;
    if (item?.does !== 'delegate') throw new Error('nothing to delegate');
    const [{ delegationId: id, copyId }] = item.ways;
    made.azure.seed({ delegations: [{ id, copyId, scope: item.scope.id, provisioning: 'succeeded' }] });
    made.azure.removeElsewhere(id, 20_000);
    const gone = made.time.now() + 20_000;
    const { state } = await carryOut(made.azure, made.time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(made.azure.audit[0]?.at).toBeGreaterThan(gone);
  });
});

describe('what Azure accepts and then cannot do', () => {
  it.each(['failed', 'canceled'] as const)('ends as it ended: %s', async (provisioning) => {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const session = new AzureSession(made.azure, made.time);
    const { port } = session;
    const run = await startIn(session, changeSet, {
      port: {
        ...port,
        readDelegation: async (id, ids) => {
          const found = await port.readDelegation(id, ids);
          return found && { ...found, provisioning };
        },
      },
    });
    const state = await made.time.until(run.finished);
    const code = provisioning === 'failed' ? 'operationFailed' : 'operationCanceled';
    expect(endsOf(state)).toEqual([`failed: ${code}`]);
    expect(writesOf(made.azure)).toEqual(['writeDelegation']);
  });

  it('is a copy that nothing can refer to yet', async () => {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    made.azure.seed({ copies: [{ ...copy, provisioning: 'failed' }] });
    const { state } = await carryOut(made.azure, made.time, changeSet);
    expect(endsOf(state)).toEqual(['failed: copyNotReady']);
    expect(writesOf(made.azure)).toEqual([]);
  });

  it('is what somebody takes away while it is being confirmed', async () => {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const session = new AzureSession(made.azure, made.time);
    const run = await startIn(session, changeSet, {
      onEvent: (event) => {
        if (event.type !== 'answered') return;
        for (const { id } of made.azure.delegations()) made.azure.removeElsewhere(id, 3_600_000);
      },
    });
    const state = await made.time.until(run.finished);
    expect(state.items[0]?.status).toMatchObject({ problem: { code: 'changedByOther', what: 'delegation' } });
    expect(writesOf(made.azure)).toEqual(['writeDelegation']);
  });
});

describe('what is given away is looked at until the end', () => {
  it('is not done where somebody changes the copy while the delegation is confirmed', async () => {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const run = await startIn(new AzureSession(made.azure, made.time), changeSet, {
      onEvent: (event) => {
        if (event.type === 'answered') made.azure.seed({ copies: [{ ...copy, ...content('2.0.0') }] });
      },
    });
    const state = await made.time.until(run.finished);
    expect(state.items[0]?.status).toMatchObject({ problem: { code: 'changedByOther', what: 'copy' } });
  });
});

describe('a request that is taken back by a stop', () => {
  async function stoppedAt(method: 'listDelegations' | 'writeDelegation', azure?: AzureAnswer) {
    const made = azureWith(offer([copy]), places);
    const changeSet = changeSetFor(made.azure, made.time, offer([copy]), [subscription(2)]);
    const session = new AzureSession(made.azure, made.time);
    let stop = () => {};
    const takenBack = async () => {
      stop();
      throw new ProblemError({ code: 'stopped', ...(azure && { azure }) });
    };
    const run = await startIn(session, changeSet, { port: { ...session.port, [method]: takenBack } });
    stop = () => run.stop();
    const state = await made.time.until(run.finished);
    return { ...made, run, state, attempts: state.items[0]?.attempts ?? [] };
  }

  it('leaves nothing in doubt, and nothing sent', async () => {
    const { azure, state } = await stoppedAt('listDelegations');
    expect([endsOf(state), state.phase.name, writesOf(azure)]).toEqual([['stopped'], 'stopped', []]);
  });

  it('is on record as never sent, where it was a write', async () => {
    const { state, attempts } = await stoppedAt('writeDelegation');
    expect(endsOf(state)).toEqual(['stopped']);
    expect(attempts).toMatchObject([{ end: { outcome: 'notSent', problem: { code: 'stopped' } } }]);
  });

  it('is on record as refused, where Azure had sent it back before', async () => {
    const { state, attempts } = await stoppedAt('writeDelegation', { status: 429 });
    expect(endsOf(state)).toEqual(['stopped']);
    expect(attempts).toMatchObject([{ end: { outcome: 'refused', problem: { code: 'stopped' } } }]);
    const { attempts: without } = await stoppedAt('writeDelegation', {});
    expect(without).toMatchObject([{ end: { outcome: 'notSent' } }]);
  });
});

it('counts what has ended, one way or another', () => {
  const states = ['waiting', 'checking', 'stopped', 'stopped', 'confirming'] as const;
  const counts = countsOf({ items: states.map((state) => ({ status: { state }, attempts: [] })) });
  expect(counts).toMatchObject({ waiting: 1, working: 2, stopped: 2 });
  expect(finishedOf(counts)).toBe(2);
  expect(finishedOf({ ...counts, done: 1, already: 2, failed: 4, unknown: 8, stopped: 16 })).toBe(31);
});
