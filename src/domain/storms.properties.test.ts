import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { worldRuns } from '../../test/domain/worldRuns.ts';
import { isSo, reviewedWrites } from '../../test/domain/reviewed.ts';
import { carryOut } from '../../test/domain/runs.ts';
import { storms, weather, type Aftermath } from '../../test/domain/storms.ts';
import { itemsDoing, subjectOf } from './changeSet.ts';
import { idKey, sameId } from './ids.ts';
import { idsOnly, replayRun } from './journal.ts';
import { makeReceipt } from './makeReceipt.ts';
import type { OfferContent } from './offer.ts';
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
        whatFailedIsNotSo(after);
        whatStaysIsWhole(after);
        nothingPointsNowhere(after);
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
function nothingBeyondTheReview({ azure, changeSet }: Aftermath): void {
  const may = reviewedWrites(changeSet);
  for (const { kind, target, content } of azure.audit) {
    expect([...may.keys()]).toContain(`${kind} ${target}`);
    if (content) expect(content).toEqual(may.get(`${kind} ${target}`));
  }
}

/** I2: a write that had left may still arrive within its way to Azure; none leaves after the stop. */
function nothingAfterTheStop({ azure, stop, sessions, journal }: Aftermath): void {
  if (!stop) return;
  const [first] = sessions;
  expect(first?.sentWrites.filter(({ at }) => at > stop.at)).toEqual([]);
  // A page that was gone before it could write the wish down is asked again, and the person has gone on.
  if (!journal.some(({ type }) => type === 'stopping')) return;
  expect(azure.audit.filter(({ at }) => at > stop.at + 60_000)).toEqual([]);
}

/** I3: whatever the retries, the pages and the others. */
function atMostOncePerScope({ storm, azure, changeSet }: Aftermath): void {
  const there = azure
    .delegations()
    .filter(({ provisioning }) => provisioning !== 'failed' && provisioning !== 'deleting');
  for (const item of changeSet.items) {
    const here = there.filter(({ scope }) => sameId(scope, item.scope.id));
    const copies = here.map(({ copyId }) => idKey(copyId));
    expect(new Set(copies).size).toBe(copies.length);
    if (item.does !== 'delegate' || storm.others.length > 0) continue;
    const ours = here.filter(({ copyId }) => item.ways.some((way) => sameId(way.copyId, copyId)));
    expect(ours.length).toBeLessThanOrEqual(1);
  }
}

/** I4: done, and found done, means that it was seen at its own address, finished, by the request that the proof names. */
function whatIsDoneWasReadBack({ state, changeSet, sessions, updates }: Aftermath): void {
  const reads = new Map(sessions.flatMap((session) => session.reads).map((read) => [read.clientRequestId, read]));
  state.items.forEach(({ status }, index) => {
    const item = changeSet.items[index];
    if (!item || (status.state !== 'done' && status.state !== 'already')) return;
    const { proof } = status;
    const read = reads.get(proof.clientRequestId);
    expect(read?.at).toBe(proof.readAt);
    expect(read?.target).toBe(proof.delegationId ?? proof.copyId);
    switch (item.does) {
      case 'delegate': {
        // A copy that somebody had updated by then gives something else away than was reviewed.
        const other = updates.filter(({ copyId, at }) => sameId(copyId, proof.copyId) && at < proof.readAt - 400);
        expect(other).toEqual([]);
        expect(read?.seen).toMatchObject({
          id: proof.delegationId,
          copyId: proof.copyId,
          provisioning: 'succeeded',
          scope: item.scope.id,
        });
        break;
      }
      case 'accept':
        expect(read?.seen).toMatchObject({
          id: item.copyId,
          provisioning: 'succeeded',
          ...access(changeSet.offer.content),
        });
        break;
      case 'update':
        expect(read?.seen).toMatchObject({ id: item.copyId, provisioning: 'succeeded', ...item.to });
        break;
      case 'reapplyCopy':
        expect(read?.seen).toMatchObject({ id: item.copyId, provisioning: 'succeeded', ...access(item.content) });
        break;
      case 'reapply':
        expect(read?.seen).toMatchObject({ id: item.delegationId, copyId: item.copyId, provisioning: 'succeeded' });
        break;
      case 'remove':
      case 'removeCopy':
        expect(proof.gone).toBe(true);
        expect(read?.seen).toBeUndefined();
        expect(read?.target).toBe(subjectOf(item));
    }
  });
}

function access({ managedByTenantId, authorizations }: OfferContent) {
  return { managedByTenantId, authorizations };
}

/** I4: where nobody else acts, what failed is not so. */
function whatFailedIsNotSo({ azure, state, changeSet, storm }: Aftermath): void {
  if (storm.others.length > 0) return;
  changeSet.items.forEach((item, index) => {
    // What stays was there all the time; whether it was written again is another promise.
    if (state.items[index]?.status.state !== 'failed' || item.does.startsWith('reapply')) return;
    expect(isSo(azure, changeSet, item)).toBe(false);
    if (item.does !== 'delegate') return;
    const ids = item.ways.map(({ delegationId }) => delegationId);
    const here = azure.delegations().filter(({ id, provisioning }) => ids.includes(id) && provisioning !== 'failed');
    expect(here).toEqual([]);
  });
}

/** What stays has its whole access where all that was removed took and all of it was written again. */
function whatStaysIsWhole({ azure, time, kept, state, changeSet, storm }: Aftermath): void {
  const again = itemsDoing(changeSet, 'reapply').map(({ delegationId }) => idKey(delegationId));
  if (storm.others.length > 0 || state.items.some(({ status }) => status.state !== 'done')) return;
  for (const { id } of kept) if (again.includes(idKey(id))) expect(azure.access.isWhole(id, time.now())).toBe(true);
}

/** A copy that something refers to stays, even where Azure would let it go. */
function nothingPointsNowhere({ azure, storm }: Aftermath): void {
  if (storm.others.length > 0) return;
  const copies = azure.copies().map(({ id }) => idKey(id));
  for (const { copyId } of azure.delegations()) expect(copies).toContain(idKey(copyId));
}

/** I12: the receipt has every write that Azure saw, under its id and with its outcome, and counts each scope once. */
async function theReceiptIsAzuresLog({ azure, state, changeSet }: Aftermath): Promise<void> {
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
  for (const { clientRequestId, correlationId, committed } of azure.audit) {
    const attempt = told.get(clientRequestId);
    expect(attempt).toBeDefined();
    expect(correlationId).toBe(receipt.id);
    if (committed) expect(['accepted', 'unclear']).toContain(attempt?.outcome);
  }
  const known = new Set(azure.audit.map(({ clientRequestId }) => clientRequestId));
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
async function anotherRunWritesNothing({ azure, time, changeSet, state, storm }: Aftermath): Promise<void> {
  if (storm.others.length > 0) return;
  const there = changeSet.items.filter((_, n) => ['done', 'already'].includes(state.items[n]?.status.state ?? ''));
  const written = azure.audit.length;
  const again = await carryOut(azure, time, { ...changeSet, items: there });
  expect(again.state.items.map(({ status }) => status.state)).toEqual(there.map(() => 'already'));
  expect(azure.audit).toHaveLength(written);
}
