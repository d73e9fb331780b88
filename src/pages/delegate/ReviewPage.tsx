import { Link, useParams, useSearchParams } from 'react-router';
import { useMemo } from 'react';
import type { Estate } from '../../domain/estate.ts';
import type { ScopeId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import { inOrder, selectionOf } from '../../domain/selection.ts';
import { applyOpenedFilter } from '../../domain/selectionLink.ts';
import { paths } from '../../paths.ts';
import { keptSelection } from '../../storage/selections.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { OfferNotFound } from '../shared/OfferNotFound.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useCheckAll } from '../shared/useChecks.ts';
import { useOffer } from '../shared/useOffers.ts';
import { DelegateSteps } from './DelegateSteps.tsx';
import { ReviewChosen } from './ReviewChosen.tsx';
import { useReadiness } from './useReadiness.ts';
import { useScopeList } from './useScopeList.ts';
import { openedFromAddress } from './useSelection.ts';

/** Second step of a delegation: what exactly will happen, and the one place where it is confirmed. */
export function ReviewPage() {
  const { t } = useText();
  const { key } = useParams();
  const { estate, offer } = useOffer(key);
  const title = offer ? t.review.title(offerName(offer.content, t)) : t.offers.title;
  return (
    <Page key={key} title={<bdi>{title}</bdi>} documentTitle={usePageTitle(title)}>
      {offer && <DelegateSteps current={1} />}
      {estate.isPending && <LoadingRows label={t.delegate.loading} />}
      {estate.error && <ProblemNotice error={estate.error} retry={estate.again} />}
      {estate.data && !offer && <OfferNotFound />}
      {estate.data && offer && <Chosen offer={offer} estate={estate.data} />}
    </Page>
  );
}

/** Finds out what was chosen; a choice that stands in the address as a filter needs every subscription checked first. */
function Chosen({ offer, estate }: { readonly offer: Offer; readonly estate: Estate }) {
  const { t, format } = useText();
  const { session } = useServices();
  const [search] = useSearchParams();
  const opened = useMemo(() => openedFromAddress(search), [search]);
  const byFilter = opened.kind === 'filter';
  useCheckAll(byFilter ? estate.subscriptions : undefined, session.person.tenantId);
  const { subscriptions } = useScopeList(estate, useReadiness(offer));
  const applied = byFilter ? applyOpenedFilter(opened, subscriptions) : undefined;
  const chosen = useMemo((): readonly ScopeId[] => {
    switch (opened.kind) {
      case 'ids':
        return inOrder(opened.selection);
      case 'stored':
        return inOrder(selectionOf(keptSelection(opened.key) ?? []));
      case 'filter':
      case 'invalid':
        return [];
    }
  }, [opened]);
  if (applied && applied.pending > 0) {
    const total = estate.subscriptions.length;
    return (
      <>
        <p role="status">{t.delegate.checking(format.number(total - applied.pending), format.number(total))}</p>
        <LoadingRows label={t.review.checking} />
      </>
    );
  }
  const scopes = applied ? inOrder(applied.selection) : chosen;
  const back = `${paths.delegate(offer.key)}?${search.toString()}`;
  if (scopes.length === 0) {
    return (
      <EmptyState title={t.review.noSelectionTitle} next={<Link to={back}>{t.review.chooseScopes}</Link>}>
        <p>{t.review.noSelectionWhat}</p>
      </EmptyState>
    );
  }
  return <ReviewChosen offer={offer} scopes={scopes} back={back} />;
}
