import { notInEmulator, semanticProblem } from './problem.ts';
import { isEmpty, textOf } from './values.ts';
import type { ScalarType, Value } from './values.ts';

/** A function of one row. `type` and `apply` are given the kinds of the arguments, which Kusto knows beforehand. */
export interface ScalarFunction {
  readonly arity: readonly [least: number, most: number];
  readonly type: (types: readonly ScalarType[]) => ScalarType;
  readonly apply: (args: readonly Value[], types: readonly ScalarType[]) => Value;
}

const first = (args: readonly Value[]): Value => args[0] ?? null;
const asText = (): ScalarType => 'string';
const asBool = (): ScalarType => 'bool';
/** The common kind of several arguments; where they differ, nothing more is known than that there is a value. */
const asCommon = ([one, ...others]: readonly ScalarType[]): ScalarType =>
  (others.every((type) => type === one) && one) || 'dynamic';

/** https://learn.microsoft.com/kusto/query/scalar-functions */
const functions: Readonly<Record<string, ScalarFunction>> = {
  tostring: { arity: [1, 1], type: asText, apply: (args) => textOf(first(args)) },
  tolower: { arity: [1, 1], type: asText, apply: (args) => textOf(first(args)).toLowerCase() },
  toupper: { arity: [1, 1], type: asText, apply: (args) => textOf(first(args)).toUpperCase() },
  strcat: { arity: [1, 64], type: asText, apply: (args) => args.map(textOf).join('') },
  split: { arity: [2, 3], type: () => 'dynamic', apply: split },
  array_length: { arity: [1, 1], type: () => 'number', apply: arrayLength },
  coalesce: {
    arity: [2, 64],
    type: asCommon,
    apply: (args) => args.find((arg) => !isEmpty(arg)) ?? args.at(-1) ?? null,
  },
  iff: { arity: [3, 3], type: ([, ...branches]) => asCommon(branches), apply: choose },
  iif: { arity: [3, 3], type: ([, ...branches]) => asCommon(branches), apply: choose },
  not: { arity: [1, 1], type: asBool, apply: (args) => (first(args) === null ? null : first(args) !== true) },
  isempty: { arity: [1, 1], type: asBool, apply: (args) => isEmpty(first(args)) },
  isnotempty: { arity: [1, 1], type: asBool, apply: (args) => !isEmpty(first(args)) },
  isnull: { arity: [1, 1], type: asBool, apply: isNull },
  isnotnull: { arity: [1, 1], type: asBool, apply: (args, types) => !isNull(args, types) },
};

/** The function of this name. Throws QueryProblem when it is not known here, or is given too little or too much. */
export function scalarFunction(name: string, argumentCount: number): ScalarFunction {
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) throw notInEmulator(`the function ${name}()`, 'kusto/functions.ts');
  const [least, most] = known.arity;
  if (argumentCount < least || argumentCount > most) {
    throw semanticProblem(`${name}() takes ${least === most ? least : `${least} to ${most}`} arguments.`, name);
  }
  return known;
}

/** Text is never null in Kusto, only empty. https://learn.microsoft.com/kusto/query/scalar-data-types/null-values */
function isNull([value = null]: readonly Value[], [type]: readonly ScalarType[]): boolean {
  return type !== 'string' && value === null;
}

function choose([condition = null, yes = null, no = null]: readonly Value[]): Value {
  return condition === true ? yes : no;
}

function split([source = null, delimiter = null, index = null]: readonly Value[]): Value {
  const parts = textOf(source).split(textOf(delimiter));
  if (typeof index !== 'number') return parts;
  const part = parts[index];
  return part === undefined ? [] : [part];
}

function arrayLength([value = null]: readonly Value[]): Value {
  return Array.isArray(value) ? value.length : null;
}
