import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ScopeFilter, ScopeRow } from '../../domain/scopeFilter.ts';
import { emptySelection, selectionOf, type Selection } from '../../domain/selection.ts';
import { linkSelection, openSelection, storedSelectionText, type OpenedSelection } from '../../domain/selectionLink.ts';
import { keepSelection, keptSelection } from '../../storage/selections.ts';

const parameter = 's';

/** What the address says about the choice, before anything was changed on this page. */
export function openedFromAddress(search: URLSearchParams): OpenedSelection {
  return openSelection(search.get(parameter) ?? 'i');
}

function startWith(opened: OpenedSelection): Selection {
  switch (opened.kind) {
    case 'ids':
      return opened.selection;
    case 'stored':
      return selectionOf(keptSelection(opened.key) ?? []);
    case 'filter':
    case 'invalid':
      return emptySelection;
  }
}

/** The key that a choice was kept under before: what is the same need not be kept again whenever something new is known. */
const keptUnder = new WeakMap<Selection, string>();

/** The choice as a piece of an address. A choice too large for that is kept in this tab under the key. */
export function addressOf(
  selection: Selection,
  rows: readonly ScopeRow[],
  filter: ScopeFilter,
  newKey: () => string,
): string {
  const linked = linkSelection(selection, rows, filter);
  if (linked.kind === 'text') return `${parameter}=${linked.text}`;
  const key = newKey();
  if (keptUnder.get(selection) !== key) keepSelection(key, linked.scopes);
  keptUnder.set(selection, key);
  return `${parameter}=${storedSelectionText(key)}`;
}

/** The choice of scopes, as the address said it when the page opened, and as it was changed since. */
export function useSelection(): {
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  readonly opened: OpenedSelection;
} {
  const [search] = useSearchParams();
  const [opened] = useState(() => openedFromAddress(search));
  const [selection, setSelection] = useState(() => startWith(opened));
  return { selection, setSelection, opened };
}
