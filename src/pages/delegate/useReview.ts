import { useCallback, useEffect, useRef, useState } from 'react';
import type { ScopeId } from '../../domain/ids.ts';
import type { OfferKey } from '../../domain/offer.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { useServices } from '../services.ts';
import { prepareReview, type Review } from './review.ts';

export type ReviewState =
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly review: Review }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Makes the review when it is opened, and again when it is asked for. */
export function useReview(offerKey: OfferKey, scopes: readonly ScopeId[]) {
  const { reader, queries, session, membership, config, expectation, surroundings } = useServices();
  const [state, setState] = useState<ReviewState>({ kind: 'checking', done: 0, total: scopes.length });
  // Equal choices are one choice, whatever array they come in.
  const choice = scopes.join('\n');
  const prepare = useCallback(
    (onProgress: (done: number, total: number) => void) =>
      prepareReview(
        { reader, queries, person: session.person, membership, guests: config.guests, expectation, surroundings },
        offerKey,
        choice.split('\n') as ScopeId[],
        onProgress,
      ),
    [reader, queries, session, membership, config, expectation, surroundings, offerKey, choice],
  );
  const last = useRef(0);
  const open = useCallback(async () => {
    last.current += 1;
    const mine = last.current;
    const show = (next: ReviewState) => {
      if (mine === last.current) setState(next);
    };
    show({ kind: 'checking', done: 0, total: 0 });
    try {
      show({ kind: 'ready', review: await prepare((done, total) => show({ kind: 'checking', done, total })) });
    } catch (error) {
      show({ kind: 'failed', problem: problemOf(error) });
    }
  }, [prepare]);
  useEffect(() => {
    void open();
    return () => {
      last.current += 1;
    };
  }, [open]);
  return {
    state,
    open,
    setReady: (review: Review) => setState({ kind: 'ready', review }),
    prepareAgain: () => prepare(() => undefined),
  };
}
