import { describe, expect, it } from 'vitest';
import { azureWith, carryOut, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import type { Fault, Trouble } from '../../test/domain/azureSession.ts';
import { content, copyIn, offer, resourceGroup, subscription } from '../../test/domain/offers.ts';
import type { RunState } from './run.ts';
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
    const id = `${subscription(2).id}/providers/Microsoft.ManagedServices/registrationAssignments/dddddddd-0000-4000-8000-000000000001`;
    azure.seed({
      delegations: [
        { id: id as never, scope: subscription(2).id, copyId: accepted.copies[0].id, provisioning: 'succeeded' },
      ],
    });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['already']);
    expect(azure.audit).toEqual([]);
  });

  it('stops where a colleague delegated another version in the meantime', async () => {
    const newer = copyIn(2, content('2.0.0'));
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const id = `${subscription(2).id}/providers/Microsoft.ManagedServices/registrationAssignments/dddddddd-0000-4000-8000-000000000001`;
    azure.seed({
      copies: [newer],
      delegations: [{ id: id as never, scope: subscription(2).id, copyId: newer.id, provisioning: 'succeeded' }],
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

describe('the first write', () => {
  it('goes alone, so that a demand for multi-factor authentication meets one item only', async () => {
    const scopes = Array.from({ length: 20 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const session = new AzureSession(azure, time, { faultAt: () => undefined, mfaFromWrite: 0 });
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes));
    const paused = new Promise<void>((resolve) => {
      run.subscribe(() => run.state().phase.name === 'paused' && resolve());
    });
    await time.until(paused);
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
});
