import type { Offer } from '../../domain/offer.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { ProviderQuote, ProviderText } from '../../ui/ProviderText.tsx';
import { Card } from '../../ui/Section.tsx';
import { useOffers } from '../shared/useOffers.ts';
import { delegatedScopes } from '../../domain/offers.ts';

const descriptionLength = 2000;

/** Who is behind an offer: the provider as Azure names it, its tenant, the plan, and the provider's own words, quoted. */
export function OfferHead({ offer }: { readonly offer: Offer }) {
  const { t, format } = useText();
  const { groups } = useOffers();
  const { plan, description } = offer.content;
  const words = plainText(description ?? '', descriptionLength);
  const elsewhere = (groups?.offers ?? [])
    .filter(({ managedByTenantId }) => managedByTenantId === offer.managedByTenantId)
    .reduce((sum, other) => sum + delegatedScopes(other).length, 0);
  return (
    <Card>
      <Facts
        items={[
          fact(
            t.offer.provider,
            offer.providerName === undefined ? (
              t.offer.providerUnnamed
            ) : (
              <>
                <ProviderText text={plainText(offer.providerName, 120)} /> ({t.common.fromService})
              </>
            ),
          ),
          fact(
            t.offer.providerTenant,
            <>
              <CopyText
                text={offer.managedByTenantId}
                label={t.common.copyId(t.common.tenantId)}
                done={t.common.copied}
              />
              <div>{elsewhere === 0 ? t.offer.newTenant : t.offer.knownTenant(format, elsewhere)}</div>
            </>,
          ),
          fact(t.offer.plan, plan ? `${plan.publisher}.${plan.product}.${plan.name}` : t.offers.template),
          fact(t.offer.version, plan?.version),
          fact(
            `${t.offer.description} (${t.common.asWritten})`,
            words === '' ? undefined : <ProviderQuote text={words} />,
          ),
        ]}
      />
    </Card>
  );
}
