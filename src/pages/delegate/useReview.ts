import { useCallback } from 'react';
import type { ScopeId } from '../../domain/ids.ts';
import type { OfferKey } from '../../domain/offer.ts';
import { useServices } from '../services.ts';
import { useNewest } from '../shared/useNewest.ts';
import { prepareReview } from './review.ts';

/** How many of the scopes are checked. */
interface Checked {
  readonly done: number;
  readonly total: number;
}

/** Makes the review when it is opened, and again when it is asked for. */
export function useReview(offerKey: OfferKey, scopes: readonly ScopeId[]) {
  const { reader, queries, session, membership, config, expectation, surroundings } = useServices();
  // Equal choices are one choice, whatever array they come in.
  const choice = scopes.join('\n');
  const prepare = useCallback(
    (onProgress: (checked: Checked) => void) =>
      prepareReview(
        { reader, queries, person: session.person, membership, guests: config.guests, expectation, surroundings },
        offerKey,
        choice.split('\n') as ScopeId[],
        (done, total) => onProgress({ done, total }),
      ),
    [reader, queries, session, membership, config, expectation, surroundings, offerKey, choice],
  );
  return { ...useNewest(prepare), prepareAgain: () => prepare(() => undefined) };
}
