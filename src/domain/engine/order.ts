import type { ChangeItem, ChangeSet, Doing } from '../changeSet.ts';
import { idKey } from '../ids.ts';
import type { CopyId } from '../ids.ts';
import type { ItemRun } from '../run.ts';

/**
 * The order in which the items begin, as positions in the change set: subscriptions that must be registered first,
 * because that takes longest, and by turns over all subscriptions, so that one with many resource groups holds up no
 * other. Azure's limits are per subscription too:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function beginningOrder({ items, registrations }: ChangeSet): readonly number[] {
  const registering = new Set(registrations);
  const turns = new Map<string, number>();
  return items
    .map(({ scope }, item) => {
      const turn = turns.get(scope.subscriptionId) ?? 0;
      turns.set(scope.subscriptionId, turn + 1);
      return { item, turn, late: registering.has(scope.subscriptionId) ? 0 : 1 };
    })
    .sort((one, other) => one.turn - other.turn || one.late - other.late)
    .map(({ item }) => item);
}

/** Which items an item waits for, as positions in the change set, and what has to have become of them. */
export interface Dependency {
  readonly on: readonly number[];
  /** `all`: each must have ended well. `any`: one of them is enough, once they have all ended. */
  readonly needs: 'all' | 'any';
}

/**
 * What each item waits for. A delegation waits for the copy that is accepted for it; a copy is deleted after every delegation
 * that refers to it; a kept copy is written again after the removals, whichever of them went well, and what is delegated to
 * it after that.
 */
export function dependenciesOf({ items }: Pick<ChangeSet, 'items'>): readonly Dependency[] {
  const all = (test: (other: ChangeItem) => boolean): readonly number[] =>
    items.flatMap((other, index) => (test(other) ? index : []));
  const removals = all(({ does }) => does === 'remove');
  const waitingFor = byCopy(items);
  return items.map((item): Dependency => {
    switch (item.does) {
      case 'accept':
      case 'update':
      case 'remove':
        return { on: [], needs: 'all' };
      case 'delegate':
        return {
          on: item.ways.flatMap((way) => (way.kind === 'copy' ? [] : waitingFor('accept', way.copyId))),
          needs: 'all',
        };
      case 'removeCopy':
        return { on: waitingFor('remove', item.copyId), needs: 'all' };
      case 'reapplyCopy':
        return { on: removals, needs: 'any' };
      case 'reapply':
        return { on: waitingFor('reapplyCopy', item.copyId), needs: 'all' };
    }
  });
}

function byCopy(items: readonly ChangeItem[]): (does: Doing, copyId: CopyId) => readonly number[] {
  const found = new Map<string, number[]>();
  items.forEach((item, index) => {
    if (!('copyId' in item)) return;
    const key = `${item.does} ${idKey(item.copyId)}`;
    found.set(key, [...(found.get(key) ?? []), index]);
  });
  return (does, copyId) => found.get(`${does} ${idKey(copyId)}`) ?? [];
}

/**
 * When the last delegation that this run took away was seen to be gone; `undefined` where it took none away. One whose end
 * is unknown may be gone as well.
 */
export function lastRemoval({ items }: Pick<ChangeSet, 'items'>, runs: readonly ItemRun[]): number | undefined {
  const moments = items.flatMap((item, index) => {
    const run = runs[index];
    if (item.does !== 'remove' || !run) return [];
    if (run.status.state === 'done') return run.status.proof.readAt;
    return run.status.state === 'unknown' ? (run.endedAt ?? []) : [];
  });
  return moments.length === 0 ? undefined : Math.max(...moments);
}
