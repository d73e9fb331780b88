import { idKey, type ScopeId } from './ids.ts';
import { selectableRows, type ScopeFilter, type ScopeRow } from './scopeFilter.ts';

/** The scopes that a person chose, in a fixed order, each once whatever its letters. Never changed: each step makes a new one. */
export type Selection = ReadonlyMap<string, ScopeId>;

/** The selection of exactly these scopes. */
export function selectionOf(scopes: Iterable<ScopeId>): Selection {
  const found = new Map<string, ScopeId>();
  for (const scope of scopes) {
    const key = idKey(scope);
    if (!found.has(key)) found.set(key, scope);
  }
  // Only the keys are sorted, by code units: the one order that needs no function of ours, and there may be tens of thousands.
  // Each of them was set above.
  return new Map([...found.keys()].toSorted().map((key) => [key, found.get(key)!]));
}

export const emptySelection: Selection = new Map();

/** Whether the scope itself is chosen. */
export function isChosen(selection: Selection, scope: ScopeId): boolean {
  return selection.has(idKey(scope));
}

/**
 * The key of the subscription that a resource group is in, by its own key; `undefined` for a subscription. Cut and not parsed: it is
 * asked of tens of thousands.
 */
export function subscriptionKeyOf(key: string): string | undefined {
  const end = key.indexOf('/resourcegroups/');
  return end < 0 ? undefined : key.slice(0, end);
}

/** The chosen subscription that a resource group comes with; `undefined` where it is not chosen, and for subscriptions. */
export function coveredBy(selection: Selection, scope: ScopeId): ScopeId | undefined {
  const above = subscriptionKeyOf(idKey(scope));
  return above === undefined ? undefined : selection.get(above);
}

/** The selection with these scopes as well. */
export function choose(selection: Selection, scopes: Iterable<ScopeId>): Selection {
  return merged(selection, selectionOf(scopes));
}

/** Both in their one order. What is chosen already stays as it is written. */
function merged(selection: Selection, more: Selection): Selection {
  if (selection.size === 0) return more;
  const both = new Map<string, ScopeId>();
  const waiting = [...more].filter(([key]) => !selection.has(key)).toReversed();
  for (const [key, scope] of selection) {
    for (let next = waiting.at(-1); next !== undefined && next[0] < key; next = waiting.at(-1)) {
      both.set(...next);
      waiting.pop();
    }
    both.set(key, scope);
  }
  for (const [key, scope] of waiting.toReversed()) both.set(key, scope);
  return both;
}

/** The selection without these scopes. */
export function unchoose(selection: Selection, scopes: Iterable<ScopeId>): Selection {
  const gone = new Set([...scopes].map(idKey));
  return new Map([...selection].filter(([key]) => !gone.has(key)));
}

/** The selection with everything that the filter finds and that can be delegated now; with an empty filter, all that is ready. */
export function chooseReady(selection: Selection, rows: readonly ScopeRow[], filter: ScopeFilter): Selection {
  return choose(
    selection,
    selectableRows(rows, filter).map((row) => row.scope.id),
  );
}

/** What a run has to act on: without the resource groups whose subscription is chosen too. */
export function effectiveScopes(selection: Selection): readonly ScopeId[] {
  const isCovered = (key: string) => selection.has(subscriptionKeyOf(key) ?? '');
  return [...selection].filter(([key]) => !isCovered(key)).map(([, scope]) => scope);
}

/** Whether both choose the same scopes. */
export function sameSelection(one: Selection, other: Selection): boolean {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}
