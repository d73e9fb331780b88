import type { ChangeSet } from '../domain/changeSet.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { startRun, type Run } from '../domain/executor.ts';
import { resumeRun, type Journal } from '../domain/journal.ts';
import type { DelegationPort, Surroundings } from '../domain/port.ts';
import { ProblemError } from '../domain/problem.ts';
import { isOver, type RunState } from '../domain/run.ts';
import type { RunStore } from '../storage/runStore.ts';
import type { RunLock } from './runLock.ts';

/** A run with everything that its page and its receipt need. */
export interface HostedRun {
  readonly changeSet: ChangeSet;
  readonly confirmation: Confirmation;
  readonly run: Run;
}

/** A run that this device kept and that has not ended. */
export interface UnfinishedRun {
  readonly changeSet: ChangeSet;
  /** As the journal left it. */
  readonly state: RunState;
  /** Another tab is carrying it out right now. */
  readonly elsewhere: boolean;
}

/**
 * The home of the run, outside React: it goes on while pages come and go. One at a time; the one that has ended stays
 * until the next begins. One that was interrupted is found again, and goes on only when the person says so.
 */
export interface RunHost {
  /**
   * Begins to write. Rejects with the problem `runElsewhere` where a run is going, here or in another tab, and where the
   * change set is not what was confirmed.
   */
  start(changeSet: ChangeSet, confirmation: Confirmation): Promise<HostedRun>;
  current(): HostedRun | undefined;
  unfinished(): UnfinishedRun | undefined;
  /** Looks whether this device kept a run that has not ended. */
  lookForUnfinished(): Promise<UnfinishedRun | undefined>;
  /** Verifies what was in flight and goes on with the rest. */
  resumeUnfinished(): Promise<HostedRun>;
  /** Forgets it. What it had written stays. */
  forgetUnfinished(): Promise<void>;
  /** Calls back when a run begins or is found, and whenever it changes. */
  subscribe(listener: () => void): () => void;
}

export function createRunHost(tools: {
  readonly port: DelegationPort;
  readonly surroundings: Surroundings;
  readonly store: RunStore;
  readonly lock: RunLock;
  /** After each time every item has ended, also after a retry. */
  readonly onEnded: (hosted: HostedRun, state: RunState) => void;
}): RunHost {
  const { port, surroundings, store, lock } = tools;
  let current: HostedRun | undefined;
  let unfinished: UnfinishedRun | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  const host = async (
    what: Pick<HostedRun, 'changeSet' | 'confirmation'>,
    journal: () => Promise<Journal>,
    from?: RunState,
  ): Promise<HostedRun> => {
    const release = current && !isOver(current.run.state()) ? undefined : await lock.take();
    if (!release) throw new ProblemError({ code: 'runElsewhere' });
    try {
      const run = await startRun({
        changeSet: what.changeSet,
        fingerprint: what.confirmation.fingerprint,
        port,
        surroundings,
        journal: await journal(),
        ...(from && { from }),
      });
      const hosted = { ...what, run };
      current = hosted;
      unfinished = undefined;
      follow(hosted, release);
      return hosted;
    } catch (error) {
      release();
      throw error;
    }
  };
  /** The lock is held while the run is going, and taken again where a retry begins it anew. */
  const follow = (hosted: HostedRun, release: () => void) => {
    let letGo: (() => void) | undefined = release;
    let over = false;
    const look = () => {
      const state = hosted.run.state();
      const nowOver = isOver(state);
      if (nowOver && !over) {
        letGo?.();
        letGo = undefined;
        tools.onEnded(hosted, state);
      } else if (over && !nowOver) {
        void lock.take().then((again) => (letGo = again));
      }
      over = nowOver;
      tell();
    };
    hosted.run.subscribe(look);
    look();
  };

  return {
    start: (changeSet, confirmation) => host({ changeSet, confirmation }, () => store.begin(changeSet, confirmation)),
    current: () => current,
    unfinished: () => unfinished,
    async lookForUnfinished() {
      const kept = await store.last();
      if (!kept || current) return undefined;
      const found = await stateOf(kept, surroundings);
      unfinished = found && {
        changeSet: kept.changeSet,
        state: found,
        elsewhere: await lock.isTaken(),
      };
      if (!found) await store.forget();
      tell();
      return unfinished;
    },
    async resumeUnfinished() {
      const kept = await store.last();
      const state = kept && (await stateOf(kept, surroundings));
      if (!state) throw new ProblemError({ code: 'runElsewhere' });
      return host(kept, () => Promise.resolve(kept.journal), state);
    },
    async forgetUnfinished() {
      unfinished = undefined;
      await store.forget();
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The run as its journal left it; `undefined` where it has ended, or cannot be gone on with. */
async function stateOf(
  kept: { readonly changeSet: ChangeSet; readonly confirmation: Confirmation; readonly journal: Journal },
  { now }: Surroundings,
): Promise<RunState | undefined> {
  const events = await kept.journal.load();
  const resumed = resumeRun(events, kept.changeSet, kept.confirmation.fingerprint, now());
  return 'state' in resumed && events.at(-1)?.type !== 'over' ? resumed.state : undefined;
}
