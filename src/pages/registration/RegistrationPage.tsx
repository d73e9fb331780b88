import { Button } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import type { SubscriptionId } from '../../domain/ids.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterTabs } from '../../ui/FilterTabs.tsx';
import { LiveMessage } from '../../ui/LiveMessage.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useServices } from '../services.ts';
import { OtherTenants } from '../shared/OtherTenants.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useCheckAll, useChecks } from '../shared/useChecks.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useOffers } from '../shared/useOffers.ts';
import { RegistrationList } from './RegistrationList.tsx';
import {
  canRegister,
  isUnder,
  registrationRows,
  type RegistrationFilter,
  type RegistrationRow,
} from './registrationRows.ts';

const filters = ['all', 'open', 'done', 'blocked'] as const satisfies readonly RegistrationFilter[];

/** Every subscription with the state of Microsoft.ManagedServices; Contributor is enough to register it. */
export function RegistrationPage() {
  const { t, format } = useText();
  const { session, registrar, queries } = useServices();
  const { tenantId } = session.person;
  const { estate } = useOffers();
  useCheckAll(estate.data?.subscriptions, tenantId);
  const checksOf = useChecks();
  const registrations = useSyncExternalStore(registrar.subscribe, registrar.current);
  const eligibleRoles = useKnown(queries.eligibleRoles());
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<RegistrationFilter>('all');
  const [selected, setSelected] = useState<ReadonlySet<SubscriptionId>>(new Set());

  // What is seen of other tenants through Lighthouse is registered there, not here.
  const own = useMemo(
    () => (estate.data?.subscriptions ?? []).filter((subscription) => subscription.tenantId === tenantId),
    [estate.data, tenantId],
  );
  const rows = useMemo(
    () =>
      registrationRows(own, tenantId, checksOf, eligibleRoles, registrations).toSorted((one, other) =>
        format.compare(one.subscription.name, other.subscription.name),
      ),
    [own, tenantId, checksOf, eligibleRoles, registrations, format],
  );
  const text = useDeferredValue(search).trim().toLowerCase().normalize('NFC');
  const found = useMemo(() => rows.filter(({ subscription }) => matches(subscription, text)), [rows, text]);
  const shown = useMemo(() => found.filter((row) => isUnder(filter, row)), [found, filter]);
  const open = useMemo(() => shown.filter((row) => isUnder('open', row)), [shown]);
  const chosen = rows.filter((row) => selected.has(row.subscription.subscriptionId) && canRegister(row));

  const start = (subscriptions: readonly SubscriptionId[]) => {
    setSelected(new Set());
    registrar.start(subscriptions);
  };
  return (
    <Page title={t.registration.title} documentTitle={usePageTitle(t.registration.title)} lead={t.registration.lead}>
      {estate.isPending && <LoadingRows label={t.registration.loading} />}
      {estate.error && <ProblemNotice error={estate.error} retry={estate.again} />}
      {estate.data?.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} retry={estate.again} />
      ))}
      <Outcome rows={rows} />
      {estate.data && rows.length === 0 && (
        <EmptyState title={t.registration.emptyTitle} next={<Button onClick={estate.again}>{t.offers.reload}</Button>}>
          <p>{t.registration.emptyWhat}</p>
          <OtherTenants />
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <div>{countsText()}</div>
          <Toolbar search={search} searchLabel={t.registration.search} onSearch={setSearch}>
            {open.length > 0 && (
              <Button
                onClick={() =>
                  setSelected(new Set([...selected, ...open.map((row) => row.subscription.subscriptionId)]))
                }
              >
                {t.registration.selectAll(format, open.length)}
              </Button>
            )}
            {chosen.length > 0 && (
              <Button appearance="subtle" onClick={() => setSelected(new Set())}>
                {t.registration.clear}
              </Button>
            )}
          </Toolbar>
          <FilterTabs
            label={t.delegate.filterLabel}
            value={filter}
            onChange={setFilter}
            tabs={filters.map((value) => ({
              value,
              text: t.registration.filter[value],
              count: format.number(found.filter((row) => isUnder(value, row)).length),
            }))}
          />
          {shown.length > 0 ? (
            <RegistrationList
              rows={shown}
              selected={selected}
              onSelect={setSelected}
              onRegister={(id) => start([id])}
            />
          ) : (
            <EmptyState
              title={t.registration.emptyFiltered}
              next={
                <Button
                  onClick={() => {
                    setSearch('');
                    setFilter('all');
                  }}
                >
                  {t.registration.showAll}
                </Button>
              }
            />
          )}
          <ActionBar summary={chosen.length > 0 && t.registration.summary(format, chosen.length)}>
            <Button
              appearance="primary"
              disabledFocusable={chosen.length === 0}
              onClick={() => start(chosen.map((row) => row.subscription.subscriptionId))}
            >
              {t.registration.action(format, chosen.length)}
            </Button>
          </ActionBar>
        </>
      )}
    </Page>
  );

  function countsText(): string {
    const checked = rows.filter(({ state }) => state !== 'notRead').length;
    const done = rows.filter(({ state }) => state === 'registered').length;
    return checked < rows.length
      ? t.registration.countsPartly(format.number(done), format.number(rows.length), format.number(checked))
      : t.registration.counts(format.number(done), format.number(rows.length));
  }
}

/** What became of the registrations started from here: while they run, and when they have ended. */
function Outcome({ rows }: { readonly rows: readonly RegistrationRow[] }) {
  const { t, format } = useText();
  const started = rows.filter(({ registering }) => registering !== undefined);
  if (started.length === 0) return null;
  const done = started.filter(({ registering }) => registering?.state === 'done').length;
  const failed = started.filter(({ registering }) => registering?.state === 'failed').length;
  const running = done + failed < started.length;
  const text = running
    ? t.registration.running(format.number(done + failed), format.number(started.length))
    : [
        ...(done > 0 ? [t.registration.finished(format, done)] : []),
        ...(failed > 0 ? [t.registration.failed(format, failed)] : []),
      ].join(' ');
  return (
    <>
      <Notice tone={running ? 'info' : failed > 0 ? 'bad' : 'good'} title={text} />
      <LiveMessage text={text} />
    </>
  );
}

function matches({ name, subscriptionId }: RegistrationRow['subscription'], text: string): boolean {
  return name.toLowerCase().normalize('NFC').includes(text) || subscriptionId.includes(text);
}
