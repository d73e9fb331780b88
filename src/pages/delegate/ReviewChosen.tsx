import { Button } from '@fluentui/react-components';
import { Link } from 'react-router';
import type { ScopeId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { ConfirmReview } from './ConfirmReview.tsx';
import { ReviewScopes } from './ReviewScopes.tsx';
import { useReview } from './useReview.ts';

/** The review of these scopes: checked in Azure as it opens. */
export function ReviewChosen({
  offer,
  scopes,
  back,
}: {
  readonly offer: Offer;
  readonly scopes: readonly ScopeId[];
  readonly back: string;
}) {
  const { t, format } = useText();
  const { state, open, setReady, prepareAgain } = useReview(offer.key, scopes);
  switch (state.kind) {
    case 'checking':
      return (
        <>
          <p role="status">
            {t.review.checking}
            {state.progress &&
              ` (${t.review.checkingCount(format.number(state.progress.done), format.number(state.progress.total))})`}
          </p>
          <LoadingRows label={t.review.checking} rows={6} />
        </>
      );
    case 'failed':
      return <ProblemNotice error={state.problem} retry={() => void open()} />;
    case 'ready':
      if (state.found.changeSet.items.length === 0) {
        return (
          <>
            <EmptyState
              title={t.review.nothingTitle}
              next={
                <>
                  <Button onClick={() => void open()}>{t.review.refresh}</Button>
                  <Link to={back}>{t.review.changeSelection}</Link>
                </>
              }
            >
              <p>{t.review.nothingWhat}</p>
            </EmptyState>
            <ReviewScopes review={state.found} />
          </>
        );
      }
      return <ConfirmReview review={state.found} back={back} prepareAgain={prepareAgain} onChanged={setReady} />;
  }
}
