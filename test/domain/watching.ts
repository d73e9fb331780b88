import type { Run } from '../../src/domain/executor.ts';
import type { Phase, RunState } from '../../src/domain/run.ts';
import type { AzureModel } from './azureModel.ts';
import type { Fault, Trouble } from './azureSession.ts';

/** How each item ended, in words. */
export function endsOf({ items }: RunState): readonly string[] {
  return items.map(({ status }) => ('problem' in status ? `${status.state}: ${status.problem.code}` : status.state));
}

/** The writes that reached Azure, in order. */
export function writesOf({ audit }: AzureModel): readonly string[] {
  return audit.map(({ kind, committed }) => (committed ? kind : `${kind} refused`));
}

/** Befalls the first requests of one kind to each address, in order. */
export function faults(operation: string, ...list: readonly Fault[]): Trouble {
  return { faultAt: (op, _target, n) => (op === operation ? list[n] : undefined) };
}

/** Resolves when the run is in this phase. */
export function reached(run: Run, name: Phase['name']): Promise<void> {
  return new Promise((resolve) => {
    const leave = run.subscribe(() => {
      if (run.state().phase.name !== name) return;
      leave();
      resolve();
    });
  });
}
