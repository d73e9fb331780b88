import type { Expression } from './ast.ts';
import { compileComparison, compileIn } from './comparisons.ts';
import { scalarFunction } from './functions.ts';
import { semanticProblem } from './problem.ts';
import type { Columns, Row, ScalarType, Value } from './values.ts';

/** An expression made ready to run: what kind of value it gives, and how to get it from a row. */
export interface Compiled {
  readonly type: ScalarType;
  readonly evaluate: (row: Row) => Value;
  /** The value, where it is the same for every row. */
  readonly constant?: Value;
}

/**
 * Makes an expression ready to run over rows with these columns. Throws QueryProblem for a column that is not there, a
 * function that is not known, and a property taken of what has none - before any row is read, as Azure does.
 */
export function compile(expression: Expression, columns: Columns): Compiled {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value);
    case 'column':
      return compileColumn(expression.name, columns);
    case 'member':
    case 'element':
      return compilePath(expression, columns);
    case 'call':
      return compileCall(expression, columns);
    case 'compare':
      return compileComparison(expression, compile(expression.left, columns), compile(expression.right, columns));
    case 'in': {
      const list = expression.list.map((item) => compile(item, columns));
      return compileIn(expression.operator, compile(expression.left, columns), list);
    }
    case 'logic':
      return compileLogic(expression.operator, compile(expression.left, columns), compile(expression.right, columns));
  }
}

function constant(value: Value): Compiled {
  const types = { string: 'string', number: 'number', boolean: 'bool' } as const;
  const type = typeof value === 'object' ? 'dynamic' : types[typeof value as keyof typeof types];
  return { type, evaluate: () => value, constant: value };
}

function compileColumn(name: string, columns: Columns): Compiled {
  const type = columns.get(name);
  if (!type) throw semanticProblem(`Failed to resolve scalar expression named '${name}'.`, name);
  return { type, evaluate: (row) => row[name] ?? null };
}

function compilePath(path: Extract<Expression, { kind: 'member' | 'element' }>, columns: Columns): Compiled {
  const source = compile(path.source, columns);
  if (source.type !== 'dynamic') {
    const step = path.kind === 'member' ? path.name : String(path.index);
    throw semanticProblem(`A path can only be taken of a dynamic value, and this is a ${source.type}.`, step);
  }
  if (path.kind === 'element') {
    return { type: 'dynamic', evaluate: (row) => elementOf(source.evaluate(row), path.index) };
  }
  return { type: 'dynamic', evaluate: (row) => memberOf(source.evaluate(row), path.name) };
}

function memberOf(source: Value, name: string): Value {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return null;
  return Object.hasOwn(source, name) ? ((source as Readonly<Record<string, Value>>)[name] ?? null) : null;
}

function elementOf(source: Value, index: number): Value {
  return Array.isArray(source) ? ((source as readonly Value[]).at(index) ?? null) : null;
}

function compileCall({ name, args }: Extract<Expression, { kind: 'call' }>, columns: Columns): Compiled {
  const compiled = args.map((arg) => compile(arg, columns));
  const types = compiled.map(({ type }) => type);
  const called = scalarFunction(name, args.length);
  return {
    type: called.type(types),
    evaluate: (row) =>
      called.apply(
        compiled.map(({ evaluate }) => evaluate(row)),
        types,
      ),
  };
}

/** Null means "nobody knows" and stays so, unless the other side decides alone. */
function compileLogic(operator: 'and' | 'or', left: Compiled, right: Compiled): Compiled {
  const deciding = operator === 'or';
  return {
    type: 'bool',
    evaluate: (row) => {
      const first = left.evaluate(row);
      if (first === deciding) return deciding;
      const second = right.evaluate(row);
      if (second === deciding) return deciding;
      return first === null || second === null ? null : !deciding;
    },
  };
}
