import { Link, useParams } from 'react-router';
import type { KeptReceipt } from '../../domain/guardrailReceipt.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { paths } from '../../paths.ts';
import type { Catalog } from '../../text/en/catalog.ts';
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
  const found = receipt === 'none' ? undefined : receipt;
  return (
    <Page
      key={id}
      title={t.receipt.title}
      documentTitle={documentTitle}
      lead={found && leadOf(found, t)}
      actions={found && <ReceiptActions receipt={found} />}
    >
      {receipt === undefined && <LoadingRows label={t.runs.loading} />}
      {receipt === 'none' && (
        <EmptyState title={t.receipt.notFoundTitle} next={<Link to={paths.runs}>{t.receipt.back}</Link>}>
          <p>{t.receipt.notFoundWhat}</p>
        </EmptyState>
      )}
      {found &&
        (found.kind === 'guardrail' ? <GuardrailReceiptView receipt={found} /> : <TheReceipt receipt={found} />)}
    </Page>
  );
}

function leadOf({ kind }: KeptReceipt, t: Catalog): string {
  if (kind === 'guardrail') return t.guardrailReview.receiptLead;
  return kind === 'delegate' ? t.receipt.lead : t.change.receiptLead;
}

function TheReceipt({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useText();
  return (
    <>
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
    </>
  );
}
