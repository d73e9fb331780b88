import { plainText } from '../../domain/providerText.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { isUnread } from '../../domain/unreadOffer.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Card } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { receiptSummary } from './receiptNumbers.ts';
import { whoFacts, whyFacts } from './receiptParts.tsx';

/** Who gave what to whom, when, and with which words. */
export function ReceiptFacts({ receipt }: { readonly receipt: Receipt }) {
  const { t, format } = useText();
  const { provider, offer } = receipt;
  return (
    <Card>
      <strong>{receiptSummary(receipt, t, format)}</strong>
      <Facts
        items={[
          ...whoFacts(receipt, t, format),
          fact(
            t.receipt.provider,
            <>
              <div>
                {provider.name === undefined ? (
                  isUnread({ managedByTenantId: provider.tenantId }) ? (
                    t.removeUnread.provider
                  ) : (
                    t.offer.providerUnnamed
                  )
                ) : (
                  <>
                    <bdi>{plainText(provider.name, 120)}</bdi> ({t.common.fromService})
                  </>
                )}
              </div>
              <code>{provider.tenantId}</code>
            </>,
          ),
          fact(
            t.receipt.offer,
            <>
              <div>
                <bdi>{offerName(offer, t)}</bdi>
              </div>
              {offer.plan && (
                <div>
                  {offer.plan.publisher}.{offer.plan.product}.{offer.plan.name} {offer.plan.version}
                </div>
              )}
            </>,
          ),
          ...whyFacts(receipt, t),
        ]}
      />
    </Card>
  );
}
