import type { ChangeSet } from '../changeSet.ts';

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
    .sort((one, other) => one.turn - other.turn || one.late - other.late || one.item - other.item)
    .map(({ item }) => item);
}
