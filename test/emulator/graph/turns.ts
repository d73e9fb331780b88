import type { World } from '../model.ts';
import type { Query } from './kusto/ast.ts';
import type { Row } from './kusto/values.ts';

const turns = new WeakMap<World, number>();

/**
 * Where the rows of a query start: at 0 where it sorts them, else somewhere else every time, as in Azure. Follows from the
 * world's seed and from how many unsorted queries there were.
 * https://learn.microsoft.com/azure/governance/resource-graph/first-query-rest-api
 */
export function nextTurn(world: World, { steps }: Query): number {
  if (steps.some(({ kind }) => kind === 'order' || kind === 'top' || kind === 'count')) return 0;
  const turn = ((turns.get(world) ?? world.seed) * 7 + 3) % 1_000_003;
  turns.set(world, turn);
  return turn;
}

/** The rows, starting at another one; those before it come last. */
export function turned(rows: readonly Row[], turn: number): readonly Row[] {
  if (turn === 0 || rows.length === 0) return rows;
  const start = turn % rows.length;
  return [...rows.slice(start), ...rows.slice(0, start)];
}
