import { maxDepth, maxFileLength, maxValues } from './limits.ts';
import { refuse, type TemplateFile } from './templateProblem.ts';

/** What a file says. Objects have no prototype, so no key of a hostile file can reach one. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Keys that mean something to JavaScript and nothing to Azure. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads JSON the way Azure Resource Manager does: comments, line ends within texts and commas before a closing bracket are
 * tolerated. Refuses (`TemplateFault`) what is malformed, too large, too deep, or says one key twice; Azure does not tell
 * upper from lower case in keys, so neither does this.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax#comments-and-metadata
 */
export function parseJson(text: string, file: TemplateFile): Json {
  if (text.length > maxFileLength) refuse({ code: 'tooLarge', file, limit: maxFileLength });
  const reader = new Reader(text, file);
  return reader.readAll();
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The key of the object that is this name, in any case. */
export function keyOf(object: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === wanted);
}

/** The value under this name, in any case; `undefined` where there is none. */
export function valueOf(object: JsonObject, name: string): Json | undefined {
  const key = keyOf(object, name);
  return key === undefined ? undefined : object[key];
}

/** An object of these entries. */
export function objectOf(entries: Iterable<readonly [string, Json]>): JsonObject {
  const object: Record<string, Json> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Reader {
  readonly #text: string;
  readonly #file: TemplateFile;
  #at = 0;
  #values = 0;

  constructor(text: string, file: TemplateFile) {
    this.#text = text;
    this.#file = file;
  }

  readAll(): Json {
    this.#skip();
    if (this.#at >= this.#text.length) refuse({ code: 'emptyFile', file: this.#file });
    const value = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) refuse({ code: 'textAfterEnd', file: this.#file, ...this.#place() });
    return value;
  }

  #value(depth: number): Json {
    this.#values += 1;
    if (this.#values > maxValues) refuse({ code: 'tooManyValues', file: this.#file, limit: maxValues });
    if (depth > maxDepth) refuse({ code: 'tooDeep', file: this.#file, limit: maxDepth, line: this.#place().line });
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#string();
      default:
        if (this.#take('null')) return null;
        if (this.#take('true')) return true;
        return this.#take('false') ? false : this.#number();
    }
  }

  #object(depth: number): JsonObject {
    const object: Record<string, Json> = Object.create(null);
    const seen = new Set<string>();
    this.#at += 1;
    for (;;) {
      this.#skip();
      if (this.#take('}')) return object;
      const from = this.#at;
      if (this.#text[from] !== '"') this.#malformed();
      const key = this.#string();
      const wrong = forbiddenKeys.includes(key.toLowerCase()) ? 'forbiddenKey' : 'keyTwice';
      if (wrong === 'forbiddenKey' || seen.has(key.toLowerCase()))
        refuse({ code: wrong, file: this.#file, key, line: this.#place(from).line });
      seen.add(key.toLowerCase());
      this.#skip();
      if (!this.#take(':')) this.#malformed();
      this.#skip();
      object[key] = this.#value(depth + 1);
      this.#skip();
      if (!this.#take(',') && this.#text[this.#at] !== '}') this.#malformed();
    }
  }

  #list(depth: number): readonly Json[] {
    const list: Json[] = [];
    this.#at += 1;
    for (;;) {
      this.#skip();
      if (this.#take(']')) return list;
      list.push(this.#value(depth + 1));
      this.#skip();
      if (!this.#take(',') && this.#text[this.#at] !== ']') this.#malformed();
    }
  }

  #string(): string {
    let found = '';
    let from = this.#at + 1;
    for (this.#at = from; ; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === undefined) this.#malformed();
      if (character === '"') {
        found += this.#text.slice(from, this.#at);
        this.#at += 1;
        return found;
      }
      if (character === '\\') {
        found += this.#text.slice(from, this.#at) + this.#escape();
        from = this.#at + 1;
      }
    }
  }

  /** The escaped character; stands on its last character afterwards. */
  #escape(): string {
    this.#at += 1;
    const character = this.#text[this.#at] ?? '';
    if (character !== 'u') return escapes[character] ?? this.#malformed();
    const digits = this.#text.slice(this.#at + 1, this.#at + 5);
    if (!/^[\da-f]{4}$/i.test(digits)) this.#malformed();
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #number(): number {
    numberPattern.lastIndex = this.#at;
    const found = numberPattern.exec(this.#text)?.[0];
    if (found === undefined) return this.#malformed();
    this.#at += found.length;
    const value = Number(found);
    return Number.isFinite(value) ? value : this.#malformed();
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** White space (a byte order mark is that too) and comments. */
  #skip(): void {
    for (;;) {
      if (/\s/.test(this.#text[this.#at] ?? '')) {
        this.#at += 1;
      } else if (this.#take('//')) {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#text.length : end;
      } else if (this.#text.startsWith('/*', this.#at)) {
        const end = this.#text.indexOf('*/', this.#at + 2);
        if (end < 0) this.#malformed();
        this.#at = end + 2;
      } else {
        return;
      }
    }
  }

  #malformed(): never {
    return refuse({ code: 'malformed', file: this.#file, ...this.#place() });
  }

  #place(at = this.#at): { readonly line: number; readonly column: number } {
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length;
    return { line, column: at - before.lastIndexOf('\n') };
  }
}
