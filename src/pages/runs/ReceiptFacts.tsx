import { plainText } from '../../domain/providerText.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Card } from '../../ui/Section.tsx';
import { offerName } from '../shared/offerNames.ts';
import { receiptSummary } from './receiptNumbers.ts';

/** Who gave what to whom, when, and with which words. */
export function ReceiptFacts({ receipt }: { readonly receipt: Receipt }) {
  const { t, format } = useText();
  const { actor, tenant, provider, offer, confirmation } = receipt;
  return (
    <Card>
      <strong>{receiptSummary(receipt, t, format)}</strong>
      <Facts
        items={[
          fact(
            t.receipt.who,
            <>
              <div>
                <bdi>{actor.name}</bdi> ({actor.username})
              </div>
              <div>
                {t.frame[actor.membership]} · {t.receipt.objectId} <code>{actor.objectId}</code>
              </div>
            </>,
          ),
          fact(
            t.receipt.tenant,
            <>
              <div>{[tenant.name, tenant.domain].filter((part) => part !== undefined).join(' · ')}</div>
              <code>{tenant.id}</code>
            </>,
          ),
          fact(
            t.receipt.when,
            <>
              <div>
                {t.receipt.started} {format.dateTime(receipt.startedAt)}
              </div>
              <div>
                {t.receipt.finished} {format.dateTime(receipt.endedAt)}
              </div>
              <div>{t.receipt.clock}</div>
            </>,
          ),
          fact(
            t.receipt.provider,
            <>
              <div>
                {provider.name === undefined ? (
                  t.offer.providerUnnamed
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
          fact(t.receipt.reason, <bdi key="reason">{receipt.reason ?? t.receipt.noReason}</bdi>),
          fact(
            t.receipt.confirmation,
            <q key="confirmation" lang={confirmation.language}>
              {confirmation.text}
            </q>,
          ),
        ]}
      />
    </Card>
  );
}
