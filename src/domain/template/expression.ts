import { maxExpressionDepth, maxExpressionLength } from './limits.ts';
import { refuse } from './templateProblem.ts';

/** A template expression, taken apart. `source` is the piece of text it was read from. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[]; readonly source: string }
  | { readonly kind: 'part'; readonly of: Expression; readonly name: string; readonly source: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly at: Expression; readonly source: string };

/** Whether Azure would work this text out instead of taking it as it is. `[[` stands for a plain `[`. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
}

/** A text that is no expression, as Azure takes it. */
export function plainValue(text: string): string {
  return text.startsWith('[[') ? text.slice(1) : text;
}

/**
 * Takes an expression `[…]` apart; ends in a `TemplateFault` where it is none that Azure knows.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function parseExpression(text: string, path: string): Expression {
  if (text.length > maxExpressionLength) refuse({ code: 'expressionTooLong', path, limit: maxExpressionLength });
  return new Parser(text.slice(1, -1), path).all();
}

const token =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+)(?![\w.])|(?<name>[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*)*)|(?<sign>[()[\],.]))/y;

type Token =
  | { readonly kind: 'text' | 'number' | 'name'; readonly value: string; readonly from: number; readonly to: number }
  | { readonly kind: 'sign'; readonly value: string; readonly from: number; readonly to: number };

class Parser {
  readonly #text: string;
  readonly #path: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, path: string) {
    this.#text = text;
    this.#path = path;
    this.#tokens = this.#split();
  }

  all(): Expression {
    const expression = this.#expression(0);
    if (this.#at < this.#tokens.length) this.#bad();
    return expression;
  }

  #split(): Token[] {
    const tokens: Token[] = [];
    let end = 0;
    while (this.#text.slice(end).trim() !== '') {
      token.lastIndex = end;
      const found = token.exec(this.#text);
      const kind = (['text', 'number', 'name', 'sign'] as const).find((one) => found?.groups?.[one] !== undefined);
      const value = kind && found?.groups?.[kind];
      if (!found || !kind || value === undefined) return this.#bad();
      end = token.lastIndex;
      tokens.push({ kind, value, from: end - value.length, to: end });
    }
    return tokens;
  }

  #expression(depth: number): Expression {
    if (depth > maxExpressionDepth) this.#bad();
    const first = this.#next();
    switch (first?.kind) {
      case 'text':
        return this.#parts({ kind: 'text', value: first.value.slice(1, -1).replaceAll("''", "'") }, first.from, depth);
      case 'number':
        return { kind: 'number', value: Number(first.value) };
      case 'name': {
        if (!this.#take('(')) return this.#bad();
        const given: Expression[] = [];
        while (!this.#take(')')) {
          if (given.length > 0 && !this.#take(',')) return this.#bad();
          given.push(this.#expression(depth + 1));
        }
        return this.#parts(
          { kind: 'call', name: first.value, given, source: this.#text.slice(first.from, this.#end()) },
          first.from,
          depth,
        );
      }
      default:
        return this.#bad();
    }
  }

  /** What follows a value: `.name` and `[index]`, any number of times. */
  #parts(start: Expression, from: number, depth: number): Expression {
    let expression = start;
    let many = depth;
    for (;;) {
      if (this.#take('.')) {
        const name = this.#next();
        if (name?.kind !== 'name') return this.#bad();
        for (const part of name.value.split('.')) {
          many += 1;
          if (many > maxExpressionDepth) return this.#bad();
          expression = { kind: 'part', of: expression, name: part, source: this.#text.slice(from, name.to) };
        }
      } else if (this.#take('[')) {
        many += 1;
        const at = this.#expression(many);
        if (!this.#take(']')) return this.#bad();
        expression = { kind: 'item', of: expression, at, source: this.#text.slice(from, this.#end()) };
      } else {
        return expression;
      }
    }
  }

  #next(): Token | undefined {
    const found = this.#tokens[this.#at];
    this.#at += 1;
    return found;
  }

  #take(sign: string): boolean {
    const found = this.#tokens[this.#at];
    if (found?.kind !== 'sign' || found.value !== sign) return false;
    this.#at += 1;
    return true;
  }

  /** Where the token ends that was read last. */
  #end(): number {
    return this.#tokens[this.#at - 1]?.to ?? this.#text.length;
  }

  #bad(): never {
    return refuse({ code: 'badExpression', path: this.#path, expression: `[${this.#text}]` });
  }
}
