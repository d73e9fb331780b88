import type { ChangeSet } from '../domain/changeSet.ts';
import { startRun, type Run } from '../domain/executor.ts';
import type { Journal } from '../domain/journal.ts';
import type { DelegationPort, Surroundings } from '../domain/port.ts';
import type { Explained } from '../domain/receipt.ts';
import { isOver, type RunState } from '../domain/run.ts';
import type { Language } from '../text/language.ts';

/** What a person confirmed, as it goes into the receipt. */
export interface Confirmation {
  readonly fingerprint: string;
  /** Exactly as shown beside the checkbox. */
  readonly text: string;
  readonly language: Language;
  readonly reason?: string;
  /** The access as it was explained beside it. */
  readonly explained: readonly Explained[];
}

/** A run with everything that its page and its receipt need. */
export interface HostedRun {
  readonly changeSet: ChangeSet;
  readonly confirmation: Confirmation;
  readonly run: Run;
}

/**
 * The home of the run, outside React: it goes on while pages come and go. One at a time; the one that has ended stays
 * until the next begins.
 */
export interface RunHost {
  /** Begins to write. Rejects where another run is still going, or the change set is not what was confirmed. */
  start(changeSet: ChangeSet, confirmation: Confirmation): Promise<HostedRun>;
  current(): HostedRun | undefined;
  /** Calls back when a run begins and whenever it changes. */
  subscribe(listener: () => void): () => void;
}

export function createRunHost(tools: {
  readonly port: DelegationPort;
  readonly surroundings: Surroundings;
  readonly journal: () => Journal;
  /** After each time every item has ended, also after a retry. */
  readonly onEnded: (hosted: HostedRun, state: RunState) => void;
}): RunHost {
  let current: HostedRun | undefined;
  let starting = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    async start(changeSet, confirmation) {
      if (starting || (current && !isOver(current.run.state())))
        throw new Error('One run at a time: another one is still going.');
      starting = true;
      const run = await startRun({
        changeSet,
        fingerprint: confirmation.fingerprint,
        port: tools.port,
        surroundings: tools.surroundings,
        journal: tools.journal(),
      }).finally(() => {
        starting = false;
      });
      const hosted = { changeSet, confirmation, run };
      current = hosted;
      let over = false;
      run.subscribe(() => {
        const state = run.state();
        const nowOver = isOver(state);
        if (nowOver && !over) tools.onEnded(hosted, state);
        over = nowOver;
        tell();
      });
      tell();
      return hosted;
    },
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
