import { isList, isObject, objectOf, parseJson, valueOf, type Json, type JsonObject } from './json.ts';
import { refuse, TemplateFault } from './templateProblem.ts';
import { unsaid, type Value } from './values.ts';

/** The kinds of value that a parameter takes. */
export type ParameterType = 'text' | 'number' | 'yesNo' | 'list' | 'object';

/** Something that only a person can say: a parameter without a value, or an expression that this app cannot work out. */
export interface Question {
  /** Stays the same as long as the files do; answers are kept under it. */
  readonly key: string;
  readonly kind: 'parameter' | 'expression';
  /** The parameter's name, or the expression. Written by the provider. */
  readonly name: string;
  readonly type: ParameterType;
  /** As written by the provider. */
  readonly description?: string;
  /** The only answers that the template takes, as texts. */
  readonly allowed?: readonly string[];
  /** There is an answer, and it is none of what the template takes. */
  readonly wrong: boolean;
}

/** What was asked so far, and what was answered. */
export interface Questions {
  readonly answers: Readonly<Record<string, string>>;
  readonly asked: Map<string, Question>;
}

const types: Readonly<Record<string, ParameterType>> = {
  string: 'text',
  securestring: 'text',
  int: 'number',
  bool: 'yesNo',
  array: 'list',
  object: 'object',
  secureobject: 'object',
};

const declarationKeys = [
  'type',
  'defaultvalue',
  'allowedvalues',
  'metadata',
  'minlength',
  'maxlength',
  'minvalue',
  'maxvalue',
  'nullable',
];

/** One declared parameter, checked. */
export interface Declaration {
  readonly name: string;
  readonly type: ParameterType;
  readonly declared: JsonObject;
  readonly path: string;
}

/** The parameters that a template declares, by their lower-case names. */
export function declarationsOf(parameters: Json | undefined, path: string): ReadonlyMap<string, Declaration> {
  if (parameters === undefined) return new Map();
  if (!isObject(parameters)) return refuse({ code: 'wrongValue', path, expected: 'object' });
  return new Map(
    Object.entries(parameters).map(([name, declared]) => {
      const here = `${path}.${name}`;
      if (!isObject(declared)) return refuse({ code: 'wrongValue', path: here, expected: 'object' });
      const extra = Object.keys(declared).find((key) => !declarationKeys.includes(key.toLowerCase()));
      if (extra !== undefined) refuse({ code: 'extraProperty', path: here, name: extra });
      const written = valueOf(declared, 'type');
      const type = typeof written === 'string' ? types[written.toLowerCase()] : undefined;
      if (type === undefined) return refuse({ code: 'missingProperty', path: here, name: 'type' });
      return [name.toLowerCase(), { name, type, declared, path: here }];
    }),
  );
}

function isOf(type: ParameterType, value: Json): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isInteger(value);
    case 'yesNo':
      return typeof value === 'boolean';
    case 'list':
      return isList(value);
    case 'object':
      return isObject(value);
  }
}

function isAllowed({ declared }: Declaration, value: Json): boolean {
  const allowed = valueOf(declared, 'allowedValues');
  if (isList(allowed) && !allowed.some((one) => JSON.stringify(one) === JSON.stringify(value))) return false;
  const bound = (name: string) => {
    const found = valueOf(declared, name);
    return typeof found === 'number' ? found : undefined;
  };
  const size =
    typeof value === 'number' ? value : typeof value === 'string' || isList(value) ? value.length : undefined;
  const [least, most] = typeof value === 'number' ? ['minValue', 'maxValue'] : ['minLength', 'maxLength'];
  return size === undefined || ((bound(least) ?? size) <= size && (bound(most) ?? size) >= size);
}

/** The value, where the parameter takes it; else ends in a `TemplateFault`. */
export function accepted(declaration: Declaration, value: Json): Json {
  const { name, type, declared } = declaration;
  if (value === null && valueOf(declared, 'nullable') === true) return null;
  if (!isOf(type, value)) return refuse({ code: 'parameterType', name });
  return isAllowed(declaration, value) ? value : refuse({ code: 'parameterNotAllowed', name });
}

/** What a person typed, as a value of this type; `undefined` where it is none. */
function typed(type: ParameterType, text: string): Json | undefined {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return /^\s*-?\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
    case 'yesNo':
    case 'list':
    case 'object':
      try {
        return parseJson(text, 'parameters');
      } catch (error) {
        if (error instanceof TemplateFault) return undefined;
        throw error;
      }
  }
}

/** What the person said for this parameter; notes the question where there is no answer that fits. */
export function askParameter(declaration: Declaration, { answers, asked }: Questions): Value {
  const { name, type, declared } = declaration;
  const key = `parameter ${name.toLowerCase()}`;
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  const value = answer === undefined ? undefined : typed(type, answer);
  if (value !== undefined && isOf(type, value) && isAllowed(declaration, value)) return value;
  const metadata = valueOf(declared, 'metadata');
  const description = isObject(metadata) ? valueOf(metadata, 'description') : undefined;
  const allowed = valueOf(declared, 'allowedValues');
  asked.set(key, {
    key,
    kind: 'parameter',
    name,
    type,
    ...(typeof description === 'string' && { description }),
    ...(isList(allowed) && { allowed: allowed.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))) }),
    wrong: answer !== undefined,
  });
  return unsaid;
}

/** What the person said for an expression that cannot be worked out; notes the question where nothing was said. */
export function askExpression(source: string, path: string, { answers, asked }: Questions): Value {
  const key = `expression ${path} ${source}`;
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (answer !== undefined && answer.trim() !== '') return answer;
  asked.set(key, { key, kind: 'expression', name: source, type: 'text', wrong: false });
  return unsaid;
}

/**
 * The values in a parameter file, by lower-case name.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files
 */
export function fileValues(text: string | undefined, declared: ReadonlyMap<string, Declaration>): JsonObject {
  if (text === undefined) return objectOf([]);
  const file = parseJson(text, 'parameters');
  const parameters =
    isObject(file) && valueOf(file, 'resources') === undefined ? valueOf(file, 'parameters') : undefined;
  if (!isObject(parameters)) return refuse({ code: 'notParameters' });
  return objectOf(
    Object.entries(parameters).map(([name, entry]): [string, Json] => {
      if (!declared.has(name.toLowerCase())) return refuse({ code: 'surplusParameter', name });
      if (!isObject(entry)) return refuse({ code: 'parameterType', name });
      if (valueOf(entry, 'reference') !== undefined) return refuse({ code: 'keyVaultParameter', name });
      const value = valueOf(entry, 'value');
      return value === undefined ? refuse({ code: 'parameterType', name }) : [name.toLowerCase(), value];
    }),
  );
}
