import type { Switches } from '../model.ts';
import type { TimingName } from './timing.ts';

/** What a world is built with. Whatever is left out is the world's own default; timing stays as it is. */
export interface ResetOptions {
  readonly seed?: number;
  readonly switches?: Partial<Switches>;
  /** Items per page of every list. */
  readonly pageSize?: number;
  readonly timing?: TimingName;
  /** How far Azure's clock is ahead of the client's, in ms; below zero: behind it. */
  readonly skewMs?: number;
}
