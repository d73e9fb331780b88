import { loops, resolve, type Scope } from './evaluate.ts';
import { isList, isObject, keyOf, valueOf, type Json, type JsonObject } from './json.ts';
import { accepted, askExpression, askParameter, type Declaration, type Questions } from './parameters.ts';
import { refuse } from './templateProblem.ts';
import { isOpen, type Place, type Value, type Work } from './values.ts';

/** Two ways to look at one template: as it is for a chosen subscription, and as it is for every one. */
export interface Views {
  /** With a subscription in mind: for names and ids. */
  readonly chosen: Scope;
  /** Without: for what the offer says, which must be the same everywhere. */
  readonly anywhere: Scope;
}

/** Does something in both views. */
export function inBoth(views: Views, change: (scope: Scope) => Partial<Scope>): Views {
  const { chosen, anywhere } = views;
  return { chosen: { ...chosen, ...change(chosen) }, anywhere: { ...anywhere, ...change(anywhere) } };
}

export interface ScopeSource {
  readonly template: JsonObject;
  readonly declared: ReadonlyMap<string, Declaration>;
  /** Values by lower-case parameter name. */
  readonly given: Readonly<Record<string, Value>>;
  /** A parameter without value or default: asked for, or a mistake of whoever wrote the template. */
  readonly missing: 'ask' | 'refuse';
  readonly place: Place;
  readonly questions: Questions;
  readonly work: Work;
  readonly path: string;
}

/** The parameters and variables of a template, each worked out when it is needed, and once. */
export function scopeOf(source: ScopeSource): Scope {
  const { declared, given, questions, path } = source;
  const variables = variablesOf(valueOf(source.template, 'variables'), `${path}variables`);
  const known = new Map<string, Value>();
  const underWay = new Set<string>();

  const once = (key: string, name: string, at: string, work: () => Value): Value => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (underWay.has(key)) return refuse({ code: 'circular', path: at, name });
    underWay.add(key);
    const value = work();
    underWay.delete(key);
    known.set(key, value);
    return value;
  };

  const scope: Scope = {
    place: source.place,
    turns: [],
    work: source.work,
    ask: (expression, at) => askExpression(expression, at, questions),
    parameter: (name, at) => {
      const declaration = declared.get(name.toLowerCase());
      if (!declaration) return refuse({ code: 'unknownParameter', path: at, name });
      return once(`parameter ${name.toLowerCase()}`, name, at, () => {
        const value = valueFor(declaration, given[name.toLowerCase()], scope);
        return isOpen(value) ? value : accepted(declaration, value);
      });
    },
    variable: (name, at) => {
      const work = variables.get(name.toLowerCase());
      if (!work) return refuse({ code: 'unknownVariable', path: at, name });
      return once(`variable ${name.toLowerCase()}`, name, at, () => work(scope));
    },
  };

  function valueFor(declaration: Declaration, value: Value | undefined, within: Scope): Value {
    if (value !== undefined) return value;
    if (keyOf(declaration.declared, 'defaultValue') !== undefined) {
      return resolve(valueOf(declaration.declared, 'defaultValue') ?? null, within, `${declaration.path}.defaultValue`);
    }
    if (valueOf(declaration.declared, 'nullable') === true) return null;
    if (source.missing === 'ask') return askParameter(declaration, questions);
    return refuse({ code: 'missingProperty', path: `${path}parameters`, name: declaration.name });
  }
  return scope;
}

/** How each variable is worked out, by its lower-case name. */
function variablesOf(variables: Json | undefined, path: string): ReadonlyMap<string, (scope: Scope) => Value> {
  if (variables === undefined) return new Map();
  if (!isObject(variables)) return refuse({ code: 'wrongValue', path, expected: 'object' });
  return new Map(
    Object.entries(variables).flatMap(([name, value]): [string, (scope: Scope) => Value][] => {
      const here = `${path}.${name}`;
      if (name.toLowerCase() !== 'copy' || !isList(value)) {
        return [[name.toLowerCase(), (scope) => resolve(value, scope, here)]];
      }
      return value.map((loop, at) => {
        const named = isObject(loop) ? valueOf(loop, 'name') : undefined;
        if (typeof named !== 'string') return refuse({ code: 'missingProperty', path: `${here}[${at}]`, name: 'name' });
        return [named.toLowerCase(), (scope) => loops([loop], scope, here)[0]?.[1] ?? null];
      });
    }),
  );
}
