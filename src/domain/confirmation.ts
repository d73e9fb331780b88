import type { Explained } from './receipt.ts';

/** What a person confirmed before a run, as it goes into the receipt. */
export interface Confirmation {
  /** Of the change set that was reviewed. */
  readonly fingerprint: string;
  /** Exactly as shown beside the checkbox. */
  readonly text: string;
  readonly language: string;
  readonly reason?: string;
  /** The access as it was explained beside it. */
  readonly explained: readonly Explained[];
}
