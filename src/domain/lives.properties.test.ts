import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { promiseRuns } from '../../test/domain/worldRuns.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import { live, lives, type Life, type Lived } from '../../test/domain/lives.ts';
import { isSo, reviewedWrites } from '../../test/domain/reviewed.ts';
import { startIn } from '../../test/domain/runs.ts';
import type { Run } from './executor.ts';
import { fingerprintOf } from './fingerprint.ts';
import { idKey } from './ids.ts';
import { resumeRun } from './journal.ts';
import { isOver } from './run.ts';
import type { RunEvent, RunState } from './run.ts';

/*
 * Accepting, updating and removing keep the same promises as delegating does, whatever goes wrong.
 */

vi.setConfig({ testTimeout: 3_600_000 });

function signInWhenAsked(run: Run, session: AzureSession, { time }: Lived): void {
  run.subscribe(() => {
    const { phase } = run.state();
    if (phase.name !== 'paused' || phase.why !== 'stepUp' || session.metMfa) return;
    session.metMfa = true;
    void time.wait(5000).then(() => run.resume());
  });
}

async function runToEnd(lived: Lived, changeSet = lived.changeSet) {
  const session = new AzureSession(lived.azure, lived.time, lived.trouble);
  const run = await startIn(session, changeSet);
  signInWhenAsked(run, session, lived);
  return { state: await lived.time.until(run.finished), session };
}

function ends({ items }: RunState): readonly string[] {
  return items.map(({ status }) => status.state);
}

function attempts({ items, shared }: RunState) {
  return [...items.flatMap((item) => item.attempts), ...shared];
}

function whatIsThere({ azure }: Lived): readonly string[] {
  return [
    ...azure.delegations().map(({ id, copyId, provisioning }) => `${idKey(id)} ${idKey(copyId)} ${provisioning}`),
    ...azure.copies().map(({ id, plan, provisioning }) => `${idKey(id)} ${plan?.version} ${provisioning}`),
  ].sort();
}

function forAll(check: (lived: Lived, life: Life) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(lives, (life) => check(live(life), life)),
    promiseRuns,
  );
}

describe('whatever goes wrong', () => {
  it('nothing is written that was not reviewed, everything ends, and an end says what is so', () =>
    forAll(async (lived, life) => {
      const { changeSet, azure } = lived;
      const { state, session } = await runToEnd(lived);
      const may = reviewedWrites(changeSet);
      for (const { kind, target, content, clientRequestId } of azure.audit) {
        expect([...may.keys()]).toContain(`${kind} ${target}`);
        if (content) expect(content).toEqual(may.get(`${kind} ${target}`));
        expect(attempts(state).map((it) => it.clientRequestId)).toContain(clientRequestId);
      }
      expect(isOver(state)).toBe(true);
      const read = new Map(session.reads.map(({ clientRequestId, at }) => [clientRequestId, at]));
      changeSet.items.forEach((item, index) => {
        const status = state.items[index]?.status;
        if (status?.state === 'done' || status?.state === 'already') {
          expect(isSo(lived.azure, changeSet, item)).toBe(true);
          expect(read.get(status.proof.clientRequestId)).toBe(status.proof.readAt);
        } else {
          expect(status?.state).toBe('failed');
          expect(life.places.some(({ refused }) => refused)).toBe(true);
        }
      });
    }));

  it('a copy that something refers to is never deleted, even where Azure would let it', () =>
    forAll(async (lived) => {
      await runToEnd(lived);
      const { azure } = lived;
      const copies = azure.copies().map(({ id }) => idKey(id));
      for (const { copyId } of azure.delegations()) expect(copies).toContain(idKey(copyId));
    }));

  it('what stays has its whole access where it was restored', () =>
    forAll(async (lived, life) => {
      fc.pre(life.kind === 'remove' && life.restore);
      const { state } = await runToEnd(lived);
      fc.pre(
        lived.changeSet.items.every(
          (item, n) => !item.does.startsWith('reapply') || state.items[n]?.status.state !== 'failed',
        ),
      );
      for (const { id } of lived.kept) expect(lived.azure.access.isWhole(id, lived.time.now())).toBe(true);
      const again = lived.azure.audit.filter(({ kind, committed }) => kind === 'writeDelegation' && committed);
      const answered = again.filter(({ clientRequestId }) =>
        attempts(state).some((it) => it.clientRequestId === clientRequestId && it.end?.outcome === 'accepted'),
      );
      expect(new Set(answered.map(({ target }) => target)).size).toBe(answered.length);
    }));

  it('running the same change set again writes nothing where it succeeded', () =>
    forAll(async (lived, life) => {
      fc.pre(life.places.every(({ refused }) => !refused));
      await runToEnd(lived);
      const written = lived.azure.audit.length;
      const again = await runToEnd(lived);
      expect(new Set(ends(again.state)).size).toBeLessThanOrEqual(1);
      expect(ends(again.state)).toEqual(lived.changeSet.items.map(() => 'already'));
      expect(lived.azure.audit).toHaveLength(written);
    }));

  it('a stop lets nothing be written after it, and a retry ends as if it had not been', () =>
    fc.assert(
      fc.asyncProperty(lives, fc.nat(90_000), async (life, after) => {
        const lived = live(life);
        const session = new AzureSession(lived.azure, lived.time, lived.trouble);
        const events: RunEvent[] = [];
        const run = await startIn(session, lived.changeSet, { onEvent: (event) => events.push(event) });
        signInWhenAsked(run, session, lived);
        await lived.time.until(lived.time.wait(after));
        run.stop();
        const state = await lived.time.until(run.finished);
        expect(isOver(state)).toBe(true);
        const stoppedAt = events.findIndex(({ type }) => type === 'stopping');
        const late = events.flatMap((event, n) =>
          event.type === 'attempted' && stoppedAt >= 0 && n > stoppedAt ? event.attempt.clientRequestId : [],
        );
        const sent = lived.azure.audit.map(({ clientRequestId }) => clientRequestId);
        expect(late.filter((id) => sent.includes(id))).toEqual([]);
        const undisturbed = live(life);
        const { state: whole } = await runToEnd(undisturbed);
        run.retry();
        expect(ends(await lived.time.until(run.finished))).toEqual(ends(whole));
        expect(whatIsThere(lived)).toEqual(whatIsThere(undisturbed));
      }),
      promiseRuns,
    ));

  it('a page that is gone at any moment, once or more: going on ends as if nothing had been', () =>
    fc.assert(
      fc.asyncProperty(
        lives,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
        async (life, moments) => {
          const undisturbed = live(life);
          const { state: expected, session } = await runToEnd(undisturbed);
          const lived = live(life);
          const journal: RunEvent[] = [];
          let state: RunState | undefined;
          for (const [page, goneAfter] of [
            ...moments.map((at) => Math.floor(at * session.steps)),
            Infinity,
          ].entries()) {
            state = (await onePage(lived, journal, page, goneAfter)) ?? state;
          }
          expect(state && ends(state)).toEqual(ends(expected));
          expect(whatIsThere(lived)).toEqual(whatIsThere(undisturbed));
          const whole = ({ azure, kept, time }: Lived) => kept.map(({ id }) => azure.access.isWhole(id, time.now()));
          expect(whole(lived)).toEqual(whole(undisturbed));
        },
      ),
      promiseRuns,
    ));
});

async function onePage(lived: Lived, kept: RunEvent[], page: number, goneAfter: number): Promise<RunState | undefined> {
  const session = new AzureSession(lived.azure, lived.time, lived.trouble, goneAfter);
  const surroundings = session.surroundings(page + 2);
  const fingerprint = await fingerprintOf(lived.changeSet, surroundings);
  const left = resumeRun(kept, lived.changeSet, fingerprint, lived.time.now());
  if ('state' in left && isOver(left.state)) return left.state;
  const starting = startIn(session, lived.changeSet, {
    seed: page + 2,
    journal: session.journal(kept),
    ...('state' in left && { from: left.state }),
  });
  const ended = starting.then((run) => {
    signInWhenAsked(run, session, lived);
    return run.finished;
  });
  const state = await lived.time.until(Promise.race([ended, session.gone.then(() => undefined)]));
  lived.time.abandonWaiters();
  return state;
}
