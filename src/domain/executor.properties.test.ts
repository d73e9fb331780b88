import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { promiseRuns } from '../../test/domain/worldRuns.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import { changeSetFor, startIn } from '../../test/domain/runs.ts';
import { make, worlds } from '../../test/domain/worlds.ts';
import type { Made } from '../../test/domain/worlds.ts';
import { itemsDoing } from './changeSet.ts';
import type { ChangeSet } from './changeSet.ts';
import type { Run } from './executor.ts';
import { fingerprintOf } from './fingerprint.ts';
import { idKey } from './ids.ts';
import { resumeRun } from './journal.ts';
import { sameAccess } from './sameAccess.ts';
import type { Attempt, RunEvent, RunState } from './run.ts';
import { isOver } from './run.ts';

/** Signs in again, some seconds after the run has asked for it. */
function signInWhenAsked(run: Run, session: AzureSession, { time }: Made): void {
  run.subscribe(() => {
    const { phase } = run.state();
    if (phase.name !== 'paused' || phase.why !== 'stepUp' || session.metMfa) return;
    session.metMfa = true;
    void time.wait(5000).then(() => run.resume());
  });
}

async function runToEnd(made: Made, changeSet: ChangeSet, onEvent?: (event: RunEvent) => void) {
  const session = new AzureSession(made.azure, made.time, made.trouble);
  const run = await startIn(session, changeSet, onEvent ? { onEvent } : {});
  signInWhenAsked(run, session, made);
  return { state: await made.time.until(run.finished), session };
}

function changeSetOf({ azure, time, offer, chosen }: Made): ChangeSet {
  return changeSetFor(azure, time, offer, chosen);
}

function delegating(changeSet: ChangeSet) {
  return itemsDoing(changeSet, 'delegate');
}

/** How the items ended. Which of several refusals a failed one met first may depend on the others. */
function ends({ items }: RunState): readonly string[] {
  return items.map(({ status }) => status.state);
}

function attempts({ items, shared }: RunState): readonly Attempt[] {
  return [...items.flatMap((item) => item.attempts), ...shared];
}

/** Copies are left out: whether one is stored for a scope that Azure then refuses depends on who asked first. */
function whatIsThere({ azure }: Made): readonly string[] {
  return azure
    .delegations()
    .map(({ id, copyId, provisioning }) => `${idKey(id)} ${idKey(copyId)} ${provisioning}`)
    .sort();
}

// Thousands of worlds take their time.
vi.setConfig({ testTimeout: 3_600_000 });

describe('whatever goes wrong', () => {
  it('nothing is written that was not reviewed', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const made = make(world);
        const changeSet = changeSetOf(made);
        await runToEnd(made, changeSet);
        const reviewed = new Set<string>([
          ...changeSet.registrations.map((id) => `register ${id}`),
          ...delegating(changeSet).flatMap(({ ways }) => ways.map((way) => `writeDelegation ${way.delegationId}`)),
          ...delegating(changeSet).flatMap(({ ways }) =>
            ways.flatMap((way) => (way.kind === 'copy' ? `writeCopy ${way.copyId}` : [])),
          ),
        ]);
        for (const { kind, target, content } of made.azure.audit) {
          expect(reviewed).toContain(`${kind} ${target}`);
          if (content) expect(content).toEqual(changeSet.offer.content);
        }
      }),
    );
  });

  it('every item ends, each scope is delegated at most once, and an end says what is so', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const made = make(world);
        const changeSet = changeSetOf(made);
        const { state, session } = await runToEnd(made, changeSet);
        expect(isOver(state)).toBe(true);
        expect(session.requests).toBeLessThanOrEqual(100 * changeSet.items.length);
        const read = new Map(session.reads.map(({ clientRequestId, at }) => [clientRequestId, at]));
        const there = made.azure.delegations();
        const copies = new Map(made.azure.copies().map((copy) => [idKey(copy.id), copy]));
        delegating(changeSet).forEach(({ scope, ways }, index) => {
          const here = there.filter((delegation) => idKey(delegation.scope) === idKey(scope.id));
          expect(here.length).toBeLessThanOrEqual(1);
          const status = state.items[index]?.status;
          switch (status?.state) {
            case 'done':
            case 'already': {
              expect(here).toMatchObject([
                { id: status.proof.delegationId, copyId: status.proof.copyId, provisioning: 'succeeded' },
              ]);
              expect(read.get(status.proof.clientRequestId)).toBe(status.proof.readAt);
              const copy = copies.get(idKey(status.proof.copyId));
              expect(copy && sameAccess(copy, changeSet.offer.content)).toBe(true);
              break;
            }
            case 'failed':
              expect(here.filter(({ provisioning }) => provisioning !== 'failed')).toEqual([]);
              break;
            default:
              // Nothing here goes on for so long that the engine would have to give up.
              expect.fail(`${scope.id} (${ways.length}) ended as ${status?.state ?? 'nothing'}`);
          }
        });
      }),
    );
  });

  it("every write of Azure's log is on record, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const made = make(world);
        const { state } = await runToEnd(made, changeSetOf(made));
        const recorded = new Map(attempts(state).map((attempt) => [attempt.clientRequestId, attempt]));
        expect(recorded.size).toBe(attempts(state).length);
        for (const { clientRequestId, correlationId, kind, target } of made.azure.audit) {
          expect(recorded.get(clientRequestId)).toMatchObject({ kind, target });
          expect(correlationId).toBe(state.runId);
        }
        const committed = new Set(made.azure.audit.filter((it) => it.committed).map((it) => it.clientRequestId));
        for (const { clientRequestId, end } of recorded.values()) {
          expect(end).toBeDefined();
          if (end?.outcome === 'accepted') expect(committed).toContain(clientRequestId);
          if (end?.outcome === 'refused' || end?.outcome === 'notSent')
            expect(committed).not.toContain(clientRequestId);
        }
      }),
    );
  });

  it('running the same change set again writes nothing where it succeeded', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const made = make(world);
        const changeSet = changeSetOf(made);
        const { state } = await runToEnd(made, changeSet);
        const succeeded = {
          ...changeSet,
          items: changeSet.items.filter((_, n) => state.items[n]?.status.state !== 'failed'),
        };
        const written = made.azure.audit.length;
        const again = await runToEnd(made, succeeded);
        expect(ends(again.state)).toEqual(succeeded.items.map(() => 'already'));
        expect(made.azure.audit).toHaveLength(written);
      }),
    );
  });

  it('what is refused at one scope changes nothing at any other', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(), async (world, pick) => {
        const made = make(world);
        const changeSet = changeSetOf(made);
        const victim = changeSet.items[pick % Math.max(1, changeSet.items.length)]?.scope;
        fc.pre(victim !== undefined);
        const other = make(world, victim.id);
        const { state: one } = await runToEnd(made, changeSet);
        const { state: two } = await runToEnd(other, changeSetOf(other));
        // A subscription is registered and given its copy once for everything in it: that they share.
        const shares = (n: number) => {
          const scope = changeSet.items[n]?.scope;
          return (
            scope?.id === victim.id ||
            (victim.kind === 'subscription' && scope?.subscriptionId === victim.subscriptionId)
          );
        };
        expect(ends(two).filter((_, n) => !shares(n))).toEqual(ends(one).filter((_, n) => !shares(n)));
      }),
    );
  });
});

describe('a colleague who delegates the same at the same time', () => {
  it('never leaves a scope delegated twice', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(fc.nat(40_000)), async (world, moments) => {
        const made = make({ ...world, traits: { ...world.traits, references: 'allowed' } });
        const changeSet = changeSetOf(made);
        delegating(changeSet).forEach(({ scope, ways }, index) => {
          const name = `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`;
          const at = moments[index];
          if (at === undefined || ways[0].kind === 'copy') return;
          void made.time.wait(at).then(() => made.azure.delegateElsewhere(scope.id, ways[0].copyId, name));
        });
        const { state } = await runToEnd(made, changeSet);
        const there = made.azure.delegations();
        changeSet.items.forEach(({ scope }, index) => {
          const here = there.filter((it) => idKey(it.scope) === idKey(scope.id) && it.provisioning !== 'failed');
          const status = state.items[index]?.status;
          expect(here.length).toBeLessThanOrEqual(1);
          if (status?.state === 'done' || status?.state === 'already') {
            expect(here.map(({ id }) => id)).toContain(status.proof.delegationId);
          } else {
            expect(status?.state).toBe('failed');
          }
        });
      }),
    );
  });
});

describe('a stop', () => {
  it('lets nothing be written after it, and what is left can be retried', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(90_000), async (world, after) => {
        const made = make(world);
        const changeSet = changeSetOf(made);
        const session = new AzureSession(made.azure, made.time, made.trouble);
        const events: RunEvent[] = [];
        const run = await startIn(session, changeSet, { onEvent: (event) => events.push(event) });
        signInWhenAsked(run, session, made);
        await made.time.until(made.time.wait(after));
        run.stop();
        const state = await made.time.until(run.finished);
        const stoppedAt = events.findIndex(({ type }) => type === 'stopping');
        const late =
          stoppedAt < 0
            ? []
            : events.slice(stoppedAt).flatMap((event) => (event.type === 'attempted' ? event.attempt : []));
        const sent = new Set(made.azure.audit.map(({ clientRequestId }) => clientRequestId));
        expect(late.filter(({ clientRequestId }) => sent.has(clientRequestId))).toEqual([]);
        expect(isOver(state)).toBe(true);

        const twin = make(world);
        const { state: whole } = await runToEnd(twin, changeSetOf(twin));
        run.retry();
        const rest = await made.time.until(run.finished);
        expect(ends(rest)).toEqual(ends(whole));
        expect(whatIsThere(made)).toEqual(whatIsThere(twin));
      }),
    );
  });
});

describe('a page that is gone', () => {
  it('at any moment, once or more: going on ends as if nothing had been', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
        async (world, moments) => {
          const undisturbed = make(world);
          const { state: expected, session } = await runToEnd(undisturbed, changeSetOf(undisturbed));

          const made = make(world);
          const changeSet = changeSetOf(made);
          const journal: RunEvent[] = [];
          const steps = moments.map((moment) => Math.floor(moment * session.steps));
          let state: RunState | undefined;
          for (const [page, goneAfter] of [...steps, Infinity].entries()) {
            state = (await onePage(made, changeSet, journal, page, goneAfter)) ?? state;
          }
          expect(state && ends(state)).toEqual(ends(expected));
          expect(whatIsThere(made)).toEqual(whatIsThere(undisturbed));
          const recorded = new Set(state && attempts(state).map(({ clientRequestId }) => clientRequestId));
          for (const { clientRequestId } of made.azure.audit) expect(recorded).toContain(clientRequestId);
        },
      ),
      promiseRuns,
    );
  });
});

/** Opens a page that goes on with the run, until it has ended or the page is gone. */
async function onePage(
  made: Made,
  changeSet: ChangeSet,
  kept: RunEvent[],
  page: number,
  goneAfter: number,
): Promise<RunState | undefined> {
  const session = new AzureSession(made.azure, made.time, made.trouble, goneAfter);
  const surroundings = session.surroundings(page + 2);
  const fingerprint = await fingerprintOf(changeSet, surroundings);
  const left = resumeRun(kept, changeSet, fingerprint, made.time.now());
  if ('state' in left && isOver(left.state)) return left.state;
  const starting = startIn(session, changeSet, {
    seed: page + 2,
    journal: session.journal(kept),
    ...('state' in left && { from: left.state }),
  });
  const ended = starting.then((run) => {
    signInWhenAsked(run, session, made);
    return run.finished;
  });
  const state = await made.time.until(Promise.race([ended, session.gone.then(() => undefined)]));
  made.time.abandonWaiters();
  return state;
}
