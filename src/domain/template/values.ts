import type { Json } from './json.ts';
import { maxWork } from './limits.ts';
import { refuse } from './templateProblem.ts';

/** Not known yet: somebody has to say it. */
export const unsaid = Symbol('unsaid');
/** Known only once a subscription is chosen. */
export const byTarget = Symbol('byTarget');
/** A value that is open makes everything open that is made of it. */
export type Open = typeof unsaid | typeof byTarget;
export type Value = Json | Open;

export function isOpen(value: Value): value is Open {
  return typeof value === 'symbol';
}

function isKnown(value: Value): value is Json {
  return !isOpen(value);
}

/** The values, where all of them are known. */
export function known(values: readonly Value[]): readonly Json[] | Open {
  return firstOpen(values) ?? values.filter(isKnown);
}

/** What is unsaid comes before what the target decides: it has to be answered first. */
function firstOpen(values: readonly Value[]): Open | undefined {
  const open = values.filter(isOpen);
  return open.includes(unsaid) ? unsaid : open[0];
}

/** Where expressions are worked out. What is absent is known only once somebody has chosen. */
export interface Place {
  readonly tenantId: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly level: 'subscription' | 'resourceGroup';
}

/** Counts what is done, so that a hostile template comes to an end. */
export class Work {
  #left = maxWork;

  spend(amount: number, path: string): void {
    this.#left -= amount;
    if (this.#left < 0) refuse({ code: 'tooMuchWork', path });
  }
}
