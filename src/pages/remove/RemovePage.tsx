import { Button } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Offer } from '../../domain/offer.ts';
import { isUnread, removableOffers } from '../../domain/unreadOffer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { offerName } from '../shared/offerNames.ts';
import { OfferNotFound } from '../shared/OfferNotFound.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useOffers } from '../shared/useOffers.ts';
import { ConfirmRemoval } from './ConfirmRemoval.tsx';
import { RemoveChoice } from './RemoveChoice.tsx';
import { RemovedList } from './RemovedList.tsx';
import type { RemovalChoice } from './removal.ts';
import { removalAddress, removalFrom } from './removalAddress.ts';
import { useRemoval } from './useRemoval.ts';

/** Takes access back: what the provider loses, where, what else it may cost, and the one place where it is confirmed. */
export function RemovePage() {
  const { t } = useText();
  const { key } = useParams();
  const { estate, groups } = useOffers();
  const offer = useMemo(() => groups && removableOffers(groups).find((one) => one.key === key), [groups, key]);
  const title =
    offer && isUnread(offer)
      ? t.removeUnread.title
      : t.remove.title(offer ? offerName(offer.content, t) : t.offers.title);
  return (
    <Page
      key={key}
      title={<bdi>{title}</bdi>}
      documentTitle={usePageTitle(title)}
      lead={offer && offer.delegations.length > 0 && t.remove.lead}
    >
      {estate.isPending && <LoadingRows label={t.offers.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.offers.failedTitle} retry={estate.again} />}
      {estate.data && !offer && <OfferNotFound />}
      {offer && <TheRemoval offer={offer} />}
    </Page>
  );
}

function TheRemoval({ offer }: { readonly offer: Offer }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const choice = useMemo(() => removalFrom(search), [search]);
  const choose = useCallback(
    (next: RemovalChoice) => setSearch(removalAddress(next), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const { state, open, prepare, setReady } = useRemoval(offer.key, choice);
  return (
    <>
      {(!isUnread(offer) || offer.delegations.length > 1) && (
        <RemoveChoice offer={offer} choice={choice} onChoice={choose} />
      )}
      {state.kind === 'checking' && <LoadingRows label={t.remove.checking} rows={4} />}
      {state.kind === 'failed' && <ProblemNotice error={state.problem} retry={() => void open()} />}
      {state.kind === 'ready' && state.found.changeSet.items.length > 0 && (
        <ConfirmRemoval
          removal={state.found}
          choice={choice}
          onChoice={choose}
          prepareAgain={prepare}
          onChanged={setReady}
        />
      )}
      {state.kind === 'ready' && state.found.changeSet.items.length === 0 && (
        <>
          <EmptyState
            title={t.remove.nothingTitle}
            next={
              <>
                <Button onClick={() => void open()}>{t.review.refresh}</Button>
                {isUnread(offer) ? (
                  <Link to={paths.delegations}>{t.delegations.title}</Link>
                ) : (
                  <Link to={paths.offer(offer.key)}>{t.remove.backToOffer}</Link>
                )}
              </>
            }
          >
            <p>{t.remove.nothingWhat}</p>
          </EmptyState>
          <RemovedList changeSet={state.found.changeSet} />
        </>
      )}
    </>
  );
}
