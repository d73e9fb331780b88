import type { Expression } from './ast.ts';
import { compile } from './compile.ts';
import { notInEmulator, semanticProblem } from './problem.ts';
import { textOf } from './values.ts';
import type { Columns, Row, ScalarType, Value } from './values.ts';

/** An aggregate made ready to run over the rows of a group. */
export interface CompiledAggregate {
  readonly type: ScalarType;
  readonly evaluate: (rows: readonly Row[]) => Value;
}

interface Aggregate {
  readonly arity: readonly [least: number, most: number];
  readonly type: ScalarType;
  /** `values` are those of the first argument; `limit` is the second, where it was given. */
  readonly apply: (values: readonly Value[], limit: number) => Value;
}

/** https://learn.microsoft.com/kusto/query/aggregation-functions. Unlike Azure's, dcount is exact here. */
const aggregates: Readonly<Record<string, Aggregate>> = {
  count: { arity: [0, 0], type: 'number', apply: (values) => values.length },
  dcount: { arity: [1, 2], type: 'number', apply: (values) => distinct(present(values)).length },
  make_list: { arity: [1, 2], type: 'dynamic', apply: (values, limit) => present(values).slice(0, limit) },
  make_set: { arity: [1, 2], type: 'dynamic', apply: (values, limit) => distinct(present(values)).slice(0, limit) },
};

/** Makes an aggregate ready to run. Throws QueryProblem for anything that is not one, or not known here. */
export function compileAggregate(expression: Expression, columns: Columns): CompiledAggregate {
  if (expression.kind !== 'call') throw semanticProblem('summarize needs aggregates before "by".', 'summarize');
  const { name, args } = expression;
  const aggregate = Object.hasOwn(aggregates, name) ? aggregates[name] : undefined;
  if (!aggregate) throw notInEmulator(`the aggregate ${name}()`, 'kusto/aggregates.ts');
  const [least, most] = aggregate.arity;
  if (args.length < least || args.length > most)
    throw semanticProblem(`${name}() was given ${args.length} arguments.`, name);
  const [value, second] = args.map((arg) => compile(arg, columns));
  const limit = typeof second?.constant === 'number' && name !== 'dcount' ? second.constant : Number.POSITIVE_INFINITY;
  return {
    type: aggregate.type,
    evaluate: (rows) =>
      aggregate.apply(
        rows.map((row) => (value ? value.evaluate(row) : null)),
        limit,
      ),
  };
}

function present(values: readonly Value[]): readonly Value[] {
  return values.filter((value) => value !== null);
}

function distinct(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [`${typeof value}:${textOf(value)}`, value])).values()];
}
