import type { ChangeSet } from '../domain/changeSet.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { replayRun, resumeRun } from '../domain/journal.ts';
import type { Surroundings } from '../domain/port.ts';
import { isOver, type RunEvent, type RunState } from '../domain/run.ts';
import { runReducer } from '../domain/runReducer.ts';
import type { KeptRun, RunStore } from '../storage/runStore.ts';

/** A run that this device kept, and that this page does not carry out. */
export type FoundRun =
  /** It was interrupted. The state is as the journal left it, and nobody carries it out. */
  | { readonly kind: 'unfinished'; readonly changeSet: ChangeSet; readonly state: RunState }
  /** Another tab carries it out, or did until a moment ago. The state is what that tab writes down. */
  | { readonly kind: 'elsewhere'; readonly changeSet: ChangeSet; readonly state: RunState }
  /** It is there and cannot be understood: damaged, or kept by another version of the app. */
  | { readonly kind: 'unreadable' };

/** What a kept run amounts to. `ended`: nothing is left to do. */
export type Looked =
  | { readonly kind: 'ended' | 'going'; readonly state: RunState }
  | { readonly kind: 'unfinished'; readonly state: RunState }
  | { readonly kind: 'unreadable' };

/**
 * Reads what is kept. Nothing in it is believed: the change set has to be the one that was confirmed, by its
 * fingerprint, and every event has to follow from those before.
 * @param taken another tab is carrying it out
 */
export async function lookAt(kept: KeptRun, taken: boolean, surroundings: Surroundings): Promise<Looked> {
  const { changeSet, confirmation } = kept;
  const sound = kept.isOurs && (await isSound(kept, surroundings));
  if (!sound) return { kind: 'unreadable' };
  const events = await kept.journal.load();
  const told = replayRun(events, changeSet, confirmation.fingerprint);
  if ('cannot' in told) return { kind: 'unreadable' };
  if (isOver(told.state)) return { kind: 'ended', state: told.state };
  if (taken) return { kind: 'going', state: told.state };
  const left = resumeRun(events, changeSet, confirmation.fingerprint, surroundings.now());
  return 'state' in left ? { kind: 'unfinished', state: left.state } : { kind: 'unreadable' };
}

async function isSound({ changeSet, confirmation }: KeptRun, surroundings: Surroundings): Promise<boolean> {
  try {
    return (await fingerprintOf(changeSet, surroundings)) === confirmation.fingerprint;
  } catch {
    return false;
  }
}

/** Follows what another tab writes down. */
export interface Follower {
  /** Reads what is new; the state it leads to, `undefined` where that cannot be told. */
  advance(): Promise<RunState | undefined>;
}

/** A follower from the beginning of the journal. */
export function createFollower(store: Pick<RunStore, 'since'>): Follower {
  let state: RunState | undefined;
  let mark = 0;
  return {
    async advance() {
      const { events, mark: next } = await store.since(mark);
      mark = next;
      try {
        state = events.reduce<RunState | undefined>(tolerant, state);
      } catch {
        state = undefined;
      }
      return state;
    },
  };
}

/** What came before the beginning belongs to another run. */
function tolerant(state: RunState | undefined, event: RunEvent): RunState | undefined {
  return state === undefined && event.type !== 'started' ? undefined : runReducer(state, event);
}
