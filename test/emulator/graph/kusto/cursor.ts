import { QueryProblem } from './problem.ts';
import type { Token } from './tokens.ts';

/** Reads tokens one by one; every method that cannot go on throws a QueryProblem that names the token. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The token to be read, or one further on. Behind the end there are only ends. */
  peek(ahead = 0): Token {
    const token = this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1);
    if (!token) throw new Error('A token list ends with an end token.');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.#index += 1;
    return token;
  }

  /** Whether the next token is this symbol or word; strings never are. */
  at(text: string): boolean {
    const { kind, text: actual } = this.peek();
    return kind !== 'string' && actual === text;
  }

  /** Reads the token if it is this one, and says whether it was. */
  accept(text: string): boolean {
    const found = this.at(text);
    if (found) this.#index += 1;
    return found;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected(`"${text}"`);
  }

  /** Reads a token of this kind. `wanted` says in words what the query should have there. */
  read(kind: Token['kind'], wanted: string): Token {
    if (this.peek().kind !== kind) throw this.unexpected(wanted);
    return this.next();
  }

  /** Items separated by commas. */
  list<Item>(item: () => Item): Item[] {
    const items = [item()];
    while (this.accept(',')) items.push(item());
    return items;
  }

  unexpected(wanted: string): QueryProblem {
    const { kind, text, place } = this.peek();
    const found = kind === 'end' ? 'the end of the query' : `"${text}"`;
    return new QueryProblem('ParserFailure', `Expected ${wanted}, found ${found}.`, text, place);
  }
}
