import type { Expression, NamedExpression } from './ast.ts';
import { semanticProblem } from './problem.ts';

/** Prefixes of the names that aggregates give to their column. */
const prefixes: Readonly<Record<string, string>> = {
  count: 'count',
  dcount: 'dcount',
  make_list: 'list',
  make_set: 'set',
};

/**
 * Names for columns, made up where the query gives none: `properties.a.b` becomes `properties_a_b`, a conversion keeps the
 * name of what it converts, `count()` becomes `count_`, and everything else is numbered. Throws where two would be equal.
 * https://learn.microsoft.com/kusto/query/schema-entities/entity-names
 */
export function columnNames(columns: readonly NamedExpression[]): string[] {
  let numbered = 0;
  const names = columns.map(({ name, expression }) => {
    const given = name ?? impliedName(expression);
    if (given !== undefined) return given;
    numbered += 1;
    return `Column${numbered}`;
  });
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw semanticProblem(`A column named '${twice}' is already defined.`, twice);
  return names;
}

function impliedName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'column':
      return expression.name;
    case 'member':
      return joined(expression.source, expression.name);
    case 'element':
      return joined(expression.source, String(expression.index));
    case 'call':
      return impliedByCall(expression);
    case 'literal':
    case 'compare':
    case 'in':
    case 'logic':
      return undefined;
  }
}

function impliedByCall({ name, args }: Extract<Expression, { kind: 'call' }>): string | undefined {
  const of = args[0] && impliedName(args[0]);
  if (name === 'tostring') return of;
  return Object.hasOwn(prefixes, name) ? `${prefixes[name]}_${of ?? ''}` : undefined;
}

function joined(source: Expression, last: string): string | undefined {
  const before = impliedName(source);
  return before === undefined ? undefined : `${before}_${last}`;
}
