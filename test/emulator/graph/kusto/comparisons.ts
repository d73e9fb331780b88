import type { Comparison, InOperator, OrderOperator, TextOperator } from './ast.ts';
import { textOperatorNames } from './ast.ts';
import type { Compiled } from './compile.ts';
import { semanticProblem } from './problem.ts';
import { compareValues, equality, textOf } from './values.ts';
import type { Row, Value } from './values.ts';

type Test = (left: Value, right: Value) => boolean | null;

/** Makes a comparison ready to run. Throws where Kusto asks for a cast first. */
export function compileComparison({ operator }: Comparison, left: Compiled, right: Compiled): Compiled {
  if (isTextOperator(operator)) return { type: 'bool', evaluate: compileText(operator, left, right) };
  if (!comparable(left, right)) {
    throw semanticProblem(
      `Cannot compare values of types ${left.type} and ${right.type}. Try adding explicit casts.`,
      operator,
    );
  }
  const test = orderTests[operator];
  return { type: 'bool', evaluate: (row) => test(left.evaluate(row), right.evaluate(row)) };
}

/**
 * Makes a membership test ready to run; arrays in the list count as their items. Null is in no list.
 * https://learn.microsoft.com/kusto/query/in-operator
 */
export function compileIn(operator: InOperator, left: Compiled, list: readonly Compiled[]): Compiled {
  const fold = operator.endsWith('~') ? lower : textOf;
  const found = !operator.startsWith('!');
  const itemsOf = (row: Row): Set<string> => new Set(list.flatMap(({ evaluate }) => flatten(evaluate(row))).map(fold));
  const fixed = list.every(({ constant }) => constant !== undefined) ? itemsOf({}) : undefined;
  return {
    type: 'bool',
    evaluate: (row) => {
      const value = left.evaluate(row);
      return (value !== null && (fixed ?? itemsOf(row)).has(fold(value))) === found;
    },
  };
}

function isTextOperator(operator: Comparison['operator']): operator is TextOperator {
  return textOperatorNames.some((name) => name === operator);
}

const orderTests: Readonly<Record<OrderOperator, Test>> = {
  '==': equality,
  // https://learn.microsoft.com/kusto/query/scalar-data-types/null-values: two nulls are neither equal nor different.
  '!=': (left, right) => negate(equality(left, right)),
  '<': (left, right) => ordered(left, right, (order) => order < 0),
  '<=': (left, right) => ordered(left, right, (order) => order <= 0),
  '>': (left, right) => ordered(left, right, (order) => order > 0),
  '>=': (left, right) => ordered(left, right, (order) => order >= 0),
};

function ordered(left: Value, right: Value, holds: (order: number) => boolean): boolean | null {
  return left === null || right === null ? null : holds(compareValues(left, right));
}

function negate(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer;
}

function comparable(left: Compiled, right: Compiled): boolean {
  if (left.type === 'dynamic' && right.type === 'dynamic') return left.constant === null || right.constant === null;
  return left.type === right.type || left.type === 'dynamic' || right.type === 'dynamic';
}

const textTests: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  '~': (text, part) => text === part,
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  has: hasTerm,
};

/** `has` looks for whole terms: what stands between characters that are neither letters nor digits. */
function hasTerm(text: string, term: string): boolean {
  if (term === '') return true;
  const inside = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + term.length);
    if (!inside.test(before) && !inside.test(after)) return true;
  }
  return false;
}

function compileText(operator: TextOperator, left: Compiled, right: Compiled): (row: Row) => boolean {
  const negated = operator.startsWith('!');
  const fold = operator.endsWith('_cs') ? textOf : lower;
  const test = textTests[operator.replace(/^[!=](?=~)|^!|_cs$/g, '')];
  if (!test) throw new Error(`No test for the operator ${operator}.`);
  if (right.constant !== undefined) {
    const part = fold(right.constant);
    return (row) => test(fold(left.evaluate(row)), part) !== negated;
  }
  return (row) => test(fold(left.evaluate(row)), fold(right.evaluate(row))) !== negated;
}

function lower(value: Value): string {
  return textOf(value).toLowerCase();
}

function flatten(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}
