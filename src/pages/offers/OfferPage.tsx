import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { unexpectedIn } from '../../domain/expectation.ts';
import type { Offer } from '../../domain/offer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { OfferNotFound } from '../shared/OfferNotFound.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { UpdateBadge } from '../shared/UpdateBadge.tsx';
import { useNewer } from '../shared/useNewer.ts';
import { useOffer } from '../shared/useOffers.ts';
import { LeftoversNotice } from '../remove/LeftoversNotice.tsx';
import { OfferAccessSection } from './OfferAccessSection.tsx';
import { OfferHead } from './OfferHead.tsx';
import { LimitsSection, WhereSection, CopiesSection } from './OfferSections.tsx';
import { VersionsSection } from './VersionsSection.tsx';

/** One offer: who is behind it, what they will be able to do, what limits hold, and where it is in effect. */
export function OfferPage() {
  const { t } = useText();
  const { key } = useParams();
  const { estate, offer } = useOffer(key);
  const documentTitle = usePageTitle(offer ? offerName(offer.content, t) : t.offers.title);
  return (
    <Page
      key={key}
      title={offer ? <ProviderText text={offerName(offer.content, t)} /> : t.offers.title}
      documentTitle={documentTitle}
      actions={offer && <OfferActions offer={offer} />}
    >
      {offer ? (
        <TheOffer offer={offer} />
      ) : (
        <>
          {estate.isPending && <LoadingRows label={t.offers.loading} />}
          {estate.error && <ProblemNotice error={estate.error} title={t.offers.failedTitle} retry={estate.again} />}
          {estate.data && <OfferNotFound />}
        </>
      )}
    </Page>
  );
}

function OfferActions({ offer }: { readonly offer: Offer }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <>
      {isStored(offer) && <Button onClick={() => void navigate(paths.remove(offer.key))}>{t.remove.link}</Button>}
      <Button appearance="primary" onClick={() => void navigate(paths.delegate(offer.key))}>
        {t.offer.delegate}
      </Button>
    </>
  );
}

function TheOffer({ offer }: { readonly offer: Offer }) {
  const { t } = useText();
  const own = useMemo(() => [offer], [offer]);
  const newer = useNewer(own).get(offer.key);
  const unexpected = unexpectedIn(offer, useServices().expectation);
  return (
    <>
      {unexpected && <Notice tone="caution" title={t.readiness.warning.unexpected[unexpected]} />}
      {newer && (
        <Notice
          tone="info"
          title={t.update.card(offerName(offer.content, t), newer.plan.version)}
          actions={<UpdateBadge offer={offer} newer={newer} />}
        />
      )}
      <LeftoversNotice offer={offer} />
      <OfferHead offer={offer} />
      <OfferAccessSection content={offer.content} />
      <LimitsSection />
      <WhereSection offer={offer} />
      {isStored(offer) && <VersionsSection offer={offer} newer={newer} />}
      <CopiesSection offer={offer} />
    </>
  );
}

function isStored({ copies, delegations }: Offer): boolean {
  return copies.length > 0 || delegations.length > 0;
}
