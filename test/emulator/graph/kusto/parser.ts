import type { Expression, NamedExpression, Query, SortKey, Step } from './ast.ts';
import { Cursor } from './cursor.ts';
import { readExpression } from './expressions.ts';
import { notInEmulator } from './problem.ts';
import { tokenize } from './tokens.ts';

/**
 * Reads a query: `Table | operator | operator`. Throws QueryProblem where it is not one, or more than this emulator knows.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
export function parseQuery(text: string): Query {
  const cursor = new Cursor(tokenize(text));
  const table = cursor.read('name', 'the name of a table').text;
  const steps: Step[] = [];
  while (cursor.accept('|')) steps.push(readStep(cursor));
  cursor.accept(';');
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('"|" or the end of the query');
  return { table, steps };
}

const readers: Readonly<Record<string, (cursor: Cursor) => Step>> = {
  where: (cursor) => ({ kind: 'where', predicate: readExpression(cursor) }),
  filter: (cursor) => ({ kind: 'where', predicate: readExpression(cursor) }),
  project: (cursor) => ({ kind: 'project', columns: readColumns(cursor) }),
  extend: (cursor) => ({ kind: 'extend', columns: readColumns(cursor) }),
  order: readOrder,
  sort: readOrder,
  take: (cursor) => ({ kind: 'take', count: readCount(cursor) }),
  limit: (cursor) => ({ kind: 'take', count: readCount(cursor) }),
  top: readTop,
  count: () => ({ kind: 'count' }),
  distinct: (cursor) => ({ kind: 'distinct', columns: cursor.accept('*') ? '*' : readColumns(cursor) }),
  summarize: readSummarize,
};

function readStep(cursor: Cursor): Step {
  const { text, place } = cursor.read('name', 'an operator');
  // Some operators have a dash in their name, all of which are unknown here: mv-expand, project-away.
  const dashed = cursor.at('-') && cursor.peek(1).kind === 'name' ? `${text}-${cursor.peek(1).text}` : text;
  const reader = Object.hasOwn(readers, dashed) ? readers[dashed] : undefined;
  if (!reader) throw notInEmulator(`the operator "${dashed}"`, 'kusto/parser.ts', place);
  return reader(cursor);
}

function readColumns(cursor: Cursor): NamedExpression[] {
  return cursor.list(() => readColumn(cursor));
}

function readColumn(cursor: Cursor): NamedExpression {
  const named = cursor.peek().kind === 'name' && cursor.peek(1).text === '=' && cursor.peek(1).kind === 'symbol';
  if (!named) return { expression: readExpression(cursor) };
  const name = cursor.next().text;
  cursor.next();
  return { name, expression: readExpression(cursor) };
}

function readOrder(cursor: Cursor): Step {
  cursor.expect('by');
  return { kind: 'order', keys: cursor.list(() => readSortKey(cursor)) };
}

function readTop(cursor: Cursor): Step {
  const count = readCount(cursor);
  cursor.expect('by');
  return { kind: 'top', count, key: readSortKey(cursor) };
}

/** Descending is the default, and nulls are the smallest. https://learn.microsoft.com/kusto/query/sort-operator */
function readSortKey(cursor: Cursor): SortKey {
  const expression: Expression = readExpression(cursor);
  const ascending = cursor.accept('asc');
  if (!ascending) cursor.accept('desc');
  if (!cursor.accept('nulls')) return { expression, descending: !ascending, nullsFirst: ascending };
  const nullsFirst = cursor.accept('first');
  if (!nullsFirst) cursor.expect('last');
  return { expression, descending: !ascending, nullsFirst };
}

function readSummarize(cursor: Cursor): Step {
  const aggregates = cursor.at('by') ? [] : readColumns(cursor);
  const by = cursor.accept('by') ? readColumns(cursor) : [];
  return { kind: 'summarize', aggregates, by };
}

function readCount(cursor: Cursor): number {
  return Number(cursor.read('number', 'a number of rows').text);
}
