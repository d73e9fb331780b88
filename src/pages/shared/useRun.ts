import { useCallback, useSyncExternalStore } from 'react';
import type { ChangeSet } from '../../domain/changeSet.ts';
import type { Run } from '../../domain/executor.ts';
import { isOver, type RunState } from '../../domain/run.ts';
import type { HostedRun } from '../../runs/runHost.ts';
import type { FoundRun } from '../../runs/keptRun.ts';
import { useServices } from '../services.ts';

/** The run of this tab, in progress or the last one, with its state now. */
export function useRun(): { readonly hosted: HostedRun | undefined; readonly state: RunState | undefined } {
  const { runs } = useServices();
  const hosted = useSyncExternalStore(runs.subscribe, runs.current);
  const state = useSyncExternalStore(
    runs.subscribe,
    useCallback(() => runs.current()?.run.state(), [runs]),
  );
  return { hosted, state };
}

/** A run that this device kept and this tab does not carry out. */
export function useFoundRun(): FoundRun | undefined {
  const { runs } = useServices();
  return useSyncExternalStore(runs.subscribe, runs.found);
}

/** A run as its page shows it. Without `run` another tab carries it out, and it can only be watched. */
export interface ShownRun {
  readonly changeSet: ChangeSet;
  readonly state: RunState;
  readonly run?: Run;
}

/** The run to show: this tab's own, unless that is over and another tab is at work. */
export function useShownRun(): ShownRun | undefined {
  const { hosted, state } = useRun();
  const found = useFoundRun();
  const watched = found?.kind === 'elsewhere' ? found : undefined;
  if (watched && (!state || isOver(state))) return watched;
  return hosted && state && { changeSet: hosted.changeSet, run: hosted.run, state };
}
