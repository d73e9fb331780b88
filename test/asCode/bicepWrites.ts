import type { Write } from './deployed.ts';
import { readBicepText } from './texts.ts';

/*
 * What Azure would write for Bicep files, worked out without the app's code: the modules of main.bicep opened in an order that
 * they depend on each other, each at the scope that it is given.
 */

interface File {
  readonly name: string;
  readonly text: string;
}
type Value = string | readonly Value[] | Fields | undefined;
interface Fields {
  readonly [name: string]: Value;
}
/** `var x = …`, `module x 'file' = …`, `param x string`: the word, the name, the text after it, and the value. */
interface Statement {
  readonly word: string;
  readonly name: string;
  readonly text?: string;
  readonly value?: Value;
}

/** The writes of these files, in an order that they allow; throws where a module is missing, unused or of another scope. */
export function bicepWrites(files: readonly File[]): readonly Write[] {
  const [main, ...modules] = files;
  const statements = read(main?.text ?? '', {});
  const used = new Set<string>();
  const done = new Set<string>();
  const writes: Write[] = [];
  let left = statements.filter(({ word }) => word === 'module');
  while (left.length > 0) {
    const now = left.filter(({ value }) => list(fields(value)['dependsOn']).every((one) => done.has(String(one))));
    if (now.length === 0) throw new Error('These modules wait for each other, or for what is not there.');
    // Of those that do not wait for each other, Azure promises no order: so not the one they stand in.
    for (const { name, text, value } of now.toReversed()) {
      const file = modules.find((one) => one.name === text);
      if (!file) throw new Error(`There is no ${text}.`);
      used.add(file.name);
      done.add(name);
      writes.push(...writesOf(file, fields(value)));
    }
    left = left.filter((one) => !now.includes(one));
  }
  const unused = modules.filter(({ name }) => !used.has(name));
  if (unused.length > 0) throw new Error(`Nothing uses ${unused.map(({ name }) => name).join()}.`);
  return writes;
}

function writesOf({ text }: File, { scope, params }: Fields): readonly Write[] {
  const at = String(scope);
  const statements = read(text, fields(params));
  const level = statements.find(({ word }) => word === 'targetScope')?.value;
  if (level !== (at.includes('/resourceGroups/') ? 'resourceGroup' : 'subscription')) throw new Error(`Not for ${at}.`);
  return statements
    .filter(({ word }) => word === 'resource')
    .map(({ text: type = '', value }) => {
      const { name, ...body } = fields(value);
      if (!type.endsWith('@2022-10-01')) throw new Error('Another version loses eligible authorizations.');
      return { id: `${at}/providers/${type.split('@')[0]}/${String(name)}`, body: plain(body) };
    });
}

function fields(value: Value): Fields {
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('Not an object.');
  return value as Fields;
}

function list(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

/** Without what is not given. */
function plain(value: Fields): Fields {
  return JSON.parse(JSON.stringify(value)) as Fields;
}

const token = /\s*('(?:[^'\\\n]|\\.)*'|[A-Za-z]\w*|[[\]{}(),:=?])/y;

/** Reads the statements of one file. `given`: what its parameters are; names stand for themselves where nobody says more. */
function read(text: string, given: Fields): readonly Statement[] {
  const tokens: string[] = [];
  for (token.lastIndex = 0; text.slice(token.lastIndex).trim() !== '';) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found?.[1]) throw new Error(`Not Bicep: ${text.slice(at, at + 40)}`);
    tokens.push(found[1]);
  }
  const known: Record<string, Value> = {};
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const take = (sign: string) => {
    if (tokens[at] !== sign) return false;
    at += 1;
    return true;
  };
  const until = (end: string, each: () => void) => {
    while (!take(end)) {
      if (at >= tokens.length) throw new Error(`No ${end}.`);
      each();
    }
  };
  const value = (): Value => {
    const first = next();
    if (first.startsWith("'")) return readBicepText(first);
    if (first === '[') {
      const found: Value[] = [];
      until(']', () => found.push(value()));
      return found;
    }
    if (first === '{') {
      const found: Record<string, Value> = {};
      until('}', () => {
        const name = next();
        if (!take(':')) throw new Error(`No value for ${name}.`);
        found[name] = value();
      });
      return found;
    }
    if (take('(')) {
      const args: Value[] = [];
      until(')', () => {
        args.push(value());
        take(',');
      });
      return called(first, args);
    }
    return first in known ? known[first] : first;
  };
  const statements: Statement[] = [];
  while (at < tokens.length) {
    const word = next();
    if (word === 'targetScope') {
      take('=');
      statements.push({ word, name: '', value: value() });
      continue;
    }
    const name = next();
    if (word === 'param') {
      next();
      if (given[name] === undefined && tokens[at] !== '?') throw new Error(`Nothing is given for ${name}.`);
      take('?');
      known[name] = given[name];
      continue;
    }
    const file = tokens[at]?.startsWith("'") ? { text: readBicepText(next()) } : {};
    if (!take('=')) throw new Error(`No value for ${name}.`);
    const found = value();
    if (word === 'var') known[name] = found;
    statements.push({ word, name, ...file, value: found });
  }
  return statements;
}

function called(name: string, [first, second]: readonly Value[]): Value {
  switch (name) {
    case 'subscription':
      return `/subscriptions/${String(first)}`;
    case 'resourceGroup':
      return `/subscriptions/${String(first)}/resourceGroups/${String(second)}`;
    case 'any':
      return first;
    default:
      throw new Error(`Not a function of ours: ${name}`);
  }
}
