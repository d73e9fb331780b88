import { Link, useParams } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { offerName } from '../shared/offerNames.ts';
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
      {estate.data && !offer && (
        <EmptyState title={t.offer.notFoundTitle} next={<Link to={paths.offers}>{t.offer.back}</Link>}>
          <p>{t.offer.notFoundWhat}</p>
        </EmptyState>
      )}
      {estate.data && offer && <ChooseScopes offer={offer} estate={estate.data} reload={estate.again} />}
    </Page>
  );
}
