import type { World } from '../../model.ts';
import { lineageOf } from '../access/hierarchy.ts';
import { called, type FilterTerm } from '../odata.ts';

/** Where an assignment stands, seen from the scope of a request. */
export type Relation = 'at' | 'above' | 'below' | 'elsewhere';

/**
 * Tells where assignments stand relative to one scope. Subscriptions are below their management groups, and everything is
 * below the root - as far as the tenant of the caller goes, which the caller of this function has to see to.
 */
export function relationTo(world: World, scopeId: string): (assignmentScope: string) => Relation {
  const here = scopeId.toLowerCase();
  const above = new Set(lineageOf(world, here).filter((id) => id !== here));
  return (assignmentScope) => {
    const there = assignmentScope.toLowerCase();
    if (there === here) return 'at';
    if (above.has(there)) return 'above';
    return lineageOf(world, there).includes(here) ? 'below' : 'elsewhere';
  };
}

/**
 * Which relations a list wants: all that concern the scope; with `atScope()` not those below it, with `atExactScope()` only
 * those on it.
 */
export function wantedRelations(terms: readonly FilterTerm[]): readonly Relation[] {
  if (called(terms, 'atExactScope') !== undefined) return ['at'];
  return called(terms, 'atScope') === undefined ? ['at', 'above', 'below'] : ['at', 'above'];
}
