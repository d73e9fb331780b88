import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { activityProviders } from '../../domain/activity.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { providerName } from '../shared/offerNames.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useInventory } from '../shared/useInventory.ts';
import { ActivityChoice, type Asked } from './ActivityChoice.tsx';
import { ActivityResults } from './ActivityResults.tsx';

/** What providers did in the delegated scopes: read when asked, for the subscriptions chosen. */
export function ActivityPage() {
  const { t, format } = useText();
  const { estate, inventory } = useInventory({ times: false });
  const [asked, setAsked] = useState<Asked>();
  const rows = inventory?.rows;
  const subscriptions = useMemo(() => {
    const found = new Map<SubscriptionId, string>(
      rows?.map(({ subscriptionId, subscriptionName }) => [subscriptionId, subscriptionName]),
    );
    return [...found]
      .map(([id, name]) => ({ id, name }))
      .toSorted((one, other) => format.compare(one.name, other.name));
  }, [rows, format]);
  const providers = useMemo(
    () =>
      activityProviders(
        rows?.flatMap(({ content, offer, scope }) =>
          content ? [{ tenant: content.managedByTenantId, name: providerName(offer ?? content), scope }] : [],
        ) ?? [],
      ),
    [rows],
  );
  const unreadable = rows?.filter(({ content }) => content === undefined).length ?? 0;
  const { limits } = t.activity;
  return (
    <Page
      title={t.activity.title}
      documentTitle={usePageTitle(t.activity.title)}
      lead={t.activity.lead}
      actions={<Link to={paths.runs}>{t.activity.toRuns}</Link>}
    >
      {estate.isPending && <LoadingRows label={t.activity.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.activity.failedTitle} retry={estate.again} />}
      {rows?.length === 0 && (
        <EmptyState title={t.activity.emptyTitle} next={<Link to={paths.offers}>{t.activity.emptyNext}</Link>}>
          <p>{t.activity.emptyWhat}</p>
        </EmptyState>
      )}
      {subscriptions.length > 0 && (
        <>
          <ActivityChoice subscriptions={subscriptions} onAsk={setAsked} />
          {asked && <ActivityResults key={asked.to} asked={asked} providers={providers} />}
          <Disclosure summary={t.activity.limitsTitle}>
            <ul>
              {[limits.reading, limits.tenant, limits.unnamed, limits.delay].map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
              {unreadable > 0 && <li>{t.activity.unreadableOffers(format, unreadable)}</li>}
            </ul>
          </Disclosure>
        </>
      )}
    </Page>
  );
}
