import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { HandedNotices } from '../handedOver/HandedNotice.tsx';
import { offerName } from '../shared/offerNames.ts';
import { usePageTitle } from '../shared/tenant.ts';
import { receiptSummary } from './receiptNumbers.ts';
import { useReceiptList } from './useReceipts.ts';

/** The receipts kept on this device, newest first. */
export function RunsPage() {
  const { t, format } = useText();
  const { receipts, durable } = useReceiptList();
  return (
    <Page title={t.runs.title} documentTitle={usePageTitle(t.runs.title)} lead={t.runs.lead}>
      {durable === false && <Notice tone="caution" title={t.runs.unavailable} />}
      <HandedNotices />
      {receipts === undefined && <LoadingRows label={t.runs.loading} />}
      {receipts?.length === 0 && (
        <EmptyState title={t.runs.emptyTitle} next={<Link to={paths.offers}>{t.runs.emptyNext}</Link>}>
          <p>{t.runs.emptyWhat}</p>
        </EmptyState>
      )}
      {receipts !== undefined && receipts.length > 0 && (
        <RowList
          label={t.runs.table}
          rows={receipts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'when',
              title: t.runs.column.when,
              width: 'minmax(0, 1.4fr)',
              cell: ({ id, endedAt }) => <Link to={paths.receipt(id)}>{format.dateTime(endedAt)}</Link>,
            },
            {
              key: 'offer',
              title: t.runs.column.offer,
              width: 'minmax(0, 2fr)',
              cell: (receipt) => (
                <bdi>
                  {receipt.kind === 'guardrail'
                    ? t.guardrailReview.listed(t.guardrails.name[receipt.policy], receipt.place)
                    : `${offerName(receipt.offer, t)} ${receipt.offer.plan?.version ?? ''}`}
                </bdi>
              ),
            },
            {
              key: 'result',
              title: t.runs.column.result,
              width: 'minmax(0, 1.4fr)',
              cell: (receipt) => receiptSummary(receipt, t, format),
            },
          ]}
        />
      )}
    </Page>
  );
}
