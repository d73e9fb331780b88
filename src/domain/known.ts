import type { Problem } from './problem.ts';

/** A fact that may not be had. Unknown is an answer, with its reason; it is never the same as "no". */
export type Known<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'unknown'; readonly problem: Problem }
  | { readonly state: 'notRead' };
