import type { ChangeItem } from '../../domain/changeSet.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import type { ManagementGroup } from '../../domain/scope.ts';

/** A part of the picture of a run: what lies in one management group. Items are positions in the change set. */
export interface RunGroup {
  readonly key: string;
  /** Names from the first one that tells the groups apart; `undefined` where nobody knows the management groups. */
  readonly path: readonly string[] | undefined;
  readonly items: readonly number[];
  /** The same items, those of one subscription together. */
  readonly subscriptions: readonly (readonly number[])[];
}

/**
 * The items of a run by management group: as deep into the tree as `most` groups go, in the order of the change set.
 * Every item is in exactly one group.
 */
export function runGroups(
  items: readonly ChangeItem[],
  pathOf: (subscription: SubscriptionId) => readonly ManagementGroup[] | undefined,
  most: number,
): readonly RunGroup[] {
  const paths = items.map(({ scope }) => pathOf(scope.subscriptionId));
  const deepest = Math.max(1, ...paths.map((path) => path?.length ?? 0));
  let groups = groupsAt(paths, 1);
  for (let depth = 2; depth <= deepest; depth += 1) {
    const finer = groupsAt(paths, depth);
    if (finer.size > most) break;
    groups = finer;
  }
  const known = [...groups.values()].flatMap(({ path }) => (path ? [path] : []));
  const said = sharedNames(known);
  return [...groups].map(([key, { path, at }]) => ({
    key,
    // A group that is itself above others keeps its own name.
    path: path && path.slice(Math.min(said, path.length - 1)).map(({ displayName }) => displayName),
    items: at,
    subscriptions: bySubscription(items, at),
  }));
}

interface Part {
  readonly path: readonly ManagementGroup[] | undefined;
  readonly at: number[];
}

function groupsAt(paths: readonly (readonly ManagementGroup[] | undefined)[], depth: number): Map<string, Part> {
  const groups = new Map<string, Part>();
  paths.forEach((whole, at) => {
    const path = whole?.slice(0, depth);
    const key = path?.map(({ name }) => name).join('/') ?? '';
    const group = groups.get(key) ?? { path: path?.length ? path : undefined, at: [] };
    group.at.push(at);
    groups.set(key, group);
  });
  return groups;
}

/** How many names all paths begin with. */
function sharedNames(paths: readonly (readonly ManagementGroup[])[]): number {
  const [first = [], ...others] = paths;
  const differs = first.findIndex(({ name }, at) => others.some((path) => path[at]?.name !== name));
  return differs < 0 ? first.length : differs;
}

function bySubscription(items: readonly ChangeItem[], positions: readonly number[]): readonly (readonly number[])[] {
  const found = new Map<SubscriptionId | undefined, number[]>();
  for (const at of positions) {
    const subscription = items[at]?.scope.subscriptionId;
    const own = found.get(subscription);
    if (own) own.push(at);
    else found.set(subscription, [at]);
  }
  return [...found.values()];
}
