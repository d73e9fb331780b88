import { equal, toNumber, toText, writtenOne, type TemplateFunction } from './functionTools.ts';
import { parseJson, type Json } from './json.ts';
import { TemplateFault } from './templateProblem.ts';

function readJson(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return parseJson(value, 'template');
  } catch (error) {
    if (error instanceof TemplateFault) return undefined;
    throw error;
  }
}

function toBoolean(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const word = (typeof value === 'string' ? value : '').trim().toLowerCase();
  return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined;
}

function booleans(values: readonly Json[], least: number): readonly boolean[] | undefined {
  const found = values.filter((value) => typeof value === 'boolean');
  return found.length === values.length && found.length >= least ? found : undefined;
}

/** A function of whole numbers; what is no longer one is refused. */
const counting =
  (work: (one: number, other: number) => number): TemplateFunction =>
  ([one, other]) => {
    const [a, b] = [toNumber(one), toNumber(other)];
    const result = a === undefined || b === undefined ? undefined : work(a, b);
    return result !== undefined && Number.isSafeInteger(result) ? result : undefined;
  };

const comparing =
  (work: (order: number) => boolean): TemplateFunction =>
  ([one, other]) => {
    if (typeof one === 'number' && typeof other === 'number') return work(Math.sign(one - other));
    if (typeof one !== 'string' || typeof other !== 'string') return undefined;
    return work(one < other ? -1 : one > other ? 1 : 0);
  };

/**
 * Conversions, yes and no, and whole numbers.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical
 */
export const plainFunctions: Readonly<Record<string, TemplateFunction>> = {
  string: ([value], tools) =>
    value === undefined ? undefined : typeof value === 'object' ? toText(value, tools) : writtenOne(value),
  int: ([value]) => toNumber(value),
  bool: ([value]) => toBoolean(value),
  json: ([value]) => readJson(value),
  null: (given) => (given.length === 0 ? null : undefined),
  true: (given) => (given.length === 0 ? true : undefined),
  false: (given) => (given.length === 0 ? false : undefined),

  equals: ([one, other], tools) => (one === undefined || other === undefined ? undefined : equal(one, other, tools)),
  not: ([value]) => (typeof value === 'boolean' ? !value : undefined),
  and: (given) => booleans(given, 2)?.every(Boolean),
  or: (given) => booleans(given, 2)?.some(Boolean),
  less: comparing((order) => order < 0),
  lessorequals: comparing((order) => order <= 0),
  greater: comparing((order) => order > 0),
  greaterorequals: comparing((order) => order >= 0),
  coalesce: (given) => given.find((value) => value !== null) ?? null,

  add: counting((one, other) => one + other),
  sub: counting((one, other) => one - other),
  mul: counting((one, other) => one * other),
  div: counting((one, other) => Math.trunc(one / other)),
  mod: counting((one, other) => one % other),
};
