import * as fc from 'fast-check';
import { idKey, sameId } from '../../src/domain/ids.ts';
import { itemsDoing, type ChangeSet } from '../../src/domain/changeSet.ts';
import type { RunEvent, RunState } from '../../src/domain/run.ts';
import { isOver } from '../../src/domain/run.ts';
import type { Run } from '../../src/domain/executor.ts';
import { fingerprintOf } from '../../src/domain/fingerprint.ts';
import { resumeRun } from '../../src/domain/journal.ts';
import { AzureSession } from './azureSession.ts';
import { content } from './offers.ts';
import { changeSetFor, startIn } from './runs.ts';
import { make, worlds, type Made, type World } from './worlds.ts';

/** What happens to a world while a run goes on, and to the page that carries it out. */
export interface Storm {
  readonly world: World;
  /** The page is gone after so many of its steps; then another one opens and goes on. */
  readonly gone: readonly number[];
  /** The sign-in is revoked at this request of each page, until the person has signed in again. */
  readonly revokedAt?: number | undefined;
  /** The person loses the right to write after so many ms, and gets it back so much later. */
  readonly rights?: { readonly after: number; readonly ms: number } | undefined;
  /** Somebody else at work: after so many ms, on the n-th of what the run is about. */
  readonly others: readonly { readonly after: number; readonly on: number; readonly act: Act }[];
  /** The person stops the run of the first page after so many ms. */
  readonly stopAfter?: number | undefined;
}

type Act = 'delegate' | 'remove' | 'update' | 'register';

export const storms: fc.Arbitrary<Storm> = fc.record({
  world: worlds,
  gone: fc.array(fc.nat(250), { maxLength: 3 }),
  revokedAt: fc.option(fc.nat(60), { nil: undefined, freq: 2 }),
  rights: fc.option(fc.record({ after: fc.nat(40_000), ms: fc.nat(60_000) }), { nil: undefined, freq: 2 }),
  others: fc.array(
    fc.record({
      after: fc.nat(90_000),
      on: fc.nat(20),
      act: fc.constantFrom<Act>('delegate', 'delegate', 'remove', 'update', 'register'),
    }),
    { maxLength: 4 },
  ),
  stopAfter: fc.option(fc.nat(60_000), { nil: undefined, freq: 3 }),
});

/** What a storm left behind. */
export interface Aftermath {
  readonly made: Made;
  readonly changeSet: ChangeSet;
  readonly state: RunState;
  /** Of every page, in order. */
  readonly sessions: readonly AzureSession[];
  readonly journal: readonly RunEvent[];
  readonly storm: Storm;
  /** Copies that somebody else changed to another version, and when. */
  readonly updates: readonly { readonly copyId: string; readonly at: number }[];
  /** When the person stopped the run, where they did. */
  readonly stop?: { readonly at: number };
}

/** Lets a run go through a storm, page after page, until it is over. */
export async function weather(storm: Storm): Promise<Aftermath> {
  const made = make(storm.world);
  const { azure, time, offer, chosen } = made;
  const changeSet = changeSetFor(azure, time, offer, chosen);
  const updates = letOthersAct(storm, made, changeSet);
  const trouble = {
    ...made.trouble,
    ...(storm.revokedAt !== undefined && { revokedFrom: storm.revokedAt }),
    ...(storm.rights && {
      forbidden: { from: time.now() + storm.rights.after, to: time.now() + storm.rights.after + storm.rights.ms },
    }),
  };
  const journal: RunEvent[] = [];
  const sessions: AzureSession[] = [];
  let stop: Aftermath['stop'];
  let state: RunState | undefined;
  for (const [page, goneAfter] of [...storm.gone, Infinity].entries()) {
    const session = new AzureSession(azure, time, trouble, goneAfter);
    sessions.push(session);
    const onStart = (run: Run) => {
      attend(run, session, made);
      const { stopAfter } = storm;
      if (page > 0 || stopAfter === undefined) return;
      void time.wait(stopAfter).then(() => {
        if (isOver(run.state()) || session.isGone) return;
        run.stop();
        stop = { at: time.now() };
      });
    };
    state = (await onePage(session, made, changeSet, journal, page, onStart)) ?? state;
    if (state && isOver(state)) break;
  }
  if (!state) throw new Error('No page came to an end.');
  return { storm, made, changeSet, state, sessions, journal, updates, ...(stop && { stop }) };
}

/** Opens a page that goes on with the run, until it has ended or the page is gone. */
async function onePage(
  session: AzureSession,
  { time }: Made,
  changeSet: ChangeSet,
  kept: RunEvent[],
  page: number,
  onStart: (run: Run) => void,
): Promise<RunState | undefined> {
  const surroundings = session.surroundings(page + 2);
  const left = resumeRun(kept, changeSet, await fingerprintOf(changeSet, surroundings), time.now());
  if ('state' in left && isOver(left.state)) return left.state;
  const starting = startIn(session, changeSet, {
    seed: page + 2,
    journal: session.journal(kept),
    ...('state' in left && { from: left.state }),
  });
  const ended = starting.then((run) => {
    onStart(run);
    return run.finished;
  });
  return time.until(Promise.race([ended, session.gone.then(() => undefined)]));
}

/** A person who signs in again some seconds after being asked. */
function attend(run: Run, session: AzureSession, { time }: Made): void {
  run.subscribe(() => {
    const { phase } = run.state();
    if (phase.name !== 'paused' || phase.why !== 'stepUp') return;
    session.metMfa = true;
    session.signedIn = true;
    void time.wait(5000).then(() => run.resume());
  });
}

function letOthersAct({ others }: Storm, { azure, time }: Made, changeSet: ChangeSet): Aftermath['updates'] {
  const updates: { copyId: string; at: number }[] = [];
  others.forEach(({ after, on, act }, index) => {
    const items = itemsDoing(changeSet, 'delegate');
    const item = items[on % Math.max(1, items.length)];
    if (!item) return;
    const [way] = item.ways;
    void time.wait(after).then(() => {
      switch (act) {
        case 'delegate':
          azure.delegateElsewhere(
            item.scope.id,
            way.copyId,
            `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`,
          );
          break;
        case 'remove':
          for (const { id, scope } of azure.delegations())
            if (sameId(scope, item.scope.id)) azure.removeElsewhere(id, 8000);
          break;
        case 'update': {
          const copy = azure.copies().find(({ id }) => idKey(id) === idKey(way.copyId));
          if (!copy) break;
          azure.seed({ copies: [{ ...copy, ...content('2.0.0') }] });
          updates.push({ copyId: copy.id, at: time.now() });
          break;
        }
        case 'register':
          azure.registerElsewhere(item.scope.subscriptionId);
          break;
      }
    });
  });
  return updates;
}
