import type { World } from '../model.ts';
import { blankWorld } from './blank.ts';
import type { WorldOptions } from './blank.ts';
import { catalogOffer, managedPlatform } from './offers.ts';

/** A tenant without a single subscription: people have roles, and nothing they could use them on. */
export function emptyWorld(now: number, options?: WorldOptions): World {
  const world = blankWorld('empty', now, options);
  world.catalog.push(catalogOffer(managedPlatform, 'Northwind Managed Services', 'Standard'));
  return world;
}
