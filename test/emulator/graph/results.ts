import type { World } from '../model.ts';
import type { Relation } from './kusto/values.ts';
import { writesNoted } from './lag.ts';

/** Worlds with fewer resource groups than this are read anew for every query: nothing can be out of date there. */
const largeFrom = 5_000;
const keptMs = 30_000;
const keptAtMost = 8;

interface Kept {
  readonly relation: Relation;
  readonly until: number;
  readonly writes: number;
}

const keptByWorld = new WeakMap<World, Map<string, Kept>>();

/**
 * The result of a query, worked out once for all of its pages where the world is large. A kept result is dropped after
 * half a minute of the world's time and by any write. `key` must name everything the result depends on.
 */
export function resultFor(world: World, now: number, key: string, work: () => Relation): Relation {
  const groups = [...world.resourceGroups.values()].reduce((sum, each) => sum + each.size, 0);
  if (groups < largeFrom) return work();
  const results = keptByWorld.get(world) ?? new Map<string, Kept>();
  keptByWorld.set(world, results);
  const known = results.get(key);
  if (known && known.until > now && known.writes === writesNoted(world)) return known.relation;
  const relation = work();
  results.delete(key);
  results.set(key, { relation, until: now + keptMs, writes: writesNoted(world) });
  for (const oldest of results.keys()) {
    if (results.size <= keptAtMost) break;
    results.delete(oldest);
  }
  return relation;
}
