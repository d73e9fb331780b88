import { useCallback } from 'react';
import type { OfferKey } from '../../domain/offer.ts';
import { useServices } from '../services.ts';
import { useNewest } from '../shared/useNewest.ts';
import { prepareRemoval, type RemovalChoice } from './removal.ts';

/** Makes the removal when it is opened and whenever another choice is made. */
export function useRemoval(key: OfferKey, choice: RemovalChoice) {
  const { reader, queries, session, surroundings } = useServices();
  // Equal choices are one choice, whatever object they come in.
  const wish = JSON.stringify(choice);
  const prepare = useCallback(
    () =>
      prepareRemoval({ reader, queries, person: session.person, surroundings }, key, JSON.parse(wish) as RemovalChoice),
    [reader, queries, session, surroundings, key, wish],
  );
  return { ...useNewest(prepare), prepare };
}
