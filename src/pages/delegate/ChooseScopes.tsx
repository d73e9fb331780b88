import { Button } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Estate } from '../../domain/estate.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import { matchesFilter, selectableRows, type ScopeFilter } from '../../domain/scopeFilter.ts';
import { choose, coveredBy, effectiveScopes, emptySelection, isChosen } from '../../domain/selection.ts';
import { applyOpenedFilter } from '../../domain/selectionLink.ts';
import type { Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterTabs } from '../../ui/FilterTabs.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { useCheckAll } from '../shared/useChecks.ts';
import { useOffersAt } from '../shared/useOffers.ts';
import { IdentityNotice } from './IdentityNotice.tsx';
import { OwnersDialog } from './OwnersDialog.tsx';
import { drawnRows, needsSomeoneElse, subscriptionsToOpen, type ListedScope } from './scopeRows.ts';
import { ScopeTable } from './ScopeTable.tsx';
import { ScopeTools } from './ScopeTools.tsx';
import { useScopeList } from './useScopeList.ts';
import { addressOf, useSelection } from './useSelection.ts';

const tabs = ['all', 'ready', 'needsRegistration', 'blocked', 'delegated', 'notChecked', 'selected'] as const;
type TabName = (typeof tabs)[number];

/** The list of scopes with everything that helps to choose among them. */
export function ChooseScopes(props: { readonly offer: Offer; readonly estate: Estate; readonly reload: () => void }) {
  const { offer, estate } = props;
  const { t, format } = useText();
  const { session, surroundings } = useServices();
  const navigate = useNavigate();
  useCheckAll(estate.subscriptions, session.person.tenantId);

  const { selection: chosen, setSelection: keep, opened, write } = useSelection();
  const [touched, setTouched] = useState(opened.kind !== 'filter');
  const [open, setOpen] = useState<ReadonlySet<SubscriptionId>>(() => subscriptionsToOpen(chosen.values()));
  const [filter, setFilter] = useState<ScopeFilter>({});
  const [tab, setTab] = useState<TabName>('all');
  const [asking, setAsking] = useState<Subscription>();
  const [key] = useState(() => surroundings.newId());
  const { subscriptions, groupRows, all } = useScopeList(estate, offer, open);
  const offersAt = useOffersAt();

  const selection = useMemo(
    () => (touched || opened.kind !== 'filter' ? chosen : applyOpenedFilter(opened, all).selection),
    [touched, opened, chosen, all],
  );
  const setSelection = (next: typeof selection) => {
    setTouched(true);
    keep(next);
  };
  const address = useMemo(() => addressOf(selection, all, filter, () => key), [selection, all, filter, key]);
  useEffect(() => {
    if (touched) write(address);
  }, [touched, address, write]);

  const searched = useDeferredValue(filter);
  const found = useMemo(() => all.filter((row) => matchesFilter(row, searched)), [all, searched]);
  const rows = useMemo(() => {
    const wanted = new Set(found.filter((row) => isUnderTab(tab, row)));
    return drawnRows(
      subscriptions,
      (row) => wanted.has(row),
      open,
      (id) => groupRows.get(id),
    );
    function isUnderTab(name: TabName, row: ListedScope): boolean {
      if (name === 'selected') return isChosen(selection, row.scope.id);
      return name === 'all' || stateTab(row) === name;
    }
  }, [found, tab, subscriptions, open, groupRows, selection]);

  const link = (scopes: Iterable<Subscription['id']> = []) =>
    `${location.origin}${paths.delegate(offer.key)}?${addressOf(choose(selection, scopes), all, filter, () => key)}`;
  const effective = new Set(effectiveScopes(selection));
  const chosenRows = all.filter((row) => effective.has(row.scope.id));
  const ready = chosenRows.filter(({ readiness }) => readiness === 'ready').length;
  const register = chosenRows.filter(({ readiness }) => readiness === 'needsRegistration').length;
  const others = chosenRows.filter(needsSomeoneElse).length;
  const addable = selectableRows(found, {}).filter(
    (row) =>
      !isChosen(selection, row.scope.id) &&
      coveredBy(selection, row.scope.id) === undefined &&
      row.scope.kind === 'subscription',
  );

  if (estate.subscriptions.length === 0) {
    return (
      <EmptyState title={t.delegate.emptyTitle} next={<Button onClick={props.reload}>{t.offers.reload}</Button>}>
        <p>{t.delegate.emptyWhat}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <IdentityNotice link={link()} />
      {estate.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} title={t.delegate.problems} retry={props.reload} />
      ))}
      <ScopeTools subscriptions={estate.subscriptions} filter={filter} onFilter={setFilter}>
        {addable.length > 0 && (
          <Button
            onClick={() =>
              setSelection(
                choose(
                  selection,
                  addable.map(({ scope }) => scope.id),
                ),
              )
            }
          >
            {t.delegate.selectAllReady(format, addable.length)}
          </Button>
        )}
        {selection.size > 0 && (
          <Button appearance="subtle" onClick={() => setSelection(emptySelection)}>
            {t.delegate.clear}
          </Button>
        )}
      </ScopeTools>
      <FilterTabs
        label={t.delegate.filterLabel}
        value={tab}
        onChange={setTab}
        tabs={tabs.map((value) => ({ value, text: t.delegate.filter[value], count: format.number(countUnder(value)) }))}
      />
      {rows.length > 0 ? (
        <ScopeTable
          rows={rows}
          selection={selection}
          onSelect={setSelection}
          open={open}
          onOpen={setOpen}
          onAsk={setAsking}
          offersAt={offersAt}
        />
      ) : (
        <EmptyState
          title={t.delegate.emptyFiltered}
          next={
            <Button
              onClick={() => {
                setFilter({});
                setTab('all');
              }}
            >
              {t.delegate.showAll}
            </Button>
          }
        >
          {null}
        </EmptyState>
      )}
      <Disclosure summary={t.delegate.missingTitle}>
        <ul>
          {[
            t.delegate.missing.tenant,
            t.delegate.missing.role,
            t.delegate.missing.newOne,
            t.delegate.missing.state,
          ].map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      </Disclosure>
      <ActionBar
        summary={
          <span role="status">
            {t.delegate.summary(format, effective.size, ready, register)}
            {others > 0 && `${t.delegate.summaryJoin}${t.delegate.summaryOther(format, others)}`}
          </span>
        }
      >
        {others > 0 && <CopyButton text={link()} label={t.identity.copyLink} done={t.common.copied} />}
        <Button
          appearance="primary"
          disabledFocusable={ready + register === 0}
          onClick={() => void navigate(`${paths.review(offer.key)}?${address}`)}
        >
          {t.delegate.review}
        </Button>
      </ActionBar>
      {asking && <OwnersDialog subscription={asking} link={link([asking.id])} onClose={() => setAsking(undefined)} />}
    </>
  );

  function countUnder(name: TabName): number {
    if (name === 'selected') return effective.size;
    return name === 'all' ? found.length : found.filter((row) => stateTab(row) === name).length;
  }
}

/** The tab that a scope stands under: what could not be checked belongs to what is not checked. */
function stateTab({ readiness }: ListedScope): Exclude<TabName, 'all' | 'selected'> {
  return readiness === 'unknown' ? 'notChecked' : readiness;
}
