import { useCallback, useSyncExternalStore } from 'react';
import type { RunState } from '../../domain/run.ts';
import type { HostedRun } from '../../runs/runHost.ts';
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
