import type { ChangeSet } from '../domain/changeSet.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { startRun, type Run } from '../domain/executor.ts';
import type { Journal } from '../domain/journal.ts';
import type { DelegationPort, Surroundings } from '../domain/port.ts';
import { ProblemError } from '../domain/problem.ts';
import { isOver, type RunState } from '../domain/run.ts';
import type { Keeping, RunStore } from '../storage/runStore.ts';
import { createFollower, lookAt, type FoundRun, type Follower } from './keptRun.ts';
import { paced } from './paced.ts';
import type { RunLock } from './runLock.ts';

/** A run with everything that its page and its receipt need. */
export interface HostedRun {
  readonly changeSet: ChangeSet;
  readonly confirmation: Confirmation;
  readonly run: Run;
}

/** A run that is over, as its receipt tells it. */
export type EndedRun = Pick<HostedRun, 'changeSet' | 'confirmation'>;

/**
 * The home of the run, outside React: it goes on while pages come and go. One at a time; the one that has ended stays
 * until the next begins. One that was interrupted is found again, and goes on only when the person says so. One that
 * another tab carries out can be watched here.
 */
export interface RunHost {
  /** How well this device could keep a run over so many scopes. */
  keeping(scopes: number): Promise<Keeping>;
  /**
   * Begins to write. Rejects with the problem `runElsewhere` where a run is going, here or in another tab, or one that
   * was interrupted is still kept; with `cannotKeep` where there is no room to keep it.
   */
  start(changeSet: ChangeSet, confirmation: Confirmation): Promise<HostedRun>;
  current(): HostedRun | undefined;
  found(): FoundRun | undefined;
  /** Looks whether this device kept a run that has not ended. */
  lookForUnfinished(): Promise<FoundRun | undefined>;
  /** Verifies what was in flight and goes on with the rest. */
  resumeUnfinished(): Promise<HostedRun>;
  /** All that is kept of a run that cannot be read, as JSON. */
  rawRecord(): Promise<string>;
  /** Forgets it. What it had written stays. */
  forgetUnfinished(): Promise<void>;
  /** Calls back when a run begins, is found or ends; in between whenever it changes, a few times a second at most. */
  subscribe(listener: () => void): () => void;
}

export function createRunHost(tools: {
  readonly port: DelegationPort;
  readonly surroundings: Surroundings;
  readonly store: RunStore;
  readonly lock: RunLock;
  /**
   * After each time every item has ended, also after a retry: here, in another tab that is there, or before this page
   * was there.
   */
  readonly onEnded: (ended: EndedRun, state: RunState, where: 'here' | 'elsewhere' | 'before') => void;
}): RunHost {
  const { port, surroundings, store, lock } = tools;
  let current: HostedRun | undefined;
  let found: FoundRun | undefined;
  let follower: Follower | undefined;
  let looking: Promise<FoundRun | undefined> | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const telling = paced(tell);
  const isGoingHere = () => current !== undefined && !isOver(current.run.state());

  const host = async (what: EndedRun, journal: () => Promise<Journal>, from?: RunState): Promise<HostedRun> => {
    const release = isGoingHere() ? undefined : await lock.take();
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
      found = undefined;
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
        tools.onEnded(hosted, state, 'here');
      } else if (over && !nowOver) {
        void lock.take().then((again) => (letGo = again));
      }
      if (nowOver === over) telling.soon();
      else telling.now();
      over = nowOver;
    };
    hosted.run.subscribe(look);
    look();
    telling.now();
  };

  const look = async (): Promise<FoundRun | undefined> => {
    if (isGoingHere()) return undefined;
    const kept = await store.last();
    const looked = kept && (await lookAt(kept, await lock.isTaken(), surroundings));
    // It may have begun here in the meantime.
    if (isGoingHere()) return undefined;
    const { changeSet } = kept ?? {};
    follower = undefined;
    switch (looked?.kind) {
      case undefined:
        found = undefined;
        break;
      case 'ended': {
        // Whoever has watched it sees how it ended.
        const watched = found?.kind === 'elsewhere' && found.state.runId === looked.state.runId ? found : undefined;
        const isNews = !watched || !isOver(watched.state);
        if (kept && isNews && looked.state.runId !== current?.run.state().runId) {
          tools.onEnded(kept, looked.state, watched ? 'elsewhere' : 'before');
        }
        found = watched && { ...watched, state: looked.state };
        break;
      }
      case 'unreadable':
        // Whoever carries it out can read it.
        found = (await lock.isTaken()) ? undefined : { kind: 'unreadable' };
        break;
      case 'unfinished':
        found = changeSet && { kind: 'unfinished', changeSet, state: looked.state };
        break;
      case 'going':
        found = changeSet && { kind: 'elsewhere', changeSet, state: looked.state };
        follower = createFollower(store);
        void lock.whenFree().then(soon);
        break;
    }
    tell();
    return found;
  };
  /** Reads on in what another tab writes. Where that tab is gone, the run is found as one that was interrupted. */
  const catchUp = async (): Promise<void> => {
    if (isGoingHere()) return;
    const at = found;
    const state = at?.kind === 'elsewhere' ? await follower?.advance() : undefined;
    if (at?.kind !== 'elsewhere' || found !== at || !state) return void (await lookOnce());
    const wasOver = isOver(at.state);
    found = { ...at, state };
    tell();
    const kept = isOver(state) && !wasOver ? await store.last() : undefined;
    if (kept) tools.onEnded(kept, state, 'elsewhere');
    if (!isOver(state) && wasOver) void lock.whenFree().then(soon);
    if (!isOver(state) && !(await lock.isTaken())) await lookOnce();
  };
  const lookOnce = () => (looking ??= look().finally(() => (looking = undefined)));
  /** One after the other, in the order of what was written. */
  let catchingUp = Promise.resolve();
  const soon = () => {
    catchingUp = catchingUp.then(catchUp).catch(() => undefined);
  };
  store.watch(soon);

  return {
    keeping: (scopes) => store.keeping(scopes),
    async start(changeSet, confirmation) {
      if (found && !(found.kind === 'elsewhere' && isOver(found.state))) {
        throw new ProblemError({ code: 'runElsewhere' });
      }
      return host({ changeSet, confirmation }, () => store.begin(changeSet, confirmation));
    },
    current: () => current,
    found: () => found,
    lookForUnfinished: lookOnce,
    async resumeUnfinished() {
      const kept = await store.last();
      const looked = kept && (await lookAt(kept, await lock.isTaken(), surroundings));
      if (!kept || looked?.kind !== 'unfinished') throw new ProblemError({ code: 'runElsewhere' });
      const { changeSet, confirmation, journal } = kept;
      return host({ changeSet, confirmation }, () => Promise.resolve(journal), looked.state);
    },
    rawRecord: async () => JSON.stringify(await store.raw(), null, 2),
    async forgetUnfinished() {
      found = undefined;
      tell();
      await store.forget();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
