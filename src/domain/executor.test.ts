import { describe, expect, it } from 'vitest';
import { AzureSession } from '../../test/domain/azureSession.ts';
import type { Trouble } from '../../test/domain/azureSession.ts';
import { content, copyIn, offer, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { endsOf, faults, writesOf } from '../../test/domain/watching.ts';
import { startRun } from './executor.ts';
import { memoryJournal } from './journal.ts';
import { ProblemError } from './problem.ts';
import type { RunState } from './run.ts';

const accepted = offer([copyIn(1)]);

describe('a run', () => {
  it('refers to the copy that is there, and is done once that was read back', async () => {
    const scopes = [subscription(1), subscription(2)];
    const { azure, time } = azureWith(accepted, scopes);
    const { state, session } = await carryOut(azure, time, changeSetFor(azure, time, accepted, scopes));
    expect(state.phase).toEqual({ name: 'finished' });
    expect(endsOf(state)).toEqual(['done', 'done']);
    expect(writesOf(azure)).toEqual(['writeDelegation', 'writeDelegation']);
    expect(azure.delegations().map(({ scope, copyId }) => ({ scope, copyId }))).toEqual(
      scopes.map(({ id }) => ({ scope: id, copyId: accepted.copies[0].id })),
    );
    for (const { status } of state.items) {
      if (status.state !== 'done') throw new Error('not done');
      expect(session.reads.map(({ clientRequestId }) => clientRequestId)).toContain(status.proof.clientRequestId);
    }
  });

  it('asks Azure for no more than it must', async () => {
    const scopes = Array.from({ length: 20 }, (_, n) => subscription(n + 2));
    const { azure, time } = azureWith(accepted, scopes);
    const { session } = await carryOut(azure, time, changeSetFor(azure, time, accepted, scopes));
    // The copy once; per scope a look at what is there, the write, and a look once it has settled. The first one is looked
    // at four times, and teaches the others how long it takes.
    expect(session.requests).toBe(1 + 20 * 3 + 3);
  });

  it('registers a subscription once for all its resource groups, and tries at once', async () => {
    const scopes = ['one', 'two', 'three'].map((name) => resourceGroup(2, name));
    const { azure, time } = azureWith(accepted, [subscription(1)]);
    const began = time.now();
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, scopes));
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(azure.audit.filter(({ kind }) => kind === 'register')).toHaveLength(1);
    // Azure said no while it was registering; every refusal is on record with its own id.
    const refused = state.items.flatMap(({ attempts }) => attempts.filter(({ end }) => end?.outcome === 'refused'));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.startedAt).toBeLessThan(began + 5_000);
  });

  it('keeps trying while Azure says "registered" and does not yet know it everywhere', async () => {
    const scopes = [subscription(2)];
    const { azure, time } = azureWith(accepted, [subscription(1)], { propagatingMs: 60_000 });
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, scopes));
    expect(endsOf(state)).toEqual(['done']);
  });

  it('does not register what nobody reviewed', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1)]);
    const changeSet = { ...changeSetFor(azure, time, accepted, [subscription(2)]), registrations: [] };
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['failed: notRegistered']);
    expect(azure.registration(subscription(2).subscriptionId)).toBe('notRegistered');
  });

  it('keeps waiting where Azure does not yet show that it registers', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1)]);
    const session = new AzureSession(azure, time);
    const shownFrom = time.now() + 20_000;
    const run = await startIn(session, changeSetFor(azure, time, accepted, [subscription(2)]), {
      port: {
        ...session.port,
        readRegistration: async (id, ids) => {
          const state = await session.port.readRegistration(id, ids);
          return time.now() < shownFrom ? 'notRegistered' : state;
        },
      },
    });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
    expect(azure.audit.filter(({ kind }) => kind === 'register')).toHaveLength(1);
  });

  it('registers where the state cannot be read, because that does no harm', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const session = new AzureSession(azure, time);
    const blind = () => Promise.reject(new ProblemError({ code: 'notAllowed' }));
    const run = await startIn(session, changeSet, { port: { ...session.port, readRegistration: blind } });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
    expect(azure.registration(subscription(2).subscriptionId)).toBe('registered');
  });

  it('waits for a copy that Azure is still applying', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1), subscription(2)]);
    azure.writeCopy(accepted.copies[0].id, content());
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]));
    expect(endsOf(state)).toEqual(['done']);
    expect(writesOf(azure)).toEqual(['writeDelegation']);
  });

  it('stores copies once Azure has refused a reference, one per subscription', async () => {
    const scopes = [subscription(1), resourceGroup(2, 'one'), resourceGroup(2, 'two'), subscription(3)];
    const { azure, time } = azureWith(accepted, scopes, { references: 'refused' });
    const events: string[] = [];
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, scopes), {
      onEvent: ({ type }) => events.push(type),
    });
    const state = await time.until(run.finished);
    expect(events.filter((type) => type === 'referencesRefused')).toHaveLength(1);
    expect(endsOf(state)).toEqual(['done', 'done', 'done', 'done']);
    expect(state.referencesRefused).toBe(true);
    expect(azure.audit.filter(({ kind }) => kind === 'writeCopy')).toHaveLength(2);
    expect(azure.copies()).toHaveLength(3);
    // Azure says of a new copy at once that it is there: nobody waits for it.
    const inThird = azure.audit.filter(({ target, committed }) => committed && target.startsWith(subscription(3).id));
    expect(inThird.map(({ kind }) => kind)).toEqual(['writeCopy', 'writeDelegation']);
    expect((inThird[1]?.at ?? Infinity) - (inThird[0]?.at ?? 0)).toBeLessThan(1500);
  });

  it('never stores a copy because of a missing right, a policy or a fault of Azure', async () => {
    for (const code of ['notAllowed', 'deniedByPolicy', 'subscriptionDisabled'] as const) {
      const { azure, time } = azureWith(accepted, [subscription(2)], {
        refused: new Map([[subscription(2).id, { code }]]),
      });
      const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]));
      expect(endsOf(state)).toEqual([`failed: ${code}`]);
      expect(writesOf(azure)).toEqual(['writeDelegation refused']);
    }
  });

  it.each([
    ['lostAfter', ['writeDelegation']],
    ['lostBefore', ['writeDelegation']],
    ['azureDown', ['writeDelegation refused', 'writeDelegation']],
    ['throttled', ['writeDelegation refused', 'writeDelegation']],
    ['broken', ['writeDelegation']],
  ] as const)('reads before it writes again after "%s"', async (fault, writes) => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const { state } = await carryOut(azure, time, changeSet, faults('writeDelegation', fault));
    expect(endsOf(state)).toEqual(['done']);
    expect(writesOf(azure)).toEqual(writes);
  });

  it('never comes back earlier than Azure asked', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    await carryOut(azure, time, changeSet, faults('writeDelegation', 'throttled', 'throttled'));
    const [one, two, three] = azure.audit.map(({ at }) => at);
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThanOrEqual(7000);
    expect((three ?? 0) - (two ?? 0)).toBeGreaterThanOrEqual(7000);
  });

  it('says "unknown" when a write may have arrived and nothing can be read', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const lostForEver: Trouble = {
      faultAt: (operation, _target, n) =>
        operation === 'writeDelegation' || (operation === 'readDelegation' && n > 0) ? 'lostAfter' : undefined,
    };
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]), lostForEver);
    expect(endsOf(state)).toEqual(['unknown: noAnswer']);
    // The last thing that got no answer was a question. What is in doubt is the write.
    expect(state.items[0]?.status).toEqual({ state: 'unknown', problem: { code: 'noAnswer' } });
  });

  it('that got no answer to a question before anything was sent says that it was only asked', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const deaf: Trouble = {
      faultAt: (operation) => (operation.startsWith('read') ? 'lostBefore' : undefined),
    };
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]), deaf);
    expect(state.items[0]?.status).toEqual({ state: 'failed', problem: { code: 'noAnswer', asked: 'read' } });
    expect(azure.audit).toEqual([]);
  });

  it('says "unknown" after an answer that says nothing, when nothing can be read', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const trouble: Trouble = {
      faultAt: (operation) =>
        operation === 'writeDelegation' || operation === 'readDelegation' ? 'azureDown' : undefined,
    };
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const run = await startIn(new AzureSession(azure, time, trouble), changeSet);
    expect(endsOf(await time.until(run.finished))).toEqual(['unknown: azureDown']);
    // Trying again and still not seeing anything does not make it any more certain.
    run.retry();
    expect(endsOf(await time.until(run.finished))).toEqual(['unknown: azureDown']);
    expect(azure.audit).toHaveLength(1);
  });

  it('says "failed" when Azure does not let us look', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const session = new AzureSession(azure, time);
    const blind = () => Promise.reject(new ProblemError({ code: 'notAllowed' }));
    const run = await startIn(session, changeSetFor(azure, time, accepted, [subscription(2)]), {
      port: { ...session.port, listDelegations: blind },
    });
    expect(endsOf(await time.until(run.finished))).toEqual(['failed: notAllowed']);
    expect(azure.audit).toEqual([]);
  });

  it('says "failed" when Azure accepted the delegation and could not apply it', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)], { failing: new Set([subscription(2).id]) });
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]));
    expect(endsOf(state)).toEqual(['failed: operationFailed']);
  });

  it('gives up waiting for what never settles, and says that it does not know', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)], { settlingMs: 86_400_000 });
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]));
    expect(endsOf(state)).toEqual(['unknown: notSettled']);
  });

  it('writes nothing when a finished change set is run again', async () => {
    const scopes = [subscription(1), subscription(2), resourceGroup(3, 'one')];
    const { azure, time } = azureWith(accepted, []);
    const changeSet = changeSetFor(azure, time, accepted, scopes);
    await carryOut(azure, time, changeSet);
    const written = azure.audit.length;
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['already', 'already', 'already']);
    expect(azure.audit).toHaveLength(written);
  });
});

describe('startRun', () => {
  it('refuses a change set that is not the one that was reviewed', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const session = new AzureSession(azure, time);
    const tools = { port: session.port, surroundings: session.surroundings(), journal: memoryJournal() };
    await expect(startRun({ changeSet, fingerprint: 'another', ...tools })).rejects.toThrow(
      'not the one that was reviewed',
    );
    expect(session.steps).toBe(0);
  });

  it('ends at once where there is nothing to do', async () => {
    const { azure, time } = azureWith(accepted, []);
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, []));
    expect(state.phase.name).toBe('finished');
  });

  it('tells its listeners of every change until they leave', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1)]);
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, [subscription(1)]));
    const states: RunState[] = [];
    const leave = run.subscribe(() => states.push(run.state()));
    await time.until(time.wait(1000));
    const seen = states.length;
    leave();
    await time.until(run.finished);
    expect(seen).toBeGreaterThan(0);
    expect(states).toHaveLength(seen);
    expect(new Set(states).size).toBe(seen);
  });
});
