import { Link, useParams } from 'react-router';
import type { Receipt } from '../../domain/receipt.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { GuardrailReceiptView } from './GuardrailReceiptView.tsx';
import { ReceiptAuthorizations } from './ReceiptAuthorizations.tsx';
import { ReceiptFacts } from './ReceiptFacts.tsx';
import { ReceiptActions } from './ReceiptActions.tsx';
import { sealFacts } from './receiptParts.tsx';
import { ReceiptScopes } from './ReceiptScopes.tsx';
import { useReceipt } from './useReceipts.ts';

/** The record of one run: on screen, on paper, and as a file. */
export function ReceiptPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const receipt = useReceipt(id);
  const documentTitle = usePageTitle(t.receipt.title);
  if (receipt === undefined || receipt === 'none') {
    return (
      <Page title={t.receipt.title} documentTitle={documentTitle}>
        {receipt === undefined ? (
          <LoadingRows label={t.runs.loading} />
        ) : (
          <EmptyState title={t.receipt.notFoundTitle} next={<Link to={paths.runs}>{t.receipt.back}</Link>}>
            <p>{t.receipt.notFoundWhat}</p>
          </EmptyState>
        )}
      </Page>
    );
  }
  return receipt.kind === 'guardrail' ? (
    <GuardrailReceiptView receipt={receipt} documentTitle={documentTitle} />
  ) : (
    <TheReceipt receipt={receipt} documentTitle={documentTitle} />
  );
}

function TheReceipt({ receipt, documentTitle }: { readonly receipt: Receipt; readonly documentTitle: string }) {
  const { t } = useText();
  return (
    <Page
      title={t.receipt.title}
      documentTitle={documentTitle}
      lead={receipt.kind === 'delegate' ? t.receipt.lead : t.change.receiptLead}
      actions={<ReceiptActions receipt={receipt} />}
    >
      <ReceiptFacts receipt={receipt} />
      <Section title={t.receipt.results}>
        <ReceiptScopes receipt={receipt} />
      </Section>
      <Section title={t.change.authorizations[receipt.kind]}>
        <ReceiptAuthorizations receipt={receipt} />
      </Section>
      <Section title={t.receipt.verifyTitle}>
        <Card>
          <div>{t.receipt.verify}</div>
          <div>{t.receipt.visibility}</div>
          {receipt.scopes.some(({ does }) => does === 'reapply') && <div>{t.change.reapplied}</div>}
          <Facts
            items={[
              fact(t.receipt.correlation, <code key="id">{receipt.id}</code>),
              fact(
                t.handOver.receiptCarriedOut,
                receipt.deployments?.map(({ id, ended, correlationId }) => (
                  <div key={id}>
                    {t.handOver.page.ended[ended]} · <code>{id}</code>
                    {correlationId !== undefined && (
                      <div>
                        {t.handOver.page.correlation} <code>{correlationId}</code>
                      </div>
                    )}
                  </div>
                )),
              ),
              ...sealFacts(receipt, t),
            ]}
          />
        </Card>
      </Section>
    </Page>
  );
}
