import type { SortKey } from './ast.ts';
import { compile } from './compile.ts';
import { semanticProblem } from './problem.ts';
import { compareValues } from './values.ts';
import type { Columns, Row, Value } from './values.ts';

/** Rows in the order of the keys; equal rows stay as they were. Throws QueryProblem for a key of kind dynamic, as Azure does. */
export function sortRows(rows: readonly Row[], keys: readonly SortKey[], columns: Columns): readonly Row[] {
  const compiled = keys.map((key) => ({ ...key, ...compile(key.expression, columns) }));
  const loose = compiled.find(({ type }) => type === 'dynamic');
  if (loose)
    throw semanticProblem('order by cannot sort values of type dynamic. Use tostring() or another cast.', 'order');
  const sortable = rows.map((row) => ({ row, values: compiled.map(({ evaluate }) => evaluate(row)) }));
  sortable.sort((a, b) => {
    for (let index = 0; index < compiled.length; index += 1) {
      const key = compiled[index];
      const order = key ? compareKeys(a.values[index] ?? null, b.values[index] ?? null, key) : 0;
      if (order !== 0) return order;
    }
    return 0;
  });
  return sortable.map(({ row }) => row);
}

function compareKeys(a: Value, b: Value, { descending, nullsFirst }: SortKey): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    return (a === null) === nullsFirst ? -1 : 1;
  }
  return descending ? compareValues(b, a) : compareValues(a, b);
}
