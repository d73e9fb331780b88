import { useCallback, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Offer, OfferKey } from '../../domain/offer.ts';
import { ProblemError } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { keptTemplate } from '../../storage/templates.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { OfferNotFound } from '../shared/OfferNotFound.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useNewest } from '../shared/useNewest.ts';
import { useOffer } from '../shared/useOffers.ts';
import { prepareUpdate, type Update } from './prepareUpdate.ts';
import { UpdateDecision } from './UpdateDecision.tsx';

/** A new version of an offer: what it changes, whom it reaches, and the decision to keep or to accept. */
export function UpdatePage() {
  const { t } = useText();
  const { key } = useParams();
  const { estate, offer } = useOffer(key);
  const title = t.update.title(offer ? offerName(offer.content, t) : t.offers.title);
  return (
    <Page key={key} title={<bdi>{title}</bdi>} documentTitle={usePageTitle(title)} lead={t.update.lead}>
      {estate.isPending && <LoadingRows label={t.offers.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.offers.failedTitle} retry={estate.again} />}
      {estate.data && !offer && <OfferNotFound />}
      {offer?.source === 'template' && !keptTemplate(offer.key) && (
        <Nothing
          offer={offer}
          title={t.update.templateTitle}
          what={t.update.templateWhat}
          next={<Link to={paths.template}>{t.template.title}</Link>}
        />
      )}
      {offer && (offer.source === 'marketplace' || keptTemplate(offer.key)) && <TheUpdate offer={offer} />}
    </Page>
  );
}

function TheUpdate({ offer }: { readonly offer: Offer }) {
  const { t } = useText();
  const { state, open, prepareAgain, setReady } = useUpdate(offer.key);
  switch (state.kind) {
    case 'checking':
      return <LoadingRows label={t.update.loading} />;
    case 'failed':
      return <ProblemNotice error={state.problem} retry={() => void open()} />;
    case 'ready':
      if (state.found) {
        return <UpdateDecision update={state.found} prepareAgain={prepareAgain} onChanged={setReady} />;
      }
      return offer.source === 'template' ? (
        <Nothing offer={offer} title={t.templateUpdate.noneTitle} what={t.templateUpdate.noneWhat} />
      ) : (
        <Nothing offer={offer} title={t.update.noneTitle} what={t.update.noneWhat} />
      );
  }
}

function Nothing(props: {
  readonly offer: Offer;
  readonly title: string;
  readonly what: string;
  readonly next?: ReactNode;
}) {
  const { t } = useText();
  return (
    <EmptyState
      title={props.title}
      next={
        <>
          {props.next}
          <Link to={paths.offer(props.offer.key)}>{t.update.backToOffer}</Link>
        </>
      }
    >
      <p>{props.what}</p>
    </EmptyState>
  );
}

/** Makes the update when the page is opened. Nothing found: there is nothing newer. */
function useUpdate(key: OfferKey) {
  const { reader, queries, session, surroundings } = useServices();
  const prepare = useCallback(
    () => prepareUpdate({ reader, queries, person: session.person, surroundings }, key),
    [reader, queries, session, surroundings, key],
  );
  const newest = useNewest(prepare);
  return {
    ...newest,
    async prepareAgain(): Promise<Update> {
      const again = await prepare();
      if (again) return again;
      // Somebody else was faster: the page then says that there is nothing to do any more.
      newest.setReady(undefined);
      throw new ProblemError({ code: 'changedByOther', what: 'copy' });
    },
  };
}
