import { ArmError } from './errors.ts';

/** One condition of an OData `$filter`: `name eq 'value'`, `name in ('a', 'b')` or a function such as `atScope()`. */
export type FilterTerm =
  | { readonly kind: 'equals'; readonly name: string; readonly value: string }
  | { readonly kind: 'in'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly argument?: string };

const EQUALS = /^([\w/]+)\s+eq\s+(?:'((?:[^']|'')*)'|([^\s']+))$/i;
const IN = /^([\w/]+)\s+in\s+\(([^)]*)\)$/i;
/** `and` between two terms, not inside a quoted value. */
const AND = /\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/i;
const CALL = /^(\w+)\(\s*(?:'([^']*)'|([^')]*))\s*\)$/;

/**
 * Reads the conditions of a `$filter` joined by `and`: the part of OData that the emulated operations document.
 * Names are lower-cased, values stay as sent. An absent or empty filter has none.
 * @throws 400 InvalidFilter for anything else
 */
export function parseFilter(filter: string | undefined): readonly FilterTerm[] {
  if (filter === undefined || filter.trim() === '') return [];
  return filter.trim().split(AND).map(parseTerm);
}

/** The value a filter wants of a field, `undefined` where it says nothing about it. */
export function wanted(terms: readonly FilterTerm[], name: string): readonly string[] | undefined {
  const term = terms.find((each) => each.name === name.toLowerCase());
  if (term?.kind === 'equals') return [term.value];
  return term?.kind === 'in' ? term.values : undefined;
}

/** The argument of a function in a filter: `''` where it is called without one, `undefined` where it is not called. */
export function called(terms: readonly FilterTerm[], name: string): string | undefined {
  const term = terms.find((each) => each.kind === 'call' && each.name === name.toLowerCase());
  return term?.kind === 'call' ? (term.argument ?? '') : undefined;
}

/** Refuses conditions on fields an operation does not know, rather than ignoring them. @throws 400 InvalidFilter */
export function knowOnly(terms: readonly FilterTerm[], names: readonly string[]): void {
  const stranger = terms.find((term) => !names.some((name) => name.toLowerCase() === term.name));
  if (stranger) throw invalidFilter(stranger.name);
}

function parseTerm(text: string): FilterTerm {
  const equals = EQUALS.exec(text);
  if (equals?.[1] !== undefined) {
    const value = equals[2]?.replaceAll("''", "'") ?? equals[3] ?? '';
    return { kind: 'equals', name: equals[1].toLowerCase(), value };
  }
  const list = IN.exec(text);
  if (list?.[1] !== undefined) {
    const values = (list[2] ?? '').split(',').map((value) => value.trim().replace(/^'(.*)'$/, '$1'));
    return { kind: 'in', name: list[1].toLowerCase(), values };
  }
  const call = CALL.exec(text);
  if (call?.[1] === undefined) throw invalidFilter(text);
  const argument = call[2] ?? call[3];
  return { kind: 'call', name: call[1].toLowerCase(), ...(argument && { argument }) };
}

function invalidFilter(what: string): ArmError {
  return new ArmError(400, 'InvalidFilter', `The filter '${what}' is not supported by this operation.`);
}
