import { describe, expect, it } from 'vitest';
import { copyIn, customer, offer, owner, subscription } from '../../test/domain/offers.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import { azureWith, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { fingerprintOf } from './fingerprint.ts';
import { principalId, tenantId } from './ids.ts';
import { idsOnly, memoryJournal, resumeRun } from './journal.ts';
import { ProblemError } from './problem.ts';
import { countsOf } from './run.ts';
import type { RunEvent } from './run.ts';

const accepted = offer([copyIn(1)]);
const scopes = [1, 2, 3, 4].map(subscription);

/** A journal of a run that was left after this many milliseconds. */
async function leftAfter(ms: number) {
  const { azure, time } = azureWith(accepted, scopes);
  const changeSet = changeSetFor(azure, time, accepted, scopes);
  const session = new AzureSession(azure, time);
  const events: RunEvent[] = [];
  await startIn(session, changeSet, { journal: session.journal(events) });
  await time.until(time.wait(ms));
  return {
    events: [...events],
    changeSet,
    fingerprint: await fingerprintOf(changeSet, session.surroundings()),
    now: time.now(),
  };
}

describe('going on with a run', () => {
  it('shows what is done, what is unknown and what is to go', async () => {
    // The first write is under way, and the others wait for it.
    const { events, changeSet, fingerprint, now } = await leftAfter(1000);
    const left = resumeRun(events, changeSet, fingerprint, now);
    if (!('state' in left)) throw new Error(left.cannot);
    expect(countsOf(left.state)).toMatchObject({ done: 0, unknown: 1, waiting: 3 });
    expect(left.state.phase.name).toBe('running');
  });

  it('is refused to another person, in another tenant, and for another change set', async () => {
    const { events, changeSet, fingerprint, now } = await leftAfter(1500);
    const other = '99999999-0000-4000-8000-000000000009';
    expect(resumeRun(events, { ...changeSet, actor: principalId(other) }, fingerprint, now)).toEqual({
      cannot: 'otherPerson',
    });
    expect(resumeRun(events, { ...changeSet, tenantId: tenantId(other) }, fingerprint, now)).toEqual({
      cannot: 'otherPerson',
    });
    expect(resumeRun(events, changeSet, 'another', now)).toEqual({ cannot: 'otherChangeSet' });
    expect(resumeRun(events, { ...changeSet, items: [] }, fingerprint, now)).toEqual({ cannot: 'otherChangeSet' });
  });

  it('ends in a word, not in a fault, where the journal is empty or broken', async () => {
    const { events, changeSet, fingerprint, now } = await leftAfter(1500);
    expect(resumeRun([], changeSet, fingerprint, now)).toEqual({ cannot: 'noRun' });
    expect(resumeRun(events.slice(1), changeSet, fingerprint, now)).toEqual({ cannot: 'unreadable' });
    const broken: RunEvent[] = [...events, { type: 'entered', item: 99, activity: 'checking', at: 0 }];
    expect(resumeRun(broken, changeSet, fingerprint, now)).toEqual({ cannot: 'unreadable' });
  });
});

describe('what is kept', () => {
  it('are ids and codes, never words of Azure or a claims challenge', () => {
    const azure = {
      status: 403,
      code: 'AuthorizationFailed',
      message: "The client 'kim@contoso.example' may not",
      clientRequestId: 'one',
    };
    const { message: _, ...ids } = azure;
    expect(
      idsOnly({ type: 'ended', at: 1, item: 0, end: { state: 'failed', problem: { code: 'notAllowed', azure } } }),
    ).toEqual({
      type: 'ended',
      at: 1,
      item: 0,
      end: { state: 'failed', problem: { code: 'notAllowed', azure: ids } },
    });
    expect(
      idsOnly({
        type: 'answered',
        at: 1,
        clientRequestId: 'one',
        end: { outcome: 'refused', problem: { code: 'notAllowed', azure } },
      }),
    ).toMatchObject({ end: { problem: { azure: ids } } });
    expect(idsOnly({ type: 'paused', at: 1, why: 'stepUp', problem: { code: 'mfaNeeded', claims: 'secret' } })).toEqual(
      {
        type: 'paused',
        at: 1,
        why: 'stepUp',
        problem: { code: 'mfaNeeded' },
      },
    );
  });

  it('stands in the journal before the request leaves', async () => {
    const { azure, time } = azureWith(accepted, scopes);
    const changeSet = changeSetFor(azure, time, accepted, scopes);
    const late: string[] = [];
    const slow = {
      ...memoryJournal(),
      append: async (event: RunEvent) => {
        await time.wait(50);
        const sent = azure.audit.map(({ clientRequestId }) => clientRequestId);
        if (event.type === 'attempted' && sent.includes(event.attempt.clientRequestId)) late.push(event.attempt.target);
      },
    };
    const run = await startIn(new AzureSession(azure, time), changeSet, { journal: slow });
    const { items } = await time.until(run.finished);
    expect(items.map(({ status }) => status.state)).toEqual(scopes.map(() => 'done'));
    expect(late).toEqual([]);
  });

  it('decides: what cannot be written down is not sent', async () => {
    const { azure, time } = azureWith(accepted, scopes);
    const changeSet = changeSetFor(azure, time, accepted, scopes);
    const full = { ...memoryJournal(), append: () => Promise.reject(new ProblemError({ code: 'storageBlocked' })) };
    const run = await startIn(new AzureSession(azure, time), changeSet, { journal: full });
    const state = await time.until(run.finished);
    expect(azure.audit).toEqual([]);
    expect(state.items.map(({ status }) => 'problem' in status && status.problem.code)).toEqual(
      scopes.map(() => 'storageBlocked'),
    );
    expect(state.items.flatMap(({ attempts }) => attempts.map(({ end }) => end?.outcome))).toEqual(
      scopes.map(() => 'notSent'),
    );
  });
});

describe('a journal in memory', () => {
  it('gives back what was appended, until it is cleared', async () => {
    const journal = memoryJournal();
    const event: RunEvent = {
      type: 'started',
      at: 0,
      runId: 'run',
      tenantId: customer,
      actor: owner,
      fingerprint: 'f',
      items: 1,
    };
    await journal.append(event);
    expect(await journal.load()).toEqual([event]);
    await journal.clear();
    expect(await journal.load()).toEqual([]);
  });
});
