import type { Problem, ProblemCode } from '../domain/problem.ts';

/** What a person reads when something goes wrong: what it is, what happened, what to do next and who can. */
export interface ProblemText {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

/** A text for every problem there is: a new code without words is a type error, in each language. */
export type ProblemTexts = {
  readonly [Code in ProblemCode]: (problem: Extract<Problem, { readonly code: Code }>) => ProblemText;
};

/** The words for this problem. */
export function problemText(texts: ProblemTexts, problem: Problem): ProblemText {
  // The table maps each code to a function of exactly that problem; TypeScript cannot follow the pairing through an index.
  const text = texts[problem.code] as (problem: Problem) => ProblemText;
  return text(problem);
}

/** The title alone: it depends on nothing but the code, so a record that kept only the code can still say it. */
export function problemTitle(texts: ProblemTexts, code: ProblemCode): string {
  const text = texts[code] as (problem: { readonly code: ProblemCode }) => ProblemText;
  return text({ code }).title;
}
