import type { World } from '../model.ts';
import type { WorldOptions } from './blank.ts';
import { busyWorld } from './busy.ts';
import { emptyWorld } from './empty.ts';
import { largeWorld } from './large.ts';
import { smallWorld } from './small.ts';

const builders: ReadonlyMap<string, (now: number, options?: WorldOptions) => World> = new Map([
  ['small', smallWorld],
  ['busy', busyWorld],
  ['large', largeWorld],
  ['empty', emptyWorld],
]);

/** Names that `buildWorld` knows; the first is the default of the demo. */
export const worldNames: readonly string[] = [...builders.keys()];

/**
 * Builds a world from its name: always the same one for the same seed, and fresh every time, so that it can be changed.
 * `now` is the world's time in ms. Throws for an unknown name, naming the known ones.
 */
export function buildWorld(name: string, now: number, options?: WorldOptions): World {
  const build = builders.get(name);
  if (!build) throw new Error(`No world "${name}". Known worlds: ${worldNames.join(', ')}.`);
  return build(now, options);
}
