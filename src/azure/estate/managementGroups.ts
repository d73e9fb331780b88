import { subscriptionId, type SubscriptionId } from '../../domain/ids.ts';
import type { ManagementGroup } from '../../domain/scope.ts';
import type { ArmReader } from '../access/reader.ts';
import { list, record, text, texts } from '../shapes/json.ts';

/** The groups above each subscription, from the root down. */
export type GroupsAbove = ReadonlyMap<SubscriptionId, readonly ManagementGroup[]>;

/**
 * The management groups above every subscription that the person sees, in one list. Rejects with a `ProblemError`.
 * https://learn.microsoft.com/rest/api/managementgroups/entities/list
 */
export async function readManagementGroups(reader: ArmReader, signal: AbortSignal): Promise<GroupsAbove> {
  const entities = await reader.postList('/providers/Microsoft.Management/getEntities', '2021-04-01', signal);
  const subscriptions = entities.map(record).filter(({ type }) => /^\/subscriptions$/i.test(text(type) ?? ''));
  return new Map(
    subscriptions.flatMap(({ name, properties }) => {
      const { parentNameChain, parentDisplayNameChain } = record(properties);
      const titles = list(parentDisplayNameChain);
      const groups = texts(parentNameChain).map((group, index) => {
        return { name: group, displayName: text(titles[index]) ?? group };
      });
      return groups.length === 0 ? [] : [[subscriptionId(text(name) ?? ''), groups] as const];
    }),
  );
}
