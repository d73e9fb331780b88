import type { Readiness } from './readiness.ts';
import type { Scope, Subscription } from './scope.ts';

/** One scope of the list that people choose from, with what filters look at. */
export interface ScopeRow {
  readonly scope: Scope;
  /** The scope itself, or the subscription that the resource group is in. */
  readonly subscription: Subscription;
  readonly readiness: Readiness['state'];
  /** Made once by `searchText`: searching ten thousand rows per key press must not build it anew. */
  readonly searchText: string;
}

/** What a person filters by; all parts must hold. Empty: everything. */
export interface ScopeFilter {
  readonly text?: string;
  readonly state?: Readiness['state'];
  /** Without a value: whoever carries the tag. Azure compares tag names without regard to case, values with. */
  readonly tag?: { readonly name: string; readonly value?: string };
  /** The id segment of a management group; whatever is below it, however deep. */
  readonly managementGroup?: string;
}

/** The form in which text is searched: no case, and composed, so that Korean from a Mac is found as well. */
export function foldText(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/** Everything that a search by text looks at: name, ids and tags. */
export function searchText(scope: Scope): string {
  const tags = Object.entries(scope.tags).map(([name, value]) => `${name}=${value}`);
  return foldText([scope.name, scope.id, ...tags].join('\n'));
}

/** Whether every word of the query occurs somewhere in the texts; an empty query finds everything. Made ready once for many. */
export function textFilter(query: string): (...texts: readonly string[]) => boolean {
  const words = foldText(query).split(/\s+/);
  return (...texts) => words.every((word) => texts.some((text) => text.includes(word)));
}

function hasTag({ tags }: Scope, wanted: NonNullable<ScopeFilter['tag']>): boolean {
  return Object.entries(tags).some(
    ([name, value]) =>
      name.toLowerCase() === wanted.name.toLowerCase() && (wanted.value === undefined || wanted.value === value),
  );
}

/** Whether a row passes the filter. Where management groups cannot be read, no filter by group finds the row. */
export function matchesFilter(row: ScopeRow, filter: ScopeFilter): boolean {
  return rowFilter(filter)(row);
}

/** The same for many rows: what is looked for is made ready once. */
export function rowFilter({ text, state, tag, managementGroup }: ScopeFilter): (row: ScopeRow) => boolean {
  const group = managementGroup?.toLowerCase();
  const hasText = text === undefined ? undefined : textFilter(text);
  return ({ scope, subscription, readiness, searchText: searched }) =>
    (state === undefined || readiness === state) &&
    (group === undefined || (subscription.managementGroups ?? []).some(({ name }) => name.toLowerCase() === group)) &&
    (tag === undefined || hasTag(scope, tag)) &&
    (hasText === undefined || hasText(searched));
}

/** Whether the scope can be delegated now, be it after registering. */
export function isSelectable(readiness: Readiness['state']): boolean {
  return readiness === 'ready' || readiness === 'needsRegistration';
}

/** The rows that "select all" of this filter means: those that match and can be delegated. */
export function selectableRows(rows: readonly ScopeRow[], filter: ScopeFilter): readonly ScopeRow[] {
  const passes = rowFilter(filter);
  return rows.filter((row) => isSelectable(row.readiness) && passes(row));
}

/** Whether a row is the subscription itself and not something in it. */
export function isWholeSubscription(row: ScopeRow): boolean {
  return row.scope.kind === 'subscription';
}
