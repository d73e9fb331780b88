import type { ChangeItem, DelegateItem } from '../changeSet.ts';
import { sameId } from '../ids.ts';
import type { CopyId, DelegationId } from '../ids.ts';
import type { Engine, Task } from './engine.ts';

/** The change set's item that a task works on. */
export function itemOf({ changeSet }: Engine, { item }: Task): ChangeItem {
  const found = changeSet.items[item];
  if (!found) throw new Error(`The change set has no item ${item}.`);
  return found;
}

/** The item's ways in order, without references once Azure has refused one. */
export function waysLeft({ log }: Engine, { ways }: DelegateItem): DelegateItem['ways'] {
  if (!log.state.referencesRefused) return ways;
  const [first, ...rest] = ways.filter(({ kind }) => kind !== 'reference');
  return first ? [first, ...rest] : ways;
}

/** Whether this run may have done that to a delegation or a copy: a write of it was sent and not refused. */
export function wasTried({ log }: Engine, task: Task, id: DelegationId | CopyId): boolean {
  const own = log.state.items[task.item]?.attempts ?? [];
  return [...own, ...log.state.shared].some(
    ({ target, end }) => sameId(target, id) && end?.outcome !== 'refused' && end?.outcome !== 'notSent',
  );
}
