import type { Caller, Context } from '../context.ts';

/** Who asks, of what, and what they may read: a subscription, resource group or management group, by its id. */
export interface Asker {
  readonly context: Context;
  readonly caller: Caller;
  readonly visibleTo: (scope: string) => boolean;
}
