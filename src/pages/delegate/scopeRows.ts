import { idKey, type ScopeId, type SubscriptionId } from '../../domain/ids.ts';
import type { BlockReason } from '../../domain/blockReasons.ts';
import type { Known } from '../../domain/known.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Readiness } from '../../domain/readiness.ts';
import type { ManagementGroup, ResourceGroup, Scope, Subscription } from '../../domain/scope.ts';
import { isSelectable, searchText, type ScopeRow } from '../../domain/scopeFilter.ts';
import type { Format } from '../../text/format.ts';

/** A scope in the list, with the whole of its readiness. */
export interface ListedScope extends ScopeRow {
  readonly kind: 'scope';
  /** Of the scope's id, made once. */
  readonly key: string;
  readonly verdict: Readiness;
  /** The management groups above it, as one key; nothing where they are not known. */
  readonly groupKey: string;
}

/** What stands in the list: groups of subscriptions, scopes, and what is said under an opened subscription. */
export type ListRow =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly path: readonly ManagementGroup[] | undefined;
      readonly members: readonly ListedScope[];
    }
  | ListedScope
  | { readonly kind: 'loading' | 'none'; readonly subscription: Subscription }
  | { readonly kind: 'unread'; readonly subscription: Subscription; readonly problem: Problem };

type KnownGroups = Known<readonly ResourceGroup[]>;

const sortedGroups = new WeakMap<readonly ResourceGroup[], { readonly format: Format; readonly by: KnownGroups }>();

/** Sorted once for each language, as far as they are known: the same object for the same groups. */
export function byName(groups: KnownGroups, format: Format): KnownGroups {
  if (groups.state !== 'known') return groups;
  const before = sortedGroups.get(groups.value);
  if (before?.format === format) return before.by;
  const value = groups.value.toSorted((one, other) => format.compare(one.name, other.name));
  const by = { ...groups, value };
  sortedGroups.set(groups.value, { format, by });
  return by;
}

const listed = new WeakMap<Scope, ListedScope>();

/** The scope as a row, judged by what is known now: the same row as long as the verdict is the same. */
export function listedScope(scope: Scope, subscription: Subscription, verdict: Readiness): ListedScope {
  const known = listed.get(scope);
  if (known?.verdict === verdict) return known;
  const row: ListedScope = {
    kind: 'scope',
    key: known?.key ?? idKey(scope.id),
    scope,
    subscription,
    verdict,
    readiness: verdict.state,
    searchText: known?.searchText ?? searchText(scope),
    groupKey: known?.groupKey ?? subscription.managementGroups?.map(({ name }) => name).join('/') ?? '',
  };
  listed.set(scope, row);
  return row;
}

/** Names of management groups from the root down, as one line. */
export function pathText(path: readonly ManagementGroup[] | undefined): string | undefined {
  return path?.map(({ displayName }) => displayName).join(' / ');
}

/** Sorts subscriptions by the group that holds them, then by name; those whose group is not known come last. */
export function sortSubscriptions(subscriptions: readonly Subscription[], format: Format): readonly Subscription[] {
  const place = new Map(subscriptions.map((one) => [one, pathText(one.managementGroups) ?? '\uffff']));
  return subscriptions.toSorted(
    (one, other) =>
      format.compare(place.get(one) ?? '', place.get(other) ?? '') || format.compare(one.name, other.name),
  );
}

/** Reasons that someone else's account would not have: such a scope can be chosen to be handed over. */
const personal: Readonly<Record<BlockReason['code'], boolean>> = {
  missingActions: true,
  guest: true,
  denyAssignment: true,
  otherTenant: false,
  ownTenant: false,
  subscriptionState: false,
  unexpected: false,
  policy: false,
};

/** Whether a scope can be chosen: to delegate it, or to hand it to someone who may. */
export function canChoose({ verdict }: ListedScope): boolean {
  if (verdict.state === 'blocked') return verdict.reasons.every(({ code }) => personal[code]);
  return isSelectable(verdict.state);
}

/** Whether only somebody else may delegate it. */
export function needsSomeoneElse(row: ListedScope): boolean {
  return row.verdict.state === 'blocked' && canChoose(row);
}

/** All tags in use, as `name=value`, most used first. */
export function tagsOf(
  subscriptions: readonly Subscription[],
): readonly { readonly name: string; readonly value: string; readonly count: number }[] {
  const counts = new Map<string, { readonly name: string; readonly value: string; count: number }>();
  for (const { tags } of subscriptions) {
    for (const [name, value] of Object.entries(tags)) {
      const key = `${name.toLowerCase()}=${value}`;
      const found = counts.get(key);
      if (found) found.count += 1;
      else counts.set(key, { name, value, count: 1 });
    }
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

/** All management groups above these subscriptions, each with its path and how many subscriptions are below. */
export function managementGroupsOf(
  subscriptions: readonly Subscription[],
): readonly { readonly group: ManagementGroup; readonly path: string; readonly count: number }[] {
  const found = new Map<string, { readonly group: ManagementGroup; readonly path: string; count: number }>();
  for (const { managementGroups = [] } of subscriptions) {
    managementGroups.forEach((group, at) => {
      const known = found.get(group.name);
      if (known) known.count += 1;
      else found.set(group.name, { group, path: pathText(managementGroups.slice(0, at + 1)) ?? '', count: 1 });
    });
  }
  return [...found.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** The subscriptions whose resource groups are among these scopes: they are opened so that the choice can be seen. */
export function subscriptionsToOpen(scopes: Iterable<ScopeId>): ReadonlySet<SubscriptionId> {
  const open = new Set<SubscriptionId>();
  for (const scope of scopes) {
    const match = /^\/subscriptions\/([^/]+)\/resourceGroups\//i.exec(scope);
    // The pattern always has its group; the id is canonical already.
    if (match?.[1]) open.add(match[1] as SubscriptionId);
  }
  return open;
}
