import { useEffect, useEffectEvent, useState } from 'react';
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
  keepSelection(key, linked.scopes);
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

/** Keeps the choice in the address, so that Back, a reload and a sign-in keep it; `undefined` leaves the address alone. */
export function useKeptInAddress(address: string | undefined): void {
  const [, setSearch] = useSearchParams();
  const [home] = useState(() => location.pathname);
  const keep = useEffectEvent((search: string) => {
    // On the way to another page this one is still drawn for a moment: it must not call the person back.
    if (location.pathname === home) setSearch(new URLSearchParams(search), { replace: true });
  });
  useEffect(() => {
    if (address !== undefined) keep(address);
  }, [address]);
}
