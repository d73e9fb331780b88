import type { Cursor } from './cursor.ts';
import type { Value } from './values.ts';

/** Reads a literal if there is one: text, number, `true`, `false`, `null`, `dynamic(...)`. */
export function readLiteral(cursor: Cursor): { readonly value: Value } | undefined {
  const { kind, value } = cursor.peek();
  if (kind === 'string') return { value: cursor.next().value };
  if (kind === 'number' || cursor.at('-')) return { value: readNumber(cursor) };
  if (kind !== 'name') return undefined;
  if (value === 'true' || value === 'false') return { value: cursor.next().value === 'true' };
  if (value === 'dynamic' && cursor.peek(1).text === '(') return { value: readDynamic(cursor) };
  return undefined;
}

/** https://learn.microsoft.com/kusto/query/scalar-data-types/dynamic */
function readDynamic(cursor: Cursor): Value {
  cursor.next();
  cursor.expect('(');
  const value = readJson(cursor);
  cursor.expect(')');
  return value;
}

function readJson(cursor: Cursor): Value {
  if (cursor.accept('null')) return null;
  if (cursor.accept('[')) return readItems(cursor, ']', () => readJson(cursor));
  if (cursor.accept('{')) return Object.fromEntries(readItems(cursor, '}', () => readProperty(cursor)));
  const literal = readLiteral(cursor);
  if (!literal) throw cursor.unexpected('a literal');
  return literal.value;
}

function readProperty(cursor: Cursor): [string, Value] {
  const name = cursor.read('string', 'the name of a property').value;
  cursor.expect(':');
  return [name, readJson(cursor)];
}

function readItems<Item>(cursor: Cursor, close: string, item: () => Item): Item[] {
  if (cursor.accept(close)) return [];
  const items = cursor.list(item);
  cursor.expect(close);
  return items;
}

function readNumber(cursor: Cursor): number {
  const sign = cursor.accept('-') ? -1 : 1;
  return sign * Number(cursor.read('number', 'a number').text);
}
