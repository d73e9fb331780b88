import type { Value } from './values.ts';

/** Operators on the text of two values. `!` turns one round, `~` and the plain words ignore case. */
export type TextOperator = (typeof textOperatorNames)[number];

// prettier-ignore
export const textOperatorNames = [
  '=~', '!~',
  'has', '!has', 'has_cs', '!has_cs',
  'contains', '!contains', 'contains_cs', '!contains_cs',
  'startswith', '!startswith', 'startswith_cs', '!startswith_cs',
  'endswith', '!endswith', 'endswith_cs', '!endswith_cs',
] as const;

export const orderOperatorNames = ['==', '!=', '<', '<=', '>', '>='] as const;
export type OrderOperator = (typeof orderOperatorNames)[number];

export const inOperatorNames = ['in', '!in', 'in~', '!in~'] as const;
export type InOperator = (typeof inOperatorNames)[number];

/** An expression that gives one value per row. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'member'; readonly source: Expression; readonly name: string }
  | { readonly kind: 'element'; readonly source: Expression; readonly index: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | Comparison
  | {
      readonly kind: 'in';
      readonly operator: InOperator;
      readonly left: Expression;
      readonly list: readonly Expression[];
    }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression };

export interface Comparison {
  readonly kind: 'compare';
  readonly operator: TextOperator | OrderOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** An expression as a column: `name = expression`, or without a name, when Kusto makes one up. */
export interface NamedExpression {
  readonly name?: string;
  readonly expression: Expression;
}

export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** One operator of the pipeline. */
export type Step =
  | { readonly kind: 'where'; readonly predicate: Expression }
  | { readonly kind: 'project'; readonly columns: readonly NamedExpression[] }
  | { readonly kind: 'extend'; readonly columns: readonly NamedExpression[] }
  | { readonly kind: 'order'; readonly keys: readonly SortKey[] }
  | { readonly kind: 'take'; readonly count: number }
  | { readonly kind: 'top'; readonly count: number; readonly key: SortKey }
  | { readonly kind: 'count' }
  | { readonly kind: 'distinct'; readonly columns: readonly NamedExpression[] | '*' }
  | {
      readonly kind: 'summarize';
      readonly aggregates: readonly NamedExpression[];
      readonly by: readonly NamedExpression[];
    };

/** A whole query: a table and what is done with it. */
export interface Query {
  readonly table: string;
  readonly steps: readonly Step[];
}
