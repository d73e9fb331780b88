import { useParams } from 'react-router';
import { useText } from '../../text/TextContext.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { offerName } from '../shared/offerNames.ts';
import { OfferNotFound } from '../shared/OfferNotFound.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useOffer } from '../shared/useOffers.ts';
import { ChooseScopes } from './ChooseScopes.tsx';
import { DelegateSteps } from './DelegateSteps.tsx';

/** First step of a delegation: which scopes. */
export function ScopesPage() {
  const { t } = useText();
  const { key } = useParams();
  const { estate, offer } = useOffer(key);
  const title = t.delegate.title(offer ? offerName(offer.content, t) : '');
  const documentTitle = usePageTitle(offer ? title : t.offers.title);
  return (
    <Page
      key={key}
      title={<bdi>{offer ? title : t.offers.title}</bdi>}
      documentTitle={documentTitle}
      lead={offer && t.delegate.lead}
    >
      {offer && <DelegateSteps current={0} />}
      {estate.isPending && <LoadingRows label={t.delegate.loading} rows={6} />}
      {estate.error && <ProblemNotice error={estate.error} retry={estate.again} />}
      {estate.data && !offer && <OfferNotFound />}
      {estate.data && offer && <ChooseScopes offer={offer} estate={estate.data} reload={estate.again} />}
    </Page>
  );
}
