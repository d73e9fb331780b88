import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { worldRuns } from '../../test/domain/worldRuns.ts';
import { carryOut } from '../../test/domain/runs.ts';
import { storms, weather, type Aftermath } from '../../test/domain/storms.ts';
import { itemsDoing } from './changeSet.ts';
import { idKey, sameId } from './ids.ts';
import { idsOnly, replayRun } from './journal.ts';
import { makeReceipt } from './makeReceipt.ts';
import type { Attempt } from './run.ts';
import { isOver } from './run.ts';

// Thousands of worlds take their time.
vi.setConfig({ testTimeout: 24 * 3_600_000 });

describe('a run that anything may happen to, while others act and pages are gone', () => {
  it('keeps every promise', async () => {
    await fc.assert(
      fc.asyncProperty(storms, async (storm) => {
        const after = await weather(storm);
        everythingEnded(after);
        nothingBeyondTheReview(after);
        nothingAfterTheStop(after);
        atMostOncePerScope(after);
        whatIsDoneWasReadBack(after);
        whatFailedIsNotThere(after);
        await theReceiptIsAzuresLog(after);
        theJournalTellsTheSame(after);
        requestsAreBounded(after);
        await anotherRunWritesNothing(after);
      }),
      worldRuns,
    );
  });
});

function attemptsOf({ state }: Aftermath): readonly Attempt[] {
  return [...state.items.flatMap(({ attempts }) => attempts), ...state.shared];
}

/** I5: nothing goes on for ever, and no write is without an end. */
function everythingEnded(after: Aftermath): void {
  expect(isOver(after.state)).toBe(true);
  for (const { status, endedAt } of after.state.items) {
    expect(['done', 'already', 'failed', 'unknown', 'stopped']).toContain(status.state);
    expect(endedAt).toBeDefined();
  }
  for (const { end } of attemptsOf(after)) expect(end).toBeDefined();
}

/** I1: what was reviewed, byte for byte, and nothing else. */
function nothingBeyondTheReview({ made, changeSet }: Aftermath): void {
  const reviewed = new Set<string>([
    ...changeSet.registrations.map((id) => `register ${id}`),
    ...itemsDoing(changeSet, 'delegate').flatMap(({ ways }) =>
      ways.map((way) => `writeDelegation ${way.delegationId}`),
    ),
    ...itemsDoing(changeSet, 'delegate').flatMap(({ ways }) =>
      ways.flatMap((way) => (way.kind === 'copy' ? `writeCopy ${way.copyId}` : [])),
    ),
  ]);
  for (const { kind, target, content } of made.azure.audit) {
    expect(reviewed).toContain(`${kind} ${target}`);
    if (content) expect(content).toEqual(changeSet.offer.content);
  }
}

/** I2: a write that had left may still arrive within its way to Azure; none leaves after the stop. */
function nothingAfterTheStop({ made, stop, sessions, journal }: Aftermath): void {
  if (!stop) return;
  const [first] = sessions;
  expect(first?.sentWrites.filter(({ at }) => at > stop.at)).toEqual([]);
  // A page that was gone before it could write the wish down is asked again, and the person has gone on.
  if (!journal.some(({ type }) => type === 'stopping')) return;
  expect(made.azure.audit.filter(({ at }) => at > stop.at + 60_000)).toEqual([]);
}

/** I3: whatever the retries, the pages and the others. */
function atMostOncePerScope({ storm, made, changeSet }: Aftermath): void {
  const there = made.azure
    .delegations()
    .filter(({ provisioning }) => provisioning !== 'failed' && provisioning !== 'deleting');
  for (const { scope } of changeSet.items) {
    const here = there.filter((delegation) => sameId(delegation.scope, scope.id));
    const copies = here.map(({ copyId }) => idKey(copyId));
    expect(new Set(copies).size).toBe(copies.length);
    if (storm.others.length === 0) expect(here.length).toBeLessThanOrEqual(1);
  }
}

/** I4: done, and found done, means that it was seen at its own address, finished, by the request that the proof names. */
function whatIsDoneWasReadBack({ state, changeSet, sessions, updates }: Aftermath): void {
  const reads = new Map(sessions.flatMap((session) => session.reads).map((read) => [read.clientRequestId, read]));
  state.items.forEach(({ status }, index) => {
    if (status.state !== 'done' && status.state !== 'already') return;
    const { proof } = status;
    const read = reads.get(proof.clientRequestId);
    // A copy that somebody had updated by then gives something else away than was reviewed.
    const other = updates.filter(({ copyId, at }) => sameId(copyId, proof.copyId) && at < proof.readAt - 400);
    expect(other).toEqual([]);
    expect(read).toMatchObject({
      at: proof.readAt,
      target: proof.delegationId,
      seen: {
        id: proof.delegationId,
        copyId: proof.copyId,
        provisioning: 'succeeded',
        scope: changeSet.items[index]?.scope.id,
      },
    });
  });
}

/** I4: where nobody else acts, what failed is not there. */
function whatFailedIsNotThere({ made, state, changeSet, storm }: Aftermath): void {
  if (storm.others.length > 0) return;
  changeSet.items.forEach(({ scope }, index) => {
    if (state.items[index]?.status.state !== 'failed') return;
    const here = made.azure.delegations().filter((it) => sameId(it.scope, scope.id) && it.provisioning !== 'failed');
    expect(here).toEqual([]);
  });
}

/** I12: the receipt has every write that Azure saw, under its id and with its outcome, and counts each scope once. */
async function theReceiptIsAzuresLog({ made, state, changeSet }: Aftermath): Promise<void> {
  const receipt = await makeReceipt(
    {
      changeSet,
      state,
      app: { name: 'lighthouse-onboarding', version: '0.1.0' },
      zoneOffsetMinutes: 0,
      actor: { username: 'kim@contoso.example', name: 'Kim', homeTenantId: changeSet.tenantId, membership: 'member' },
      tenant: { id: changeSet.tenantId },
      explained: [],
      confirmation: { text: 'yes', language: 'en' },
    },
    { sha256: async (text) => createHash('sha256').update(text).digest('hex') },
  );
  const told = new Map(
    [...receipt.scopes.flatMap(({ attempts }) => attempts), ...receipt.shared].map((it) => [it.clientRequestId, it]),
  );
  for (const { clientRequestId, correlationId, committed } of made.azure.audit) {
    const attempt = told.get(clientRequestId);
    expect(attempt).toBeDefined();
    expect(correlationId).toBe(receipt.id);
    if (committed) expect(['accepted', 'unclear']).toContain(attempt?.outcome);
  }
  const known = new Set(made.azure.audit.map(({ clientRequestId }) => clientRequestId));
  for (const { clientRequestId, outcome } of told.values()) {
    if (outcome === 'accepted') expect(known).toContain(clientRequestId);
  }
}

/** What is kept on the device leads to the state that the person saw. */
function theJournalTellsTheSame({ journal, state, changeSet }: Aftermath): void {
  const told = replayRun(journal.map(idsOnly), changeSet, state.fingerprint);
  if (!('state' in told)) return expect.fail(told.cannot);
  expect(told.state.items.map(({ status }) => status.state)).toEqual(state.items.map(({ status }) => status.state));
  expect(told.state.phase.name).toBe(state.phase.name);
}

/** I10: within a budget, whatever goes wrong. */
function requestsAreBounded({ sessions, changeSet }: Aftermath): void {
  for (const { requests } of sessions) expect(requests).toBeLessThanOrEqual(100 * changeSet.items.length);
}

/** I6: what is there is left alone by another run of the same change set. */
async function anotherRunWritesNothing({ made, changeSet, state, storm }: Aftermath): Promise<void> {
  if (storm.others.length > 0) return;
  const there = changeSet.items.filter((_, n) => ['done', 'already'].includes(state.items[n]?.status.state ?? ''));
  const written = made.azure.audit.length;
  const again = await carryOut(made.azure, made.time, { ...changeSet, items: there });
  expect(again.state.items.map(({ status }) => status.state)).toEqual(there.map(() => 'already'));
  expect(made.azure.audit).toHaveLength(written);
}
