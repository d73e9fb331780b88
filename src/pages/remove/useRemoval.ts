import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfferKey } from '../../domain/offer.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { useServices } from '../services.ts';
import { prepareRemoval, type Removal, type RemovalChoice } from './removal.ts';

export type RemovalState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'ready'; readonly removal: Removal }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Makes the removal when it is opened and whenever another choice is made; what is shown is always of the last choice. */
export function useRemoval(key: OfferKey, choice: RemovalChoice) {
  const { reader, queries, session, surroundings } = useServices();
  const [state, setState] = useState<RemovalState>({ kind: 'checking' });
  // Equal choices are one choice, whatever object they come in.
  const wish = JSON.stringify(choice);
  const prepare = useCallback(
    () =>
      prepareRemoval({ reader, queries, person: session.person, surroundings }, key, JSON.parse(wish) as RemovalChoice),
    [reader, queries, session, surroundings, key, wish],
  );
  const last = useRef(0);
  const open = useCallback(async () => {
    last.current += 1;
    const mine = last.current;
    const show = (next: RemovalState) => {
      if (mine === last.current) setState(next);
    };
    show({ kind: 'checking' });
    try {
      show({ kind: 'ready', removal: await prepare() });
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
  return { state, open, prepare, setReady: (removal: Removal) => setState({ kind: 'ready', removal }) };
}
