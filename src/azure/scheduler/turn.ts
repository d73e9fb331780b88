import type { Operation } from './operation.ts';
import type { Signal } from './time.ts';

/** What one request asks of the scheduler. */
export interface Turn {
  readonly operation: Operation;
  /** Goes before all that are not: somebody watches a run. */
  readonly urgent: boolean;
  /** Sent before and sent back: to the head of its queue. */
  readonly again: boolean;
  readonly signal?: Signal;
}

/** How a request ended, as far as the limits are concerned. */
export type Outcome =
  | { readonly kind: 'answered'; readonly remaining?: number }
  | { readonly kind: 'lost' }
  | { readonly kind: 'throttled'; readonly by: 'bucket' | 'provider'; readonly waitMs: number };

/** The right to send one request, given back with its outcome. */
export interface Slot {
  done(outcome: Outcome): void;
}
