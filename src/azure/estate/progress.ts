import type { Estate } from '../../domain/estate.ts';

/** How many there will be in all, where it is known yet. */
export interface Expected {
  readonly subscriptions: number | undefined;
  readonly copies: number | undefined;
  readonly delegations: number | undefined;
}

/** Called with what has arrived so far: a growing estate that is not complete before the reading ends. */
export type OnProgress = (soFar: Estate, expected: Expected) => void;
