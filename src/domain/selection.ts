import { idKey, type ScopeId } from './ids.ts';

/** The scopes that a person chose, each once whatever its letters, by its key. Never changed: each step makes a new one. */
export type Selection = ReadonlyMap<string, ScopeId>;

/** The selection of exactly these scopes. */
export function selectionOf(scopes: Iterable<ScopeId>): Selection {
  return choose(emptySelection, scopes);
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

/** The selection with these scopes as well. What is chosen already stays as it is written. */
export function choose(selection: Selection, scopes: Iterable<ScopeId>): Selection {
  return chooseKeyed(
    selection,
    Array.from(scopes, (id) => ({ key: idKey(id), scope: { id } })),
  );
}

/** The same where their keys are known: to make those of tens of thousands takes longer than all the rest. */
export function chooseKeyed(
  selection: Selection,
  rows: Iterable<{ readonly key: string; readonly scope: { readonly id: ScopeId } }>,
): Selection {
  const wider = new Map(selection);
  for (const { key, scope } of rows) if (!wider.has(key)) wider.set(key, scope.id);
  return wider;
}

/** The selection without these scopes. */
export function unchoose(selection: Selection, scopes: Iterable<ScopeId>): Selection {
  const gone = new Set([...scopes].map(idKey));
  return new Map([...selection].filter(([key]) => !gone.has(key)));
}

/** The chosen scopes in their one order, however they were chosen. */
export function inOrder(selection: Selection): readonly ScopeId[] {
  // By code units: the one order that needs no function of ours, and there may be tens of thousands. Each key is one of the selection's own.
  return [...selection.keys()].toSorted().map((key) => selection.get(key)!);
}
