import type { ChangeSet } from '../changeSet.ts';
import type { ItemEnd, ItemRun } from '../run.ts';
import type { Dependency } from './order.ts';

/**
 * How an item ends that may not begin, because what it waited for did not end well; `undefined` where it may. To be asked
 * once everything it waits for has ended.
 */
export function barredBy({ on, needs }: Dependency, runs: readonly ItemRun[]): ItemEnd | undefined {
  const states = on.map((index) => runs[index]?.status.state);
  const isWell = (state: (typeof states)[number]) => state === 'done' || state === 'already';
  // A removal that nobody knows the end of may have taken something: what restores it is due.
  const mayBegin = needs === 'all' ? states.every(isWell) : states.some((it) => isWell(it) || it === 'unknown');
  if (mayBegin || on.length === 0) return undefined;
  const isStopped = states.every((state) => isWell(state) || state === 'stopped');
  return isStopped ? { state: 'stopped' } : { state: 'failed', problem: { code: 'earlierStepFailed' } };
}

/**
 * What has to be done once more together with these items: what never began because of them, and what restores the access
 * that another removal takes again.
 */
export function alsoAgain(
  { items }: Pick<ChangeSet, 'items'>,
  dependencies: readonly Dependency[],
  runs: readonly ItemRun[],
  again: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set(again);
  // Whoever waits may be waited for: until nothing is added any more.
  for (let size = -1; size !== found.size;) {
    size = found.size;
    dependencies.forEach(({ on }, index) => {
      const run = runs[index];
      if (run?.endedAt === undefined || !on.some((other) => found.has(other))) return;
      const { status } = run;
      const neverBegan =
        status.state === 'stopped' || (status.state === 'failed' && status.problem.code === 'earlierStepFailed');
      const restores = items[index]?.does === 'reapplyCopy' || items[index]?.does === 'reapply';
      if (neverBegan || restores) found.add(index);
    });
  }
  return found;
}
