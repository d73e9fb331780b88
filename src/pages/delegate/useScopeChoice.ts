import { useDeferredValue, useMemo, useState } from 'react';
import type { Estate } from '../../domain/estate.ts';
import type { ScopeId, SubscriptionId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import { matchesFilter, selectableRows, type ScopeFilter } from '../../domain/scopeFilter.ts';
import { choose, coveredBy, effectiveScopes, isChosen, type Selection } from '../../domain/selection.ts';
import { applyOpenedFilter } from '../../domain/selectionLink.ts';
import { paths } from '../../paths.ts';
import { useServices } from '../services.ts';
import { useKeptInAddress } from '../shared/useKeptInAddress.ts';
import { drawnRows, needsSomeoneElse, subscriptionsToOpen, type ListedScope } from './scopeRows.ts';
import { useScopeList } from './useScopeList.ts';
import { addressOf, useSelection } from './useSelection.ts';

export const tabs = ['all', 'ready', 'needsRegistration', 'blocked', 'delegated', 'notChecked', 'selected'] as const;
export type TabName = (typeof tabs)[number];

/** The tab that a scope stands under: what could not be checked belongs to what is not checked. */
function tabOf({ readiness }: ListedScope): TabName {
  return readiness === 'unknown' ? 'notChecked' : readiness;
}

function countsOf(rows: readonly ListedScope[]): ReadonlyMap<TabName, number> {
  const counts = new Map<TabName, number>();
  for (const row of rows) counts.set(tabOf(row), (counts.get(tabOf(row)) ?? 0) + 1);
  return counts;
}

/** Everything that choosing scopes consists of: the list, what narrows it down, the choice and what it comes to. */
export function useScopeChoice(offer: Offer, estate: Estate) {
  const { surroundings } = useServices();
  const { selection: kept, setSelection: keep, opened } = useSelection();
  const [touched, setTouched] = useState(opened.kind !== 'filter');
  const [open, setOpen] = useState<ReadonlySet<SubscriptionId>>(() => subscriptionsToOpen(kept.values()));
  const [filter, setFilter] = useState<ScopeFilter>({});
  const [tab, setTab] = useState<TabName>('all');
  const [key] = useState(() => surroundings.newId());

  // A chosen resource group counts whether its subscription is open or not.
  const loaded = useMemo(() => new Set([...open, ...subscriptionsToOpen(kept.values())]), [open, kept]);
  const { subscriptions, groupRows, all } = useScopeList(estate, offer, loaded);
  const selection = useMemo(
    () => (touched || opened.kind !== 'filter' ? kept : applyOpenedFilter(opened, all).selection),
    [touched, opened, kept, all],
  );
  const setSelection = (next: Selection) => {
    setTouched(true);
    keep(next);
  };
  const address = useMemo(() => addressOf(selection, all, filter, () => key), [selection, all, filter, key]);
  useKeptInAddress(touched ? address : undefined);

  const searched = useDeferredValue(filter);
  const found = useMemo(() => all.filter((row) => matchesFilter(row, searched)), [all, searched]);
  const shown = useMemo(() => {
    if (tab === 'all') return new Set(found);
    return new Set(
      found.filter((row) => (tab === 'selected' ? isChosen(selection, row.scope.id) : tabOf(row) === tab)),
    );
  }, [found, tab, selection]);
  const rows = useMemo(
    () =>
      drawnRows(
        subscriptions,
        (row) => shown.has(row),
        open,
        (id) => groupRows.get(id),
      ),
    [subscriptions, shown, open, groupRows],
  );
  const effective = useMemo(() => new Set<ScopeId>(effectiveScopes(selection)), [selection]);
  const counts = useMemo(() => {
    const chosen = all.filter((row) => effective.has(row.scope.id));
    return {
      chosen: effective.size,
      ready: chosen.filter(({ readiness }) => readiness === 'ready').length,
      register: chosen.filter(({ readiness }) => readiness === 'needsRegistration').length,
      others: chosen.filter(needsSomeoneElse).length,
    };
  }, [all, effective]);
  const addable = useMemo(
    () =>
      selectableRows(found, {}).filter(
        ({ scope }) =>
          scope.kind === 'subscription' &&
          !isChosen(selection, scope.id) &&
          coveredBy(selection, scope.id) === undefined,
      ),
    [found, selection],
  );

  const under = useMemo(() => countsOf(found), [found]);
  const unchecked = useMemo(
    () => subscriptions.filter(({ readiness }) => readiness === 'notChecked').length,
    [subscriptions],
  );

  return {
    rows,
    selection,
    setSelection,
    open,
    setOpen,
    filter,
    setFilter,
    tab,
    setTab,
    counts,
    addable,
    /** Subscriptions that nobody has looked at yet. */
    unchecked,
    address,
    /** How many rows stand under a tab. */
    countUnder: (name: TabName) =>
      name === 'selected' ? counts.chosen : name === 'all' ? found.length : (under.get(name) ?? 0),
    /** A link that opens this choice, for someone else to check and decide. */
    link: `${location.origin}${paths.delegate(offer.key)}?${address}`,
    /** The same with these scopes as well. */
    linkWith: (scopes: Iterable<ScopeId>) =>
      `${location.origin}${paths.delegate(offer.key)}?${addressOf(choose(selection, scopes), all, filter, () => key)}`,
  };
}
