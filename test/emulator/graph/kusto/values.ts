/** A value in a row: JSON, without `undefined`. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/**
 * What is known of a value before the query runs. `dynamic` is anything that came out of a property bag.
 * https://learn.microsoft.com/kusto/query/scalar-data-types/
 */
export type ScalarType = 'string' | 'number' | 'bool' | 'dynamic';

/** A row of a table: values by column name. */
export type Row = Readonly<Record<string, Value>>;

/** Columns of a table, in order, with what their values are. */
export type Columns = ReadonlyMap<string, ScalarType>;

/** Rows and what their columns are. */
export interface Relation {
  readonly columns: Columns;
  readonly rows: readonly Row[];
}

/** A value as text, as `tostring()` makes it: null is empty, bags and arrays are JSON. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Empty text or null: what `isempty()` and `coalesce()` skip. */
export function isEmpty(value: Value): boolean {
  return value === null || value === '';
}

/**
 * Whether two values are equal, or null where Kusto says that nobody can know: both are null.
 * Values out of a bag are compared by their text where the other side is of another kind.
 * https://learn.microsoft.com/kusto/query/scalar-data-types/null-values
 */
export function equality(left: Value, right: Value): boolean | null {
  if (left === null || right === null) return left === right ? null : false;
  return typeof left === typeof right && typeof left !== 'object' ? left === right : textOf(left) === textOf(right);
}

/** Order of two values of one kind, below zero where `left` comes first. Text goes by code units, as in Kusto. */
export function compareValues(left: Value, right: Value): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const a = textOf(left);
  const b = textOf(right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
