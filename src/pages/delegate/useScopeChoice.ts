import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Estate } from '../../domain/estate.ts';
import type { ScopeId, SubscriptionId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import type { ScopeFilter } from '../../domain/scopeFilter.ts';
import { choose, chooseKeyed, type Selection } from '../../domain/selection.ts';
import { applyOpenedFilter } from '../../domain/selectionLink.ts';
import { paths } from '../../paths.ts';
import { useServices } from '../services.ts';
import { useKeptInAddress } from '../shared/useKeptInAddress.ts';
import {
  addableRows,
  choiceOf,
  countAddable,
  countChosen,
  countTabs,
  createFinder,
  drawnRows,
  groupsIn,
  underTab,
  type TabName,
} from './scopeBlocks.ts';
import { subscriptionsToOpen } from './scopeRows.ts';
import { useEveryGroup } from './useEveryGroup.ts';
import { useReadiness } from './useReadiness.ts';
import { useScopeList } from './useScopeList.ts';
import { addressOf, useSelection } from './useSelection.ts';

function without(all: Iterable<SubscriptionId>, some: ReadonlySet<SubscriptionId>): ReadonlySet<SubscriptionId> {
  return new Set([...all].filter((one) => !some.has(one)));
}

/** Everything that choosing scopes consists of: the list, what narrows it down, the choice and what it comes to. */
export function useScopeChoice(offer: Offer, estate: Estate) {
  const { surroundings } = useServices();
  const { selection: kept, setSelection: keep, opened } = useSelection();
  const [touched, setTouched] = useState(opened.kind !== 'filter');
  const [someOpen, setSomeOpen] = useState<ReadonlySet<SubscriptionId>>(() => subscriptionsToOpen(kept.values()));
  const [wantsEveryGroup, setWantsEveryGroup] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<SubscriptionId>>(new Set());
  const judge = useReadiness(offer);
  const everyGroup = useEveryGroup(wantsEveryGroup, estate.subscriptions, judge);
  const groups = everyGroup.state === 'shown' ? everyGroup.groups : undefined;
  // Those that appear while all are shown are open as well.
  const ids = useMemo(() => estate.subscriptions.map((one) => one.subscriptionId), [estate.subscriptions]);
  const open = useMemo(() => (groups ? without(ids, closed) : someOpen), [groups, ids, closed, someOpen]);
  const setOpen = useCallback(
    (next: ReadonlySet<SubscriptionId>) => (groups ? setClosed(without(ids, next)) : setSomeOpen(next)),
    [groups, ids],
  );
  const [filter, setFilter] = useState<ScopeFilter>({});
  const [tab, setTab] = useState<TabName>('all');
  const [key] = useState(() => surroundings.newId());

  // A chosen resource group counts whether its subscription is open or not.
  const loaded = useMemo(
    () =>
      groups && ids.every((id) => groups.has(id)) ? open : new Set([...open, ...subscriptionsToOpen(kept.values())]),
    [groups, ids, open, kept],
  );
  const { subscriptions, blocks } = useScopeList(estate, judge, loaded, groups);
  const selection = useMemo(
    () => (touched || opened.kind !== 'filter' ? kept : applyOpenedFilter(opened, subscriptions).selection),
    [touched, opened, kept, subscriptions],
  );
  const setSelection = (next: Selection) => {
    setTouched(true);
    keep(next);
  };
  const address = useMemo(
    () => addressOf(selection, subscriptions, filter, () => key),
    [selection, subscriptions, filter, key],
  );
  useKeptInAddress(touched ? address : undefined);

  const searched = useDeferredValue(filter);
  const find = useMemo(() => createFinder(searched), [searched]);
  const shown = useMemo(() => underTab(tab, selection, find), [tab, selection, find]);
  const rows = useMemo(() => drawnRows(blocks, shown, open), [blocks, shown, open]);
  const choice = useMemo(() => choiceOf(selection), [selection]);
  const counts = useMemo(() => ({ chosen: choice.chosen, ...countChosen(blocks, choice) }), [blocks, choice]);
  const under = useMemo(() => countTabs(blocks, find), [blocks, find]);
  const addable = useMemo(() => {
    const all = countAddable(blocks, find, choice);
    // A resource group whose subscription happens to be open is none of "all".
    return groups ? all : { ...all, groups: 0 };
  }, [blocks, find, choice, groups]);
  const groupCount = useMemo(() => blocks.reduce((sum, block) => sum + groupsIn(block).length, 0), [blocks]);
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
    everyGroup,
    setWantsEveryGroup,
    /** Resource groups that are read, of all subscriptions or of the opened ones. */
    groupCount,
    filter,
    setFilter,
    tab,
    setTab,
    counts,
    /** How many "select all" would add. */
    addable,
    selectAll: (kind: keyof typeof addable) =>
      setSelection(chooseKeyed(selection, addableRows(blocks, find, choice)[kind])),
    /** Subscriptions that nobody has looked at yet. */
    unchecked,
    address,
    /** How many rows stand under a tab. */
    countUnder: (name: TabName) => (name === 'selected' ? counts.chosen : under[name]),
    /** A link that opens this choice, for someone else to check and decide. */
    link: `${location.origin}${paths.delegate(offer.key)}?${address}`,
    /** The same with these scopes as well. */
    linkWith: (scopes: Iterable<ScopeId>) =>
      `${location.origin}${paths.delegate(offer.key)}?${addressOf(choose(selection, scopes), subscriptions, filter, () => key)}`,
  };
}
