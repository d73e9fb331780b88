import { isExpression, parseExpression, plainValue, type Expression } from './expression.ts';
import { functionOf } from './functions.ts';
import { isList, isObject, objectOf, valueOf, type Json, type JsonObject } from './json.ts';
import { maxCopies } from './limits.ts';
import { refuse } from './templateProblem.ts';
import { byTarget, isOpen, known, type Open, type Place, type Value, type Work } from './values.ts';

/** One turn of a copy loop. */
export interface Turn {
  readonly loop: string;
  readonly index: number;
}

/** What an expression can look at. */
export interface Scope {
  readonly parameter: (name: string, path: string) => Value;
  readonly variable: (name: string, path: string) => Value;
  readonly place: Place;
  /** The innermost loop first. */
  readonly turns: readonly Turn[];
  /** What the person said about something the app cannot work out; `unsaid` notes the question. */
  readonly ask: (source: string, path: string) => Value;
  readonly work: Work;
}

/**
 * Works out everything in a piece of a template: expressions, and copy loops within objects. All of it is looked at, so
 * that all questions are found at once.
 */
export function resolve(json: Json, scope: Scope, path: string): Value {
  scope.work.spend(1, path);
  if (typeof json === 'string') {
    if (isExpression(json)) scope.work.spend(json.length, path);
    return isExpression(json) ? evaluate(parseExpression(json, path), scope, path) : plainValue(json);
  }
  if (isList(json)) return known(json.map((each, at) => resolve(each, scope, `${path}[${at}]`)));
  if (!isObject(json)) return json;
  const entries = Object.entries(json).flatMap(([key, value]): [string, Value][] =>
    key.toLowerCase() === 'copy' && isList(value)
      ? loops(value, scope, `${path}.${key}`)
      : [[key, resolve(value, scope, `${path}.${key}`)]],
  );
  const values = known(entries.map(([, value]) => value));
  return isOpen(values) ? values : objectOf(entries.map(([key], at) => [key, values[at] ?? null]));
}

/**
 * Lists made by a loop within an object or among variables.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-properties
 */
export function loops(list: readonly Json[], scope: Scope, path: string): [string, Value][] {
  return list.map((each, at) => {
    const here = `${path}[${at}]`;
    if (!isObject(each)) return refuse({ code: 'wrongValue', path: here, expected: 'object' });
    const name = valueOf(each, 'name');
    const input = valueOf(each, 'input');
    if (typeof name !== 'string') return refuse({ code: 'missingProperty', path: here, name: 'name' });
    if (input === undefined) return refuse({ code: 'missingProperty', path: here, name: 'input' });
    const count = countOf(each, scope, here);
    if (isOpen(count)) return [name, count];
    const made = Array.from({ length: count }, (_, index) =>
      resolve(input, { ...scope, turns: [{ loop: name, index }, ...scope.turns] }, `${here}.input`),
    );
    return [name, known(made)];
  });
}

/** How many turns a copy loop takes. */
export function countOf(copy: JsonObject, scope: Scope, path: string): number | Open {
  const count = resolve(valueOf(copy, 'count') ?? null, scope, `${path}.count`);
  if (isOpen(count)) return count;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    return refuse({ code: 'wrongValue', path: `${path}.count`, expected: 'number' });
  return count > maxCopies ? refuse({ code: 'tooManyCopies', path, limit: maxCopies }) : count;
}

/** The function at the bottom of `f(…).a[0].b`. */
function rootOf(expression: Expression): Expression {
  return expression.kind === 'part' || expression.kind === 'item' ? rootOf(expression.of) : expression;
}

/** Works out an expression; ends in a `TemplateFault` where Azure would refuse it. */
function evaluate(expression: Expression, scope: Scope, path: string): Value {
  scope.work.spend(1, path);
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value;
    case 'call':
      return call(expression, scope, path);
    case 'part':
    case 'item': {
      const root = rootOf(expression);
      if (root.kind === 'call' && !canWorkOut(root.name)) return ask(expression, root, scope, path);
      const of = evaluate(expression.of, scope, path);
      if (isOpen(of)) return of;
      const key = expression.kind === 'part' ? expression.name : evaluate(expression.at, scope, path);
      if (isOpen(key)) return key;
      const found = partOf(of, key);
      if (found !== undefined) return found;
      // Azure knows more about where it deploys than this app: a location, tags.
      if (root.kind === 'call' && places.includes(root.name.toLowerCase())) return ask(expression, root, scope, path);
      return refuse({ code: 'noSuchPart', path, name: expression.source });
    }
  }
}

const places = ['subscription', 'resourcegroup', 'tenant'];
/** Functions whose arguments are not all worked out, or that look at more than their arguments. */
const special = ['parameters', 'variables', 'copyindex', 'if', ...places];

function canWorkOut(name: string): boolean {
  return special.includes(name.toLowerCase()) || functionOf(name) !== undefined;
}

function ask(expression: Extract<Expression, { source: string }>, root: Expression, scope: Scope, path: string): Value {
  const everywhere = root.kind === 'call' && root.given.length === 0;
  return scope.ask(expression.source, everywhere ? '' : path);
}

function partOf(of: Json, key: Json): Json | undefined {
  if (isList(of) && typeof key === 'number') return of[key];
  return isObject(of) && typeof key === 'string' ? valueOf(of, key) : undefined;
}

/** About how much there is to look through. */
function sizeOf(value: Json): number {
  return typeof value === 'string' || isList(value) ? value.length : 1;
}

function call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope, path: string): Value {
  const name = expression.name.toLowerCase();
  const bad = () => refuse({ code: 'badArguments', path, name: expression.name });
  if (!canWorkOut(name)) return ask(expression, expression, scope, path);
  if (name === 'if') {
    const [condition, then, otherwise] = expression.given;
    if (!condition || !then || !otherwise || expression.given.length > 3) return bad();
    const decided = evaluate(condition, scope, path);
    if (isOpen(decided)) return decided;
    return typeof decided === 'boolean' ? evaluate(decided ? then : otherwise, scope, path) : bad();
  }
  const given = expression.given.map((each) => evaluate(each, scope, path));
  const values = known(given);
  if (isOpen(values)) return values;
  const [first, second] = values;
  switch (name) {
    case 'parameters':
      return typeof first === 'string' && values.length === 1 ? scope.parameter(first, path) : bad();
    case 'variables':
      return typeof first === 'string' && values.length === 1 ? scope.variable(first, path) : bad();
    case 'copyindex': {
      const named = typeof first === 'string' ? first.toLowerCase() : undefined;
      const turn = scope.turns.find(({ loop }) => named === undefined || loop.toLowerCase() === named);
      const offset = (named === undefined ? first : second) ?? 0;
      return turn && typeof offset === 'number' ? turn.index + offset : bad();
    }
    case 'subscription':
    case 'resourcegroup':
    case 'tenant':
      return values.length > 0 ? bad() : placeOf(name, scope.place);
    default: {
      const spend = (amount: number) => scope.work.spend(amount, path);
      spend(values.reduce<number>((sum, value) => sum + sizeOf(value), 0));
      const result = functionOf(name)?.(values, { place: scope.place, spend });
      if (result === undefined) return bad();
      return result;
    }
  }
}

function placeOf(name: 'subscription' | 'resourcegroup' | 'tenant', place: Place): Value {
  const { tenantId, subscriptionId, resourceGroup } = place;
  if (name === 'tenant') return objectOf([['tenantId', tenantId]]);
  if (subscriptionId === undefined) return byTarget;
  const id = `/subscriptions/${subscriptionId}`;
  if (name === 'subscription') {
    return objectOf(Object.entries({ id, subscriptionId, tenantId }));
  }
  if (resourceGroup === undefined) return byTarget;
  return objectOf(Object.entries({ id: `${id}/resourceGroups/${resourceGroup}`, name: resourceGroup }));
}
