import { subscriptionId, type SubscriptionId } from '../../domain/ids.ts';
import type { ManagementGroup } from '../../domain/scope.ts';
import type { ArmReader } from '../access/reader.ts';
import { list, record, text } from '../shapes/json.ts';

const version = '2021-04-01';
const path = '/providers/Microsoft.Management/managementGroups';

/** The groups above each subscription, from the root down. */
export type GroupsAbove = ReadonlyMap<SubscriptionId, readonly ManagementGroup[]>;

/**
 * The management groups above every subscription, as far as the person may see them: the trees below the topmost groups
 * that can be read. Rejects with a `ProblemError` where none can.
 * https://learn.microsoft.com/rest/api/managementgroups/management-groups/get
 * @param tenant the root group of a tenant is named after it
 */
export async function readManagementGroups(
  reader: ArmReader,
  tenant: string,
  signal: AbortSignal,
): Promise<GroupsAbove> {
  const groups = await reader.list(path, version, {}, signal);
  const names = groups.flatMap((group) => text(record(group).name) ?? []);
  const root = names.find((name) => name.toLowerCase() === tenant.toLowerCase());
  const tops = root === undefined ? names : [root];
  const trees = await Promise.all(
    tops.map((name) =>
      reader.get(`${path}/${encodeURIComponent(name)}`, version, { $expand: 'children', $recurse: 'true' }, signal),
    ),
  );
  const above = new Map<SubscriptionId, readonly ManagementGroup[]>();
  for (const tree of trees) {
    const { name, properties } = record(tree);
    const { displayName, children } = record(properties);
    descend(groupOf(name, displayName), children, [], above);
  }
  return above;
}

function descend(
  group: ManagementGroup,
  children: unknown,
  parents: readonly ManagementGroup[],
  above: Map<SubscriptionId, readonly ManagementGroup[]>,
): void {
  const chain = [...parents, group];
  for (const child of list(children).map(record)) {
    if (/managementGroups$/i.test(text(child.type) ?? '')) {
      descend(groupOf(child.name, child.displayName), child.children, chain, above);
      continue;
    }
    const id = subscriptionId(text(child.name) ?? '');
    // Trees of groups below one another overlap; the longest chain is the one that starts highest.
    if ((above.get(id)?.length ?? 0) < chain.length) above.set(id, chain);
  }
}

function groupOf(name: unknown, displayName: unknown): ManagementGroup {
  const written = text(name) ?? '';
  return { name: written, displayName: text(displayName) ?? written };
}
