import * as fc from 'fast-check';
import { sameId } from '../../src/domain/ids.ts';
import type { CopyId } from '../../src/domain/ids.ts';
import type { Delegation } from '../../src/domain/offer.ts';
import type { ChangeSet } from '../../src/domain/changeSet.ts';
import type { RunEvent, RunState } from '../../src/domain/run.ts';
import { isOver } from '../../src/domain/run.ts';
import type { Run } from '../../src/domain/executor.ts';
import { fingerprintOf } from '../../src/domain/fingerprint.ts';
import { resumeRun } from '../../src/domain/journal.ts';
import type { AzureModel } from './azureModel.ts';
import { AzureSession } from './azureSession.ts';
import type { Trouble } from './azureSession.ts';
import { live, lives } from './lives.ts';
import type { Life } from './lives.ts';
import { content } from './offers.ts';
import { changeSetFor, startIn } from './runs.ts';
import type { VirtualTime } from './virtualTime.ts';
import { make, worlds, type World } from './worlds.ts';

/** What happens to a world while a run goes on, and to the page that carries it out. */
export interface Storm {
  /** Scopes that are delegated; or an offer that is accepted, updated or taken away. */
  readonly world: World | Life;
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
  world: fc.oneof<fc.Arbitrary<World | Life>[]>(worlds, lives),
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

/** A world made, and what a run is to do there. */
export interface Scene {
  readonly time: VirtualTime;
  readonly azure: AzureModel;
  readonly changeSet: ChangeSet;
  readonly trouble: Trouble;
  /** Delegations of another offer, which stay. */
  readonly kept: readonly Delegation[];
}

/** What a storm left behind. */
export interface Aftermath extends Scene {
  readonly state: RunState;
  /** Of every page, in order. */
  readonly sessions: readonly AzureSession[];
  readonly journal: readonly RunEvent[];
  readonly storm: Storm;
  /** Copies that somebody else changed to another version, and when. */
  readonly updates: readonly { readonly copyId: CopyId; readonly at: number }[];
  /** When the person stopped the run, where they did. */
  readonly stop?: { readonly at: number };
}

/** Lets a run go through a storm, page after page, until it is over. */
export async function weather(storm: Storm): Promise<Aftermath> {
  const scene = sceneOf(storm.world);
  const { azure, time } = scene;
  const updates = letOthersAct(storm, scene);
  const trouble = {
    ...scene.trouble,
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
      attend(run, session, time);
      const { stopAfter } = storm;
      if (page > 0 || stopAfter === undefined) return;
      void time.wait(stopAfter).then(() => {
        if (isOver(run.state()) || session.isGone) return;
        run.stop();
        stop = { at: time.now() };
      });
    };
    state = (await onePage(session, scene, journal, page, onStart)) ?? state;
    if (state && isOver(state)) break;
  }
  if (!state) throw new Error('No page came to an end.');
  return { ...scene, storm, state, sessions, journal, updates, ...(stop && { stop }) };
}

/** Opens a page that goes on with the run, until it has ended or the page is gone. */
async function onePage(
  session: AzureSession,
  { time, changeSet }: Scene,
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
function attend(run: Run, session: AzureSession, time: VirtualTime): void {
  run.subscribe(() => {
    const { phase } = run.state();
    if (phase.name !== 'paused' || phase.why !== 'stepUp') return;
    session.metMfa = true;
    session.signedIn = true;
    void time.wait(5000).then(() => run.resume());
  });
}

function sceneOf(world: World | Life): Scene {
  if ('kind' in world) return live(world);
  const { azure, time, offer, chosen, trouble } = make(world);
  return { azure, time, trouble, changeSet: changeSetFor(azure, time, offer, chosen), kept: [] };
}

/** Half of them bring a version that nobody here has heard of. */
const versions = ['2.0.0', '3.0.0'] as const;

function letOthersAct({ others }: Storm, { azure, time, changeSet }: Scene): Aftermath['updates'] {
  const updates: { copyId: CopyId; at: number }[] = [];
  others.forEach(({ after, on, act }, index) => {
    const item = changeSet.items[on % Math.max(1, changeSet.items.length)];
    if (!item) return;
    const { scope } = item;
    const copyId = item.does === 'delegate' ? item.ways[0].copyId : item.copyId;
    void time.wait(after).then(() => {
      const copy = azure.copies().find(({ id }) => sameId(id, copyId));
      switch (act) {
        case 'delegate':
          if (copy)
            azure.delegateElsewhere(
              scope.id,
              copyId,
              `dddddddd-0000-4000-8000-${String(index + 900).padStart(12, '0')}`,
            );
          break;
        case 'remove':
          for (const { id, scope: own } of azure.delegations())
            if (sameId(own, scope.id)) azure.removeElsewhere(id, 8000);
          break;
        case 'update':
          if (!copy) break;
          azure.seed({ copies: [{ ...copy, ...content(versions[index % versions.length]) }] });
          updates.push({ copyId: copy.id, at: time.now() });
          break;
        case 'register':
          azure.registerElsewhere(scope.subscriptionId);
          break;
      }
    });
  });
  return updates;
}
