/**
 * The shape of a catalog section, taken from its English original: the same keys, the same parameters, any words.
 * The Korean section `satisfies Section<typeof original>`, so a missing or surplus text is a type error.
 */
export type Section<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string
    ? string
    : Original[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Original[Key] extends readonly string[]
        ? readonly string[]
        : Section<Original[Key]>;
};
