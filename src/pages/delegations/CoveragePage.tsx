import { Button } from '@fluentui/react-components';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useCoverage } from '../shared/useCoverage.ts';
import { useServices } from '../services.ts';
import { CoverageCard } from './CoverageCard.tsx';
import styles from './Coverage.module.css';

/** How far each offer reaches over the tenant's subscriptions, and what tops it up. */
export function CoveragePage() {
  const { t, format } = useText();
  const { session } = useServices();
  const { estate, subscriptions, coverage, fresh, markSeen } = useCoverage();
  const title = usePageTitle(t.coverage.title);
  const closed = (estate.data?.subscriptions ?? []).filter(
    (one) => one.tenantId === session.person.tenantId && !subscriptions?.includes(one),
  ).length;
  return (
    <Page title={t.coverage.title} documentTitle={title} lead={t.coverage.lead}>
      {estate.isPending && <LoadingRows label={t.delegations.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.delegations.failedTitle} retry={estate.again} />}
      {estate.data?.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} title={t.delegations.partlyTitle} retry={estate.again} />
      ))}
      {fresh.length > 0 && (
        <Notice
          tone="info"
          title={t.coverage.newTitle(format, fresh.length)}
          actions={<Button onClick={markSeen}>{t.coverage.markSeen}</Button>}
        >
          <p>
            {format.list(fresh.slice(0, named).map(({ name }) => name))}
            {fresh.length > named && ` ${t.coverage.more(format, fresh.length - named)}`}
          </p>
          <p>{t.coverage.newWhat}</p>
        </Notice>
      )}
      {coverage && subscriptions && coverage.length > 0 && (
        <>
          <ul className={styles.cards}>
            {coverage.map((one) => (
              <li key={one.offer.key}>
                <CoverageCard coverage={one} subscriptions={subscriptions} fresh={fresh} />
              </li>
            ))}
          </ul>
          {closed > 0 && <p className={styles.note}>{t.coverage.closed(format, closed)}</p>}
        </>
      )}
      {coverage?.length === 0 && (
        <EmptyState title={t.coverage.emptyTitle} next={<Link to={paths.offers}>{t.delegations.emptyNext}</Link>}>
          <p>{t.coverage.emptyWhat}</p>
        </EmptyState>
      )}
    </Page>
  );
}

/** More names than this are a list, not a sentence. */
const named = 5;
