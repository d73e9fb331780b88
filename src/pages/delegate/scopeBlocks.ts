import type { SubscriptionId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import { isSelectable, rowFilter, type ScopeFilter } from '../../domain/scopeFilter.ts';
import type { ResourceGroup } from '../../domain/scope.ts';
import { subscriptionKeyOf, type Selection } from '../../domain/selection.ts';
import { needsSomeoneElse, type ListedScope, type ListRow } from './scopeRows.ts';

/*
 * With tens of thousands of resource groups nothing may be asked of every row whenever something new is known. So what the
 * list, its tabs and its buttons need is worked out for each subscription, and kept until that one changes.
 */

/** A subscription in the list, with its resource groups as far as they are read. The same block while nothing in it changes. */
export interface ScopeBlock {
  readonly row: ListedScope;
  readonly inside: Known<readonly ListedScope[]> | undefined;
}

const blocks = new WeakMap<
  ListedScope,
  { readonly groups: Known<readonly ResourceGroup[]> | undefined; readonly block: ScopeBlock }
>();

/**
 * @param groups what is known of its resource groups; while it and the row are the same, so is everything in the block
 * @param judged the groups as rows
 */
export function blockOf(
  row: ListedScope,
  groups: Known<readonly ResourceGroup[]> | undefined,
  judged: (groups: readonly ResourceGroup[]) => readonly ListedScope[],
): ScopeBlock {
  const before = blocks.get(row);
  if (before && isSame(before.groups, groups)) return before.block;
  const inside = groups?.state === 'known' ? ({ state: 'known', value: judged(groups.value) } as const) : groups;
  const block = { row, inside };
  blocks.set(row, { groups, block });
  return block;
}

function isSame(one: Known<unknown> | undefined, other: Known<unknown> | undefined): boolean {
  return one === other || (one?.state === 'known' && other?.state === 'known' && one.value === other.value);
}

/** The resource groups of a block that are read. */
export function groupsIn({ inside }: ScopeBlock): readonly ListedScope[] {
  return inside?.state === 'known' ? inside.value : [];
}

export const tabs = ['all', 'ready', 'needsRegistration', 'blocked', 'delegated', 'notChecked', 'selected'] as const;
export type TabName = (typeof tabs)[number];

/** The tab that a scope stands under: what could not be checked belongs to what is not checked. */
function tabOf({ readiness }: ListedScope): TabName {
  return readiness === 'unknown' ? 'notChecked' : readiness;
}

/** What a filter leaves of a block. */
export interface Found {
  /** Whether the subscription itself passes. */
  readonly self: boolean;
  readonly groups: readonly ListedScope[];
  /** Whether the subscription passes and can be delegated now. */
  readonly isSelectable: boolean;
  /** The groups that can. */
  readonly selectable: readonly ListedScope[];
  readonly counts: Readonly<Record<TabName, number>>;
}

type Blocks = readonly ScopeBlock[];
type Find = (block: ScopeBlock) => Found;

/** Filters blocks, each once. */
export function createFinder(filter: ScopeFilter): Find {
  const passes = rowFilter(filter);
  const isOpen = Object.keys(filter).length === 0;
  const found = new WeakMap<ScopeBlock, Found>();
  return (block) => {
    const before = found.get(block);
    if (before) return before;
    const all = groupsIn(block);
    const self = isOpen || passes(block.row);
    const groups = isOpen ? all : all.filter(passes);
    const counts = { all: 0, ready: 0, needsRegistration: 0, blocked: 0, delegated: 0, notChecked: 0, selected: 0 };
    for (const row of self ? [block.row, ...groups] : groups) {
      counts.all += 1;
      counts[tabOf(row)] += 1;
    }
    const now = {
      self,
      groups,
      isSelectable: self && isSelectable(block.row.readiness),
      selectable: groups.filter(({ readiness }) => isSelectable(readiness)),
      counts,
    };
    found.set(block, now);
    return now;
  };
}

/** How many rows stand under each tab; what is selected is counted elsewhere. */
export function countTabs(list: Blocks, find: Find): Found['counts'] {
  const sum = { all: 0, ready: 0, needsRegistration: 0, blocked: 0, delegated: 0, notChecked: 0, selected: 0 };
  for (const block of list) {
    const { counts } = find(block);
    for (const tab of tabs) sum[tab] += counts[tab];
  }
  return sum;
}

/** What of it stands under a tab. */
export function underTab(
  tab: TabName,
  selection: Selection,
  find: Find,
): (block: ScopeBlock) => Pick<Found, 'self' | 'groups'> {
  if (tab === 'all') return find;
  const isUnder = (row: ListedScope) => (tab === 'selected' ? selection.has(row.key) : tabOf(row) === tab);
  return (block) => {
    const { self, groups } = find(block);
    return { self: self && isUnder(block.row), groups: groups.filter(isUnder) };
  };
}

/** A selection, with the subscriptions in which something is chosen: in all others nothing has to be looked at. */
export interface Choice {
  readonly selection: Selection;
  readonly within: ReadonlySet<string>;
  /** How many scopes a run would act on: resource groups whose subscription is chosen too come with it. */
  readonly chosen: number;
}

export function choiceOf(selection: Selection): Choice {
  const within = new Set<string>();
  let chosen = 0;
  for (const key of selection.keys()) {
    const above = subscriptionKeyOf(key);
    within.add(above ?? key);
    if (above === undefined || !selection.has(above)) chosen += 1;
  }
  return { selection, within, chosen };
}

/** What "select all" would add: of a chosen subscription nothing, for its resource groups come with it. */
export interface Addable<Of> {
  readonly subscriptions: Of;
  readonly groups: Of;
}

/** What it would add of one subscription. Where nothing is chosen in it, there is nothing to ask of its groups. */
function addableIn(block: ScopeBlock, find: Find, { selection, within }: Choice) {
  const { isSelectable, selectable } = find(block);
  const { key } = block.row;
  if (!within.has(key)) return { self: isSelectable, groups: selectable };
  if (selection.has(key)) return { self: false, groups: [] };
  return { self: isSelectable, groups: selectable.filter((row) => !selection.has(row.key)) };
}

/** How many it would add. */
export function countAddable(list: Blocks, find: Find, choice: Choice): Addable<number> {
  let subscriptions = 0;
  let groups = 0;
  for (const block of list) {
    const addable = addableIn(block, find, choice);
    if (addable.self) subscriptions += 1;
    groups += addable.groups.length;
  }
  return { subscriptions, groups };
}

/** The rows themselves. */
export function addableRows(list: Blocks, find: Find, choice: Choice): Addable<readonly ListedScope[]> {
  return {
    subscriptions: list.filter((block) => addableIn(block, find, choice).self).map(({ row }) => row),
    groups: list.flatMap((block) => addableIn(block, find, choice).groups),
  };
}

/** What is known of what was chosen, in numbers; what comes with a chosen subscription is not counted. */
export function countChosen(list: Blocks, { selection, within }: Choice) {
  const counts = { ready: 0, register: 0, others: 0 };
  const count = (row: ListedScope) => {
    if (row.readiness === 'ready') counts.ready += 1;
    if (row.readiness === 'needsRegistration') counts.register += 1;
    if (needsSomeoneElse(row)) counts.others += 1;
  };
  for (const block of list) {
    if (!within.has(block.row.key)) continue;
    if (selection.has(block.row.key)) count(block.row);
    else for (const row of groupsIn(block)) if (selection.has(row.key)) count(row);
  }
  return counts;
}

/**
 * The list as it is drawn: the shown subscriptions under their management groups, an opened one followed by its resource
 * groups.
 */
export function drawnRows(
  list: Blocks,
  shown: (block: ScopeBlock) => Pick<Found, 'self' | 'groups'>,
  open: ReadonlySet<SubscriptionId>,
): readonly ListRow[] {
  const rows: ListRow[] = [];
  let members: ListedScope[] = [];
  let last: string | undefined;
  for (const block of list) {
    const { row, inside } = block;
    const { subscription } = row;
    const isOpen = open.has(subscription.subscriptionId);
    const { self, groups } = shown(block);
    if (!self && !(isOpen && groups.length > 0)) continue;
    if (row.groupKey !== last) {
      members = [];
      last = row.groupKey;
      rows.push({ kind: 'group', key: `group:${last}`, path: subscription.managementGroups, members });
    }
    // One that only stands above its groups was not looked for, and is not taken with the others.
    if (self) members.push(row);
    rows.push(row);
    if (!isOpen) continue;
    if (inside?.state === 'unknown') rows.push({ kind: 'unread', subscription, problem: inside.problem });
    else if (inside?.state !== 'known') rows.push({ kind: 'loading', subscription });
    else if (inside.value.length === 0) rows.push({ kind: 'none', subscription });
    else for (const group of groups) rows.push(group);
  }
  return rows;
}
