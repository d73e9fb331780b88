/** Which of the files (or the person's own answers) a problem is about. */
export type TemplateFile = 'template' | 'parameters';

/** What a value should have been. */
export type Expected = 'text' | 'list' | 'object' | 'number' | 'yesNo' | 'guid' | 'mfaProvider' | 'duration';

/**
 * Why a template is not taken in, as a closed set. `path` is where in the template, as `resources[0].properties`; line and
 * column count from 1. Sentences live in the message catalogs, in both languages.
 */
export type TemplateProblem =
  /* The file. */
  | { readonly code: 'emptyFile'; readonly file: TemplateFile }
  | { readonly code: 'notText'; readonly file: TemplateFile }
  | { readonly code: 'tooLarge'; readonly file: TemplateFile; readonly limit: number }
  | { readonly code: 'tooDeep'; readonly file: TemplateFile; readonly limit: number; readonly line: number }
  | { readonly code: 'tooManyValues'; readonly file: TemplateFile; readonly limit: number }
  | { readonly code: 'malformed'; readonly file: TemplateFile; readonly line: number; readonly column: number }
  | { readonly code: 'textAfterEnd'; readonly file: TemplateFile; readonly line: number; readonly column: number }
  | { readonly code: 'keyTwice'; readonly file: TemplateFile; readonly key: string; readonly line: number }
  | { readonly code: 'forbiddenKey'; readonly file: TemplateFile; readonly key: string; readonly line: number }
  | { readonly code: 'notTemplate' }
  | { readonly code: 'parametersAsTemplate' }
  | { readonly code: 'notParameters' }
  /** Made for a management group or a whole tenant; delegations exist in subscriptions only. */
  | { readonly code: 'wrongLevel' }
  /* What it contains. */
  | { readonly code: 'otherType'; readonly path: string; readonly type: string }
  | { readonly code: 'extraProperty'; readonly path: string; readonly name: string }
  | { readonly code: 'linkedTemplate'; readonly path: string }
  | { readonly code: 'completeMode'; readonly path: string }
  | { readonly code: 'missingProperty'; readonly path: string; readonly name: string }
  | { readonly code: 'wrongValue'; readonly path: string; readonly expected: Expected }
  | { readonly code: 'tooNested'; readonly path: string; readonly limit: number }
  | { readonly code: 'tooManyCopies'; readonly path: string; readonly limit: number }
  /* Expressions. */
  | { readonly code: 'badExpression'; readonly path: string; readonly expression: string }
  | { readonly code: 'expressionTooLong'; readonly path: string; readonly limit: number }
  | { readonly code: 'unknownParameter'; readonly path: string; readonly name: string }
  | { readonly code: 'unknownVariable'; readonly path: string; readonly name: string }
  | { readonly code: 'circular'; readonly path: string; readonly name: string }
  | { readonly code: 'badArguments'; readonly path: string; readonly name: string }
  | { readonly code: 'noSuchPart'; readonly path: string; readonly name: string }
  | { readonly code: 'tooMuchWork'; readonly path: string }
  /* Values for its parameters. */
  | { readonly code: 'surplusParameter'; readonly name: string }
  | { readonly code: 'keyVaultParameter'; readonly name: string }
  | { readonly code: 'parameterType'; readonly name: string }
  | { readonly code: 'parameterNotAllowed'; readonly name: string }
  /* The offer. */
  | { readonly code: 'noOffer' }
  | { readonly code: 'offerElsewhere'; readonly path: string }
  | { readonly code: 'definitionInGroup'; readonly path: string }
  | { readonly code: 'dependsOnSubscription'; readonly path: string }
  | { readonly code: 'sameOfferTwice'; readonly path: string; readonly name: string }
  | { readonly code: 'placeholder'; readonly path: string; readonly text: string }
  | { readonly code: 'hiddenCharacters'; readonly path: string; readonly character: string };

export type TemplateProblemCode = TemplateProblem['code'];

/** Ends the reading of a part. Never leaves this folder: `readTemplate` answers with the problem in it. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Ends the reading of a part with this problem. */
export function refuse(problem: TemplateProblem): never {
  throw new TemplateFault(problem);
}
