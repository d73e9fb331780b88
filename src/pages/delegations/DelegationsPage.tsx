import { Button } from '@fluentui/react-components';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useInventory } from '../shared/useInventory.ts';
import { TheInventory } from './TheInventory.tsx';

/** Everything that is delegated in the tenant: the inventory that IAM does not show. */
export function DelegationsPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const { estate, inventory, roles } = useInventory({ times: true });
  const title = usePageTitle(t.delegations.title);
  return (
    <Page
      title={t.delegations.title}
      documentTitle={title}
      lead={t.delegations.lead}
      actions={
        <>
          <Link to={paths.guardrails}>{t.guardrails.link}</Link>
          <Button onClick={() => void navigate(paths.coverage)}>{t.coverage.link}</Button>
        </>
      }
    >
      {estate.isPending && <LoadingRows label={t.delegations.loading} rows={6} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.delegations.failedTitle} retry={estate.again} />}
      {estate.data?.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} title={t.delegations.partlyTitle} retry={estate.again} />
      ))}
      {inventory && inventory.rows.length > 0 && (
        <TheInventory inventory={inventory} roles={roles} problems={estate.data?.problems ?? []} />
      )}
      {inventory?.rows.length === 0 && (
        <EmptyState title={t.delegations.emptyTitle} next={<Link to={paths.offers}>{t.delegations.emptyNext}</Link>}>
          <p>{t.delegations.emptyWhat}</p>
        </EmptyState>
      )}
    </Page>
  );
}
