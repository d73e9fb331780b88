import type { NamedExpression, Query, SortKey, Step } from './ast.ts';
import { columnNames } from './columnNames.ts';
import { compile } from './compile.ts';
import { semanticProblem } from './problem.ts';
import { sortRows } from './sorting.ts';
import { distinctColumns, summarize } from './summarize.ts';
import { textOf } from './values.ts';
import type { Columns, Relation, Row, ScalarType, Value } from './values.ts';

/** Runs the operators of a query, one after the other, over the rows of its table. Throws QueryProblem. */
export function runQuery({ steps }: Query, table: Relation): Relation {
  return steps.reduce(runStep, table);
}

function runStep(input: Relation, step: Step): Relation {
  const { columns, rows } = input;
  switch (step.kind) {
    case 'where':
      return { columns, rows: filter(step.predicate, input) };
    case 'project':
      return project(step.columns, input);
    case 'extend':
      return extend(step.columns, input);
    case 'order':
      return { columns, rows: sortRows(rows, step.keys, columns) };
    case 'take':
      return { columns, rows: rows.slice(0, step.count) };
    case 'top':
      return { columns, rows: top(input, step.key, step.count) };
    case 'count':
      return { columns: new Map([['Count', 'number']]), rows: [{ Count: rows.length }] };
    case 'distinct':
      return summarize([], step.columns === '*' ? distinctColumns(columns) : step.columns, input);
    case 'summarize':
      return summarize(step.aggregates, step.by, input);
  }
}

function filter(predicate: NamedExpression['expression'], { columns, rows }: Relation): readonly Row[] {
  const { type, evaluate } = compile(predicate, columns);
  // A value out of a bag may turn out to be true or false; text and numbers never do.
  if (type !== 'bool' && type !== 'dynamic')
    throw semanticProblem(`where needs a condition, and this is a ${type}.`, 'where');
  return rows.filter((row) => evaluate(row) === true);
}

interface Made {
  readonly name: string;
  readonly type: ScalarType;
  readonly evaluate: (row: Row) => Value;
}

function make(named: readonly NamedExpression[], columns: Columns): Made[] {
  const names = columnNames(named);
  return named.map(({ expression }, index) => {
    const { type, evaluate } = compile(expression, columns);
    // Text is never null in Kusto: what is not there is empty.
    const whole = type === 'string' ? (row: Row) => textOf(evaluate(row)) : evaluate;
    return { name: names[index] ?? '', type, evaluate: whole };
  });
}

function project(named: readonly NamedExpression[], { columns, rows }: Relation): Relation {
  const made = make(named, columns);
  return {
    columns: new Map(made.map(({ name, type }) => [name, type])),
    rows: rows.map((row) => evaluated(made, row, {})),
  };
}

function extend(named: readonly NamedExpression[], { columns, rows }: Relation): Relation {
  const made = make(named, columns);
  const all = new Map([...columns, ...made.map(({ name, type }) => [name, type] as const)]);
  return { columns: all, rows: rows.map((row) => evaluated(made, row, { ...row })) };
}

function evaluated(made: readonly Made[], row: Row, into: Record<string, Value>): Row {
  for (const { name, evaluate } of made) into[name] = evaluate(row);
  return into;
}

function top({ columns, rows }: Relation, key: SortKey, count: number): readonly Row[] {
  return sortRows(rows, [key], columns).slice(0, count);
}
