import { QueryProblem } from './problem.ts';
import type { Place } from './problem.ts';

/** A piece of query text. `text` is as written; of a string, `value` is what it means. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'symbol' | 'end';
  readonly text: string;
  readonly value: string;
  readonly place: Place;
}

const space = /(?:\s+|\/\/[^\n]*)+/y;
const patterns: readonly (readonly [Token['kind'] | 'verbatim', RegExp])[] = [
  ['verbatim', /@'(?:[^']|'')*'|@"(?:[^"]|"")*"/y],
  ['string', /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y],
  // Operators that are words, where the word alone would not be one token.
  ['symbol', /!in~|in~|!(?:in|has_cs|has|contains_cs|contains|startswith_cs|startswith|endswith_cs|endswith)\b/y],
  ['name', /[A-Za-z_$][\w$]*/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['symbol', /==|=~|!=|!~|<=|>=|[|()[\]{},.:;=<>+\-*/%]/y],
];

/**
 * Cuts a query into tokens; comments and space are dropped, and an `end` token stands last.
 * Throws QueryProblem at a character that starts nothing.
 * https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let offset = skipSpace(query, 0);
  while (offset < query.length) {
    const token = tokenAt(query, offset);
    tokens.push(token);
    offset = skipSpace(query, offset + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', value: '', place: placeOf(query, query.length) });
  return tokens;
}

function tokenAt(query: string, offset: number): Token {
  const place = placeOf(query, offset);
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const [text] = pattern.exec(query) ?? [];
    if (text === undefined) continue;
    if (kind === 'verbatim') return { kind: 'string', text, value: verbatim(text), place };
    return { kind, text, value: kind === 'string' ? unescaped(text) : text, place };
  }
  const character = query.charAt(offset);
  throw new QueryProblem('ParserFailure', `Unexpected "${character}".`, character, place);
}

function skipSpace(query: string, offset: number): number {
  space.lastIndex = offset;
  return space.test(query) ? space.lastIndex : offset;
}

function placeOf(query: string, offset: number): Place {
  const before = query.slice(0, offset).split('\n');
  return { line: before.length, character: before.at(-1)?.length ?? 0 };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_all, code: string | undefined, letter: string) => {
      return code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
    });
}

function verbatim(text: string): string {
  const quote = text.charAt(1);
  return text.slice(2, -1).replaceAll(quote + quote, quote);
}
