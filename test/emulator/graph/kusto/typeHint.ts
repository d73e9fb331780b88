import type { Expression, Query } from './ast.ts';

/**
 * The types of rows that can pass the first `where` of a query, lower-case, or `undefined` when any may. Rows of other types
 * need not be made at all; every condition is still run over those that are.
 */
export function typeHint({ steps }: Query): ReadonlySet<string> | undefined {
  const [first] = steps;
  return first?.kind === 'where' ? typesPassing(first.predicate) : undefined;
}

function typesPassing(predicate: Expression): ReadonlySet<string> | undefined {
  if (predicate.kind === 'logic' && predicate.operator === 'and') {
    return typesPassing(predicate.left) ?? typesPassing(predicate.right);
  }
  if (predicate.kind === 'compare' && isType(predicate.left) && ['==', '=~'].includes(predicate.operator)) {
    return literals([predicate.right]);
  }
  if (predicate.kind === 'in' && isType(predicate.left) && !predicate.operator.startsWith('!'))
    return literals(predicate.list);
  return undefined;
}

function isType(expression: Expression): boolean {
  return expression.kind === 'column' && expression.name === 'type';
}

function literals(expressions: readonly Expression[]): ReadonlySet<string> | undefined {
  const values = expressions.map((one) =>
    one.kind === 'literal' && typeof one.value === 'string' ? one.value.toLowerCase() : undefined,
  );
  return values.includes(undefined) ? undefined : new Set(values.filter((value) => value !== undefined));
}
