import { equal, toNumber, type TemplateFunction, type Tools } from './functionTools.ts';
import { isList, isObject, keyOf, objectOf, type Json, type JsonObject } from './json.ts';
import { maxCopies } from './limits.ts';

function isEmpty(value: Json): boolean | undefined {
  if (value === null || value === '') return true;
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return typeof value === 'string' ? false : undefined;
}

/** Later values win; objects within objects are put together too. */
function unionOfObjects(objects: readonly JsonObject[], tools: Tools): JsonObject {
  const found = new Map<string, readonly [string, Json]>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      tools.spend(1);
      const before = found.get(key.toLowerCase());
      const both = before && isObject(before[1]) && isObject(value) ? unionOfObjects([before[1], value], tools) : value;
      found.set(key.toLowerCase(), [before?.[0] ?? key, both]);
    }
  }
  return objectOf(found.values());
}

function distinct(values: readonly Json[], tools: Tools): readonly Json[] {
  const found: Json[] = [];
  for (const value of values) if (!found.some((one) => equal(one, value, tools))) found.push(value);
  return found;
}

function contains(container: Json | undefined, item: Json | undefined, tools: Tools): boolean | undefined {
  if (item === undefined) return undefined;
  if (typeof container === 'string') return typeof item === 'string' ? container.includes(item) : undefined;
  if (isList(container)) return container.some((each) => equal(each, item, tools));
  if (isObject(container)) return typeof item === 'string' ? keyOf(container, item) !== undefined : undefined;
  return undefined;
}

const startAndEnd =
  (work: (length: number, count: number) => readonly [number, number]): TemplateFunction =>
  ([value, count]) => {
    if (typeof count !== 'number') return undefined;
    return typeof value === 'string' || isList(value)
      ? value.slice(...work(value.length, Math.max(0, count)))
      : undefined;
  };

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array */
export const listFunctions: Readonly<Record<string, TemplateFunction>> = {
  empty: ([value]) => (value === undefined ? undefined : isEmpty(value)),
  contains: ([container, item], tools) => contains(container, item, tools),
  length: ([value]) => {
    if (typeof value === 'string' || isList(value)) return value.length;
    return isObject(value) ? Object.keys(value).length : undefined;
  },
  first: ([value]) => (typeof value === 'string' ? value.slice(0, 1) : isList(value) ? (value[0] ?? null) : undefined),
  last: ([value]) => (typeof value === 'string' ? value.slice(-1) : isList(value) ? (value.at(-1) ?? null) : undefined),
  skip: startAndEnd((length, count) => [count, length]),
  take: startAndEnd((_, count) => [0, count]),
  array: ([value]) => (value === undefined ? undefined : isList(value) ? value : [value]),
  createarray: (given) => given,
  createobject: (given) => {
    const pairs = given.flatMap((key, at): [string, Json][] =>
      at % 2 === 0 && typeof key === 'string' ? [[key, given[at + 1] ?? null]] : [],
    );
    return given.length === pairs.length * 2 ? objectOf(pairs) : undefined;
  },
  union: (given, tools) => {
    if (given.length < 2) return undefined;
    if (given.every(isList)) return distinct(given.flat(), tools);
    return given.every(isObject) ? unionOfObjects(given, tools) : undefined;
  },
  range: ([start, count]) => {
    const [from, many] = [toNumber(start), toNumber(count)];
    if (from === undefined || many === undefined || many < 0 || many > maxCopies) return undefined;
    return Array.from({ length: many }, (_, at) => from + at);
  },
};
