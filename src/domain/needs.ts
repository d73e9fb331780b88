import { notCovered, type Coverage } from './coverage.ts';
import type { Offer } from './offer.ts';
import { acceptedNotDelegated } from './offers.ts';
import type { Subscription } from './scope.ts';

/** A newer version of an accepted offer. */
export interface OpenUpdate {
  readonly offer: Offer;
  readonly version: string;
}

/** Something that waits for the person, with what it takes to do it. */
export type Need =
  | { readonly kind: 'unfinishedRun' }
  | { readonly kind: 'notDelegated'; readonly offer: Offer }
  /** A newer version is out that nobody here has turned down. */
  | ({ readonly kind: 'updateAvailable' } & OpenUpdate)
  /** Subscriptions that are new since the last visit, and not covered by an offer that covers others. */
  | { readonly kind: 'newNotCovered'; readonly offer: Offer; readonly subscriptions: readonly Subscription[] };

/** What waits for the person, most urgent first; within one kind in the order of the offers. */
export function needsOf(facts: {
  readonly unfinished: boolean;
  readonly offers: readonly Offer[];
  readonly updates: readonly OpenUpdate[];
  readonly coverage: readonly Coverage[];
  readonly fresh: readonly Subscription[];
}): readonly Need[] {
  const isNew = new Set(facts.fresh);
  return [
    ...(facts.unfinished ? [{ kind: 'unfinishedRun' } as const] : []),
    ...facts.offers.filter(acceptedNotDelegated).map((offer) => ({ kind: 'notDelegated', offer }) as const),
    ...facts.updates.map((update) => ({ kind: 'updateAvailable', ...update }) as const),
    ...facts.coverage.flatMap((coverage): readonly Need[] => {
      const subscriptions = notCovered(coverage).filter((one) => isNew.has(one));
      return subscriptions.length > 0 ? [{ kind: 'newNotCovered', offer: coverage.offer, subscriptions }] : [];
    }),
  ];
}
