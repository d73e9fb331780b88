import type { ChangeSet } from './changeSet.ts';
import type { Problem } from './problem.ts';
import { runReducer } from './runReducer.ts';
import type { AttemptEnd, ItemEnd, RunEvent, RunState } from './run.ts';

/**
 * Where a run is written down as it happens, so that it survives a crash, a reload and a sign-in. Events are stored in
 * the order of the calls; `append` resolves once the event is stored for good, and a write leaves only after that.
 */
export interface Journal {
  append(event: RunEvent): Promise<void>;
  /** Everything appended so far, oldest first. */
  load(): Promise<readonly RunEvent[]>;
  clear(): Promise<void>;
}

/** A journal that lives as long as the page. */
export function memoryJournal(): Journal {
  let kept: RunEvent[] = [];
  return {
    append: async (event) => void kept.push(event),
    load: async () => [...kept],
    clear: async () => void (kept = []),
  };
}

/**
 * The event as it may be kept on a device: ids and codes. What Azure said in words can name people and is left out,
 * and so is a claims challenge.
 */
export function idsOnly(event: RunEvent): RunEvent {
  switch (event.type) {
    case 'answered':
      return { ...event, end: endIdsOnly(event.end) };
    case 'ended':
      return { ...event, end: endIdsOnly(event.end) };
    case 'doubted':
    case 'askedForYou':
    case 'pausing':
    case 'paused':
      return { ...event, problem: problemIdsOnly(event.problem) };
    case 'started':
    case 'entered':
    case 'attempted':
    case 'referencesRefused':
    case 'resumed':
    case 'stopping':
    case 'over':
    case 'retried':
    case 'interrupted':
      return event;
  }
}

/** The same of how something ended. */
export function endIdsOnly<End extends AttemptEnd | ItemEnd>(end: End): End {
  return 'problem' in end ? { ...end, problem: problemIdsOnly(end.problem) } : end;
}

/** The same of a problem. */
export function problemIdsOnly({ azure, ...facts }: Problem): Problem {
  const kept = 'claims' in facts ? { code: facts.code } : facts;
  if (!azure) return kept;
  const { message: _, ...ids } = azure;
  return { ...kept, azure: ids };
}

/**
 * The shape of what is kept: change sets and events. Counted up whenever either changes in a way that an older record
 * does not follow; a record of another shape is not gone on with, and not thrown away.
 */
export const journalShape = 2;

/** Why a journal cannot be gone on with. */
export type CannotResume = 'noRun' | 'otherPerson' | 'otherChangeSet' | 'unreadable';

type Replayed = { readonly state: RunState } | { readonly cannot: CannotResume };

/** The run as its journal tells it so far. Only for the same person, tenant and change set. */
export function replayRun(events: readonly RunEvent[], changeSet: ChangeSet, fingerprint: string): Replayed {
  const [first] = events;
  if (!first) return { cannot: 'noRun' };
  try {
    if (first.type !== 'started') return { cannot: 'unreadable' };
    if (first.tenantId !== changeSet.tenantId || first.actor !== changeSet.actor) return { cannot: 'otherPerson' };
    if (first.fingerprint !== fingerprint || first.items !== changeSet.items.length)
      return { cannot: 'otherChangeSet' };
    const state = events.reduce<RunState | undefined>(runReducer, undefined);
    return state ? { state } : { cannot: 'unreadable' };
  } catch {
    // What is kept on a device can be damaged in any way: nothing in it is what its type says.
    return { cannot: 'unreadable' };
  }
}

/**
 * The run as its journal left it, set down after the interruption: an item with a write in flight is `unknown` and
 * will be verified, what had not ended waits. Only for the same person, tenant and change set.
 */
export function resumeRun(
  events: readonly RunEvent[],
  changeSet: ChangeSet,
  fingerprint: string,
  now: number,
): Replayed {
  return replayRun(events.length === 0 ? [] : [...events, { type: 'interrupted', at: now }], changeSet, fingerprint);
}
