import type { Expression, NamedExpression, Query, SortKey, Step } from './ast.ts';
import type { Value } from './values.ts';

/** A query as text that reads back as the same query: the other half of the parser's round trip. Only for tests. */
export function printQuery({ table, steps }: Query): string {
  return [table, ...steps.map(printStep)].join(' | ');
}

function printStep(step: Step): string {
  switch (step.kind) {
    case 'where':
      return `where ${printExpression(step.predicate)}`;
    case 'project':
      return `project ${printColumns(step.columns)}`;
    case 'extend':
      return `extend ${printColumns(step.columns)}`;
    case 'order':
      return `order by ${step.keys.map(printKey).join(', ')}`;
    case 'take':
      return `take ${step.count}`;
    case 'top':
      return `top ${step.count} by ${printKey(step.key)}`;
    case 'count':
      return 'count';
    case 'distinct':
      return `distinct ${step.columns === '*' ? '*' : printColumns(step.columns)}`;
    case 'summarize':
      return `summarize ${printColumns(step.aggregates)}${step.by.length > 0 ? ` by ${printColumns(step.by)}` : ''}`;
  }
}

function printColumns(columns: readonly NamedExpression[]): string {
  return columns
    .map(({ name, expression }) =>
      name === undefined ? printExpression(expression) : `${name} = ${printExpression(expression)}`,
    )
    .join(', ');
}

function printKey({ expression, descending, nullsFirst }: SortKey): string {
  return `${printExpression(expression)} ${descending ? 'desc' : 'asc'} nulls ${nullsFirst ? 'first' : 'last'}`;
}

function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.value);
    case 'column':
      return `['${escaped(expression.name)}']`;
    case 'member':
      return `${printExpression(expression.source)}['${escaped(expression.name)}']`;
    case 'element':
      return `${printExpression(expression.source)}[${expression.index}]`;
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(', ')})`;
    case 'compare':
      return `(${printExpression(expression.left)} ${expression.operator} ${printExpression(expression.right)})`;
    case 'in':
      return `(${printExpression(expression.left)} ${expression.operator} (${expression.list.map(printExpression).join(', ')}))`;
    case 'logic':
      return `(${printExpression(expression.left)} ${expression.operator} ${printExpression(expression.right)})`;
  }
}

function printLiteral(value: Value): string {
  if (typeof value === 'string') return `'${escaped(value)}'`;
  return typeof value === 'object' ? `dynamic(${JSON.stringify(value)})` : String(value);
}

function escaped(text: string): string {
  return text.replace(/[\\'\n\r\t]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
