import { describe, expect, it } from 'vitest';
import type { AzureTraits } from '../../test/domain/azureTraits.ts';
import { AzureSession, noTrouble } from '../../test/domain/azureSession.ts';
import type { Trouble } from '../../test/domain/azureSession.ts';
import { content, copyIn, offer, subscription } from '../../test/domain/offers.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { endsOf, faults, reached, writesOf } from '../../test/domain/watching.ts';
import { worthRetrying } from './executor.ts';
import { delegationId } from './ids.ts';
import { memoryJournal, resumeRun } from './journal.ts';
import { ProblemError } from './problem.ts';
import { countsOf } from './run.ts';
import type { RunEvent } from './run.ts';

const accepted = offer([copyIn(1)]);

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

  it('is called a pause only when everything is in the journal', async () => {
    const scopes = Array.from({ length: 30 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const session = new AzureSession(azure, time, { faultAt: () => undefined, mfaFromWrite: 5 });
    const stored: RunEvent[] = [];
    let last = Promise.resolve();
    const inTurn = (event: RunEvent) => {
      last = last.then(() => time.wait(20)).then(() => void stored.push(event));
      return last;
    };
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes), {
      journal: { ...memoryJournal(), append: inTurn },
    });
    await time.until(reached(run, 'paused'));
    const answered = run
      .state()
      .items.flatMap(({ attempts }) => attempts.map(({ clientRequestId }) => clientRequestId));
    const inJournal = stored.flatMap((event) => (event.type === 'answered' ? event.clientRequestId : []));
    expect(inJournal.toSorted()).toEqual(answered.toSorted());
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
  it('gives up what only waits for its turn to be read', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSet, {
      port: {
        ...session.port,
        listDelegations: async (_scope, { stop }) => {
          await stop?.whenRequested();
          throw new ProblemError({ code: 'stopped' });
        },
      },
    });
    await time.until(time.wait(5000));
    expect(run.state().items[0]?.status.state).toBe('checking');
    run.stop();
    const state = await time.until(run.finished);
    expect(state.phase.name).toBe('stopped');
    expect(endsOf(state)).toEqual(['stopped']);
    expect(azure.audit).toEqual([]);
  });

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

  it('may be asked for by whoever is told of the run, and again while it stops', async () => {
    const scopes = Array.from({ length: 4 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, scopes), {
      window: 1,
    });
    const phases: string[] = [];
    run.subscribe(() => {
      phases.push(run.state().phase.name);
      run.stop();
    });
    const state = await time.until(run.finished);
    expect(state.phase.name).toBe('stopped');
    expect(phases.slice(0, 2)).toEqual(['running', 'stopping']);
    expect(countsOf(state).stopped).toBeGreaterThan(0);
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

describe('a stop', () => {
  const scopes = Array.from({ length: 6 }, (_, n) => subscription(n + 1));

  /** A run of six that is stopped after this many milliseconds, and what it asked for afterwards. */
  async function stoppedAfter(
    ms: number,
    trouble: Trouble,
    options: Parameters<typeof startIn>[2] = {},
    traits: Partial<AzureTraits> = {},
  ) {
    const { azure, time } = azureWith(accepted, scopes, traits);
    const session = new AzureSession(azure, time, trouble);
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes), options);
    await time.until(time.wait(ms));
    const reads = session.reads.length;
    run.stop();
    const stoppedAt = time.now();
    const state = await time.until(run.finished);
    return { azure, state, readsAfter: session.reads.length - reads, took: time.now() - stoppedAt };
  }

  it('asks Azure for nothing more on behalf of what has not begun', async () => {
    const { state, readsAfter } = await stoppedAfter(500, noTrouble, { window: 1 });
    expect(endsOf(state)).toEqual(scopes.map(() => 'stopped'));
    expect(readsAfter).toBeLessThanOrEqual(1);
  });

  it('does not wait for a registration', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1)], { registeringMs: 300_000 });
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSetFor(azure, time, accepted, [subscription(2)]));
    await time.until(time.wait(20_000));
    const reads = session.reads.length;
    run.stop();
    const stoppedAt = time.now();
    expect(endsOf(await time.until(run.finished))).toEqual(['stopped']);
    expect(time.now() - stoppedAt).toBeLessThan(1000);
    expect(session.reads.length - reads).toBeLessThanOrEqual(1);
  });

  it('comes before a write that was about to leave', async () => {
    const { azure, time } = azureWith(accepted, scopes);
    const slow = { ...memoryJournal(), append: () => time.wait(3000) };
    const run = await startIn(new AzureSession(azure, time), changeSetFor(azure, time, accepted, scopes), {
      journal: slow,
    });
    await time.until(time.wait(2000));
    run.stop();
    const state = await time.until(run.finished);
    expect(azure.audit).toEqual([]);
    expect(endsOf(state)).toEqual(scopes.map(() => 'stopped'));
    expect(state.items.flatMap(({ attempts }) => attempts.map(({ end }) => end?.outcome))).toEqual(['notSent']);
  });

  it.each(['lostBefore', 'azureDown'] as const)(
    'finds out first what became of a write that ended in "%s"',
    async (fault) => {
      const { state, azure } = await stoppedAfter(1500, faults('writeDelegation', fault), { window: 1 });
      expect(endsOf(state)).toEqual(scopes.map(() => 'stopped'));
      expect(azure.delegations()).toEqual([]);
    },
  );

  it('does not wait for a network that goes away', async () => {
    const { azure, time } = azureWith(accepted, scopes);
    const trouble = { faultAt: () => undefined, offline: { from: time.now() + 8000, to: Infinity } };
    const run = await startIn(new AzureSession(azure, time, trouble), changeSetFor(azure, time, accepted, scopes));
    await time.until(time.wait(7000));
    run.stop();
    const state = await time.until(run.finished);
    expect(state.phase.name).toBe('stopped');
    expect(endsOf(state)).toEqual(scopes.map(() => 'unknown: stopped'));
  });
});

describe('a page that is gone', () => {
  it('while Azure fails to apply a write has written it once', async () => {
    const failing = new Set([subscription(2).id]);
    const { azure, time } = azureWith(accepted, [subscription(2)], { failing });
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const events: RunEvent[] = [];
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSet, { journal: session.journal(events) });
    await time.until(time.wait(4000));
    time.abandonWaiters();
    const left = resumeRun(events, changeSet, run.state().fingerprint, time.now() + 60_000);
    if (!('state' in left)) throw new Error(left.cannot);
    await time.until(time.wait(60_000));
    const again = await startIn(new AzureSession(azure, time), changeSet, { seed: 2, from: left.state });
    expect(endsOf(await time.until(again.finished))).toEqual(['failed: operationFailed']);
    expect(writesOf(azure)).toEqual(['writeDelegation']);
  });
});

describe('a page that is gone after a stop', () => {
  it('is gone on with by verifying what was under way, and nothing else', async () => {
    const scopes = Array.from({ length: 6 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const changeSet = changeSetFor(azure, time, accepted, scopes);
    const events: RunEvent[] = [];
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSet, { window: 2, journal: session.journal(events) });
    await time.until(time.wait(1800));
    run.stop();
    await time.until(time.wait(1000));
    time.abandonWaiters();
    const { items, fingerprint } = run.state();
    const begun = items.filter(({ attempts }) => attempts.length > 0).length;
    const written = azure.audit.length;

    const left = resumeRun(events, changeSet, fingerprint, time.now());
    if (!('state' in left)) throw new Error(left.cannot);
    const again = await startIn(new AzureSession(azure, time), changeSet, { seed: 2, from: left.state });
    const state = await time.until(again.finished);
    expect(state.phase.name).toBe('stopped');
    expect(countsOf(state)).toMatchObject({ done: begun, stopped: 6 - begun });
    expect(azure.audit).toHaveLength(written);
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(6);
  });

  it('begins nothing more, though nothing but the wish to stop was put on record any more', async () => {
    const scopes = Array.from({ length: 3 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    const changeSet = changeSetFor(azure, time, accepted, scopes);
    const events: RunEvent[] = [];
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSet, { window: 1, journal: session.journal(events) });
    await time.until(time.wait(500));
    run.stop();
    await time.until(time.wait(500));
    time.abandonWaiters();
    const recorded = events.slice(0, 1 + events.findIndex(({ type }) => type === 'stopping'));
    const left = resumeRun(recorded, changeSet, run.state().fingerprint, time.now());
    if (!('state' in left)) throw new Error(left.cannot);
    const again = await startIn(new AzureSession(azure, time), changeSet, { seed: 2, from: left.state });
    expect(endsOf(await time.until(again.finished))).toEqual(['stopped', 'stopped', 'stopped']);
    expect(azure.audit).toEqual([]);
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
    const begun = run.state();
    run.retry([0, 1, 2]);
    expect(run.state()).toBe(begun);
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

  it('passes over what was there before', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(1)]);
    await carryOut(azure, time, changeSet);
    const run = await startIn(new AzureSession(azure, time), changeSet);
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(['already']);
    run.retry([0]);
    expect(run.state()).toBe(state);
  });

  it('keeps nothing from whoever waits for the end, or for a stop', async () => {
    const refused = new Map([[subscription(1).id, { code: 'notAllowed' as const }]]);
    const scopes = [subscription(1), subscription(2)];
    const { azure, time } = azureWith(accepted, scopes, { refused });
    const session = new AzureSession(azure, time);
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes), {
      port: {
        ...session.port,
        listDelegations: async (scope, ids) => {
          if (scope === subscription(1).id) return session.port.listDelegations(scope, ids);
          await ids.stop?.whenRequested();
          throw new ProblemError({ code: 'stopped' });
        },
      },
    });
    const { finished } = run;
    await time.until(time.wait(5000));
    expect(countsOf(run.state())).toMatchObject({ failed: 1, working: 1 });
    run.retry([0]);
    await time.until(time.wait(5000));
    run.stop();
    expect(endsOf(await time.until(finished))).toEqual(['failed: notAllowed', 'stopped']);
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
