import type { ChangeSet } from '../changeSet.ts';
import { idsOnly } from '../journal.ts';
import type { Journal } from '../journal.ts';
import type { Surroundings } from '../port.ts';
import { runReducer } from '../runReducer.ts';
import type { RunEvent, RunState } from '../run.ts';

type WithoutTime<Event> = Event extends RunEvent ? Omit<Event, 'at'> : never;

/** What happened; when is for the log to add. */
export type Happening = WithoutTime<RunEvent>;

interface RunLogOptions {
  readonly changeSet: ChangeSet;
  readonly fingerprint: string;
  readonly surroundings: Surroundings;
  readonly journal: Journal;
  readonly onEvent: ((event: RunEvent, state: RunState) => void) | undefined;
  /** The interrupted run that this one goes on with. */
  readonly from: RunState | undefined;
}

/** The one place where a run's state changes: every event goes into the journal and into the state, in one order. */
export class RunLog {
  #state: RunState | undefined;
  #stored: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  readonly #options: RunLogOptions;

  constructor(options: RunLogOptions) {
    this.#options = options;
    this.#state = options.from;
    this.note(options.from ? { type: 'interrupted' } : started(options));
  }

  get state(): RunState {
    // The constructor has noted the first event.
    return this.#state as RunState;
  }

  /** Puts an event on record. */
  note(happening: Happening): void {
    const { journal, surroundings, onEvent } = this.#options;
    const event: RunEvent = { ...happening, at: surroundings.now() };
    const state = runReducer(this.#state, event);
    this.#state = state;
    this.#stored = journal.append(idsOnly(event));
    // Whoever depends on the storing waits for it, and hears there that it failed.
    this.#stored.catch(() => undefined);
    onEvent?.(event, state);
    for (const listener of this.#listeners) listener();
  }

  /** Puts an event on record; resolves once it is stored for good, rejects where it cannot be. */
  noteFirst(happening: Happening): Promise<void> {
    this.note(happening);
    return this.#stored;
  }

  /** Resolves once everything noted so far is stored, or cannot be. */
  async settled(): Promise<void> {
    await this.#stored.catch(() => undefined);
  }

  /** Calls back after each event, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

function started({ changeSet, fingerprint, surroundings }: RunLogOptions): Happening {
  const { tenantId, actor, items } = changeSet;
  return { type: 'started', runId: surroundings.newId(), tenantId, actor, fingerprint, items: items.length };
}
