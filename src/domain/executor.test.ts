import { describe, expect, it } from 'vitest';
import { azureWith, carryOut, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import type { Fault, Trouble } from '../../test/domain/azureSession.ts';
import { content, copyIn, offer, resourceGroup, subscription } from '../../test/domain/offers.ts';
import type { Run } from './executor.ts';
import { startRun, worthRetrying } from './executor.ts';
import { memoryJournal } from './journal.ts';
import type { Phase, RunState } from './run.ts';
import { delegationId } from './ids.ts';
import { countsOf } from './run.ts';

const accepted = offer([copyIn(1)]);

function endsOf({ items }: RunState): readonly string[] {
  return items.map(({ status }) => ('problem' in status ? `${status.state}: ${status.problem.code}` : status.state));
}

function writesOf(azure: { readonly audit: readonly { kind: string; committed: boolean }[] }): readonly string[] {
  return azure.audit.map(({ kind, committed }) => (committed ? kind : `${kind} refused`));
}

/** Befalls the first requests of one kind, in order. */
function faults(operation: string, ...list: readonly Fault[]): Trouble {
  return { faultAt: (op, _target, n) => (op === operation ? list[n] : undefined) };
}

/** Resolves when the run is in this phase. */
function reached(run: Run, name: Phase['name']): Promise<void> {
  return new Promise((resolve) => {
    const leave = run.subscribe(() => {
      if (run.state().phase.name !== name) return;
      leave();
      resolve();
    });
  });
}

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

  it('stores copies once Azure has refused a reference, one per subscription', async () => {
    const scopes = [subscription(1), resourceGroup(2, 'one'), resourceGroup(2, 'two'), subscription(3)];
    const { azure, time } = azureWith(accepted, scopes, { references: 'refused' });
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, scopes));
    expect(endsOf(state)).toEqual(['done', 'done', 'done', 'done']);
    expect(state.referencesRefused).toBe(true);
    expect(azure.audit.filter(({ kind }) => kind === 'writeCopy')).toHaveLength(2);
    expect(azure.copies()).toHaveLength(3);
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

  it('adopts what a colleague delegated in the meantime, under whatever id', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const id = delegationId(subscription(2).id, 'dddddddd-0000-4000-8000-000000000001');
    azure.seed({
      delegations: [{ id, scope: subscription(2).id, copyId: accepted.copies[0].id, provisioning: 'succeeded' }],
    });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['already']);
    expect(azure.audit).toEqual([]);
  });

  it('stops where a colleague delegated another version in the meantime', async () => {
    const newer = copyIn(2, content('2.0.0'));
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const id = delegationId(subscription(2).id, 'dddddddd-0000-4000-8000-000000000001');
    azure.seed({
      copies: [newer],
      delegations: [{ id, scope: subscription(2).id, copyId: newer.id, provisioning: 'succeeded' }],
    });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['failed: changedByOther']);
    expect(azure.audit).toEqual([]);
  });

  it('refers to no copy that was updated after the review', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    azure.seed({ copies: [{ ...accepted.copies[0], ...content('2.0.0') }] });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['failed: changedByOther']);
    expect(azure.audit).toEqual([]);
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

describe('what others do meanwhile', () => {
  const portalName = 'dddddddd-0000-4000-8000-000000000001';

  it('is adopted, though Azure was the first to say so', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    // After the run has looked, and before its write arrives.
    void time.wait(900).then(() => azure.delegateElsewhere(subscription(2).id, accepted.copies[0].id, portalName));
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['already']);
    expect(writesOf(azure)).toEqual(['writeDelegation refused']);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('is waited for, where a delegation that is being taken away lingers', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    await carryOut(azure, time, changeSet);
    const [there] = azure.delegations();
    if (!there) throw new Error('not there');
    azure.removeElsewhere(there.id, 20_000);
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.delegations()).toMatchObject([{ id: there.id, provisioning: 'succeeded' }]);
  });

  it('is waited for, where one of theirs lingers and Azure refuses ours', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    azure.delegateElsewhere(subscription(2).id, accepted.copies[0].id, portalName);
    const [theirs] = azure.delegations();
    if (!theirs) throw new Error('not there');
    azure.removeElsewhere(theirs.id, 6_000);
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('stops the item where the copy is gone, and stores no other one', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const { azure: empty, time: elsewhere } = azureWith(offer([copyIn(3)]), [subscription(2)]);
    const { state } = await carryOut(empty, elsewhere, changeSet);
    expect(endsOf(state)).toEqual(['failed: copyMissing']);
    expect(empty.audit).toEqual([]);
  });
});

describe('the first write', () => {
  it('is a registration, where one is needed', async () => {
    const scopes = [subscription(1), subscription(2), subscription(3)];
    const { azure, time } = azureWith(accepted, [subscription(1), subscription(2)]);
    await carryOut(azure, time, changeSetFor(azure, time, accepted, scopes));
    expect(azure.audit[0]?.kind).toBe('register');
  });

  it('goes alone, so that a demand for multi-factor authentication meets one item only', async () => {
    const scopes = Array.from({ length: 20 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const session = new AzureSession(azure, time, { faultAt: () => undefined, mfaFromWrite: 0 });
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes));
    await time.until(reached(run, 'paused'));
    expect(run.state().phase).toMatchObject({
      name: 'paused',
      why: 'stepUp',
      problem: { code: 'mfaNeeded', claims: 'e30=' },
    });
    expect(azure.audit).toHaveLength(1);
    expect(countsOf(run.state()).needsYou).toBe(1);

    session.metMfa = true;
    run.resume();
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(scopes.map(() => 'done'));
    expect(azure.audit).toHaveLength(21);
  });
});

describe('a sign-in that is needed in the middle', () => {
  /** A run of 30 that Azure asks to sign in again from its fifth write on. */
  async function askedInTheMiddle() {
    const scopes = Array.from({ length: 30 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const session = new AzureSession(azure, time, { faultAt: () => undefined, mfaFromWrite: 5 });
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes));
    await time.until(reached(run, 'paused'));
    return { azure, time, session, run, scopes };
  }

  it('pauses only when every request under way is answered, and then sends nothing', async () => {
    const { azure, time, session, run } = await askedInTheMiddle();
    const open = run.state().items.flatMap(({ attempts }) => attempts.filter(({ end }) => end === undefined));
    expect(open).toEqual([]);
    const [writes, reads] = [azure.audit.length, session.reads.length];
    await time.until(time.wait(3_600_000));
    expect(azure.audit).toHaveLength(writes);
    expect(session.reads).toHaveLength(reads);
    expect(run.state().phase.name).toBe('paused');
  });

  it('ends no item, and goes on with the same ones', async () => {
    const { azure, time, session, run, scopes } = await askedInTheMiddle();
    const { needsYou, failed, unknown, stopped } = countsOf(run.state());
    expect({ failed, unknown, stopped }).toEqual({ failed: 0, unknown: 0, stopped: 0 });
    expect(needsYou).toBeGreaterThan(0);
    session.metMfa = true;
    run.resume();
    expect(countsOf(run.state()).needsYou).toBe(0);
    expect(endsOf(await time.until(run.finished))).toEqual(scopes.map(() => 'done'));
    expect(azure.delegations()).toHaveLength(30);
  });

  it('that was refused asks again, with one request only', async () => {
    const { azure, time, run } = await askedInTheMiddle();
    const writes = azure.audit.length;
    run.resume();
    await time.until(reached(run, 'paused'));
    expect(azure.audit.length - writes).toBe(1);
  });
});

describe('one slow subscription', () => {
  it('holds up no other', async () => {
    const slow = ['a', 'b', 'c', 'd'].map((name) => resourceGroup(2, name));
    const others = Array.from({ length: 8 }, (_, n) => subscription(n + 3));
    const { azure, time } = azureWith(accepted, others, { registeringMs: 500_000 });
    const began = time.now();
    const ends = new Map<number, number>();
    const run = await startIn(
      new AzureSession(azure, time),
      changeSetFor(azure, time, accepted, [...slow, ...others]),
      {
        window: 3,
        onEvent: (event) => event.type === 'ended' && ends.set(event.item, event.at - began),
      },
    );
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(state.items.map(() => 'done'));
    const late = [...ends.values()].filter((at) => at > 60_000);
    expect(late).toHaveLength(slow.length);
  });
});

describe('without a network', () => {
  it('waits without spending attempts, and goes on by itself', async () => {
    const scopes = Array.from({ length: 5 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const phases: string[] = [];
    const trouble = { faultAt: () => undefined, offline: { from: time.now() + 1000, to: time.now() + 3_600_000 } };
    const run = await startIn(new AzureSession(azure, time, trouble), changeSetFor(azure, time, accepted, scopes), {
      onEvent: (_event, { phase }) => phases.at(-1) === phase.name || phases.push(phase.name),
    });
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(scopes.map(() => 'done'));
    expect(phases).toEqual(['running', 'pausing', 'paused', 'running', 'finished']);
    expect(azure.audit).toHaveLength(5);
  });
});

describe('stop', () => {
  it('sees through what is under way and starts no more; retry does the rest', async () => {
    const scopes = Array.from({ length: 10 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, scopes), {
      window: 2,
    });
    await time.until(time.wait(3000));
    run.stop();
    const stoppedAt = time.now();
    const state = await time.until(run.finished);
    expect(state.phase.name).toBe('stopped');
    const { done, stopped } = countsOf(state);
    expect(done).toBeGreaterThan(0);
    expect(stopped).toBeGreaterThan(0);
    expect(done + stopped).toBe(10);
    // What had left before the stop may reach Azure a moment after it.
    expect(azure.audit.filter(({ at }) => at > stoppedAt + 200)).toEqual([]);
    expect(azure.delegations()).toHaveLength(done);

    run.retry();
    const again = await time.until(run.finished);
    expect(endsOf(again)).toEqual(scopes.map(() => 'done'));
    expect(azure.audit).toHaveLength(10);
  });

  it('during a pause ends at once, and says what it does not know', async () => {
    const scopes = [subscription(1), subscription(2)];
    const { azure, time } = azureWith(accepted, scopes);
    const trouble = { faultAt: () => undefined, offline: { from: time.now() + 3000, to: Infinity } };
    const run = await startIn(new AzureSession(azure, time, trouble), changeSetFor(azure, time, accepted, scopes), {
      window: 1,
    });
    await time.until(time.wait(10_000));
    expect(run.state().phase.name).toBe('paused');
    run.stop();
    const state = await time.until(run.finished);
    expect(state.phase.name).toBe('stopped');
    expect(endsOf(state)).toEqual(['unknown: stopped', 'unknown: stopped']);
  });
});

describe('retry', () => {
  it('tries failed items again, and nothing else', async () => {
    const refused = new Map([[subscription(2).id, { code: 'notAllowed' as const }]]);
    const scopes = [subscription(1), subscription(2)];
    const { azure, time } = azureWith(accepted, scopes, { refused });
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, scopes));
    expect(endsOf(await time.until(run.finished))).toEqual(['done', 'failed: notAllowed']);
    refused.clear();
    run.retry();
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(['done', 'done']);
    expect(state.items.map(({ attempts }) => attempts.length)).toEqual([1, 2]);
    expect(writesOf(azure)).toEqual(['writeDelegation', 'writeDelegation refused', 'writeDelegation']);
  });

  it('passes over what is there and what still runs, and by default what only another change set can help', async () => {
    const scopes = [subscription(1), subscription(2), subscription(3)];
    const newer = copyIn(3, content('2.0.0'));
    const { azure, time } = azureWith(accepted, scopes);
    const changeSet = changeSetFor(azure, time, accepted, scopes);
    const id = delegationId(subscription(3).id, 'dddddddd-0000-4000-8000-000000000001');
    azure.seed({
      copies: [newer],
      delegations: [{ id, scope: subscription(3).id, copyId: newer.id, provisioning: 'succeeded' }],
    });
    const run = await startIn(new AzureSession(azure, time), changeSet);
    run.retry([0, 1, 2]);
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(['done', 'done', 'failed: changedByOther']);
    expect(worthRetrying(state)).toEqual([]);
    run.retry();
    expect(run.state()).toBe(state);
    azure.removeElsewhere(id, 0);
    run.retry([0, 2]);
    expect(countsOf(run.state())).toMatchObject({ done: 2, waiting: 1 });
    expect(endsOf(await time.until(run.finished))).toEqual(['done', 'done', 'done']);
  });

  it('is possible while the others still run', async () => {
    const refused = new Map([[subscription(1).id, { code: 'notAllowed' as const }]]);
    const scopes = [subscription(1), subscription(2), subscription(3)];
    const { azure, time } = azureWith(accepted, scopes, { refused });
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, scopes));
    await time.until(time.wait(5000));
    expect(countsOf(run.state())).toMatchObject({ failed: 1, working: 2 });
    refused.clear();
    run.retry([0]);
    expect(endsOf(await time.until(run.finished))).toEqual(['done', 'done', 'done']);
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
