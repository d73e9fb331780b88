import type { NamedExpression } from './ast.ts';
import { compileAggregate } from './aggregates.ts';
import { columnNames } from './columnNames.ts';
import { compile } from './compile.ts';
import { semanticProblem } from './problem.ts';
import { textOf } from './values.ts';
import type { Columns, Relation, Row, Value } from './values.ts';

/** The columns `distinct *` stands for. */
export function distinctColumns(columns: Columns): NamedExpression[] {
  return [...columns.keys()].map((name) => ({ expression: { kind: 'column', name } }));
}

/**
 * Rows in groups of equal keys, one row per group: keys first, then aggregates. Without keys there is one group, even of
 * no rows; without aggregates this is `distinct`. Throws QueryProblem for a key of kind dynamic, as Azure does.
 * https://learn.microsoft.com/kusto/query/summarize-operator
 */
export function summarize(
  aggregates: readonly NamedExpression[],
  by: readonly NamedExpression[],
  input: Relation,
): Relation {
  const names = columnNames([...by, ...aggregates]);
  const keys = by.map(({ expression }) => compile(expression, input.columns));
  if (keys.some(({ type }) => type === 'dynamic')) {
    throw semanticProblem(
      'Rows cannot be grouped by values of type dynamic. Use tostring() or another cast.',
      'summarize',
    );
  }
  const made = aggregates.map(({ expression }) => compileAggregate(expression, input.columns));
  const groups = new Map<string, { key: Value[]; rows: Row[] }>(by.length === 0 ? [['', { key: [], rows: [] }]] : []);
  for (const row of input.rows) {
    const key = keys.map(({ evaluate }) => evaluate(row));
    const text = key.map((value) => `${typeof value}:${textOf(value)}`).join('\u0000');
    const group = groups.get(text) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(text, group);
  }
  const types = [...keys, ...made].map(({ type }) => type);
  return {
    columns: new Map(names.map((name, index) => [name, types[index] ?? 'dynamic'])),
    rows: [...groups.values()].map(({ key, rows }) => {
      const values = [...key, ...made.map(({ evaluate }) => evaluate(rows))];
      return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
    }),
  };
}
