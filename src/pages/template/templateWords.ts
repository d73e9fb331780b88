import { plainText } from '../../domain/providerText.ts';
import type { TemplateProblem } from '../../domain/template/templateProblem.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';

const longest = 160;

/** Words of the provider within a problem, made plain: they are shown inside sentences of ours. */
function plain(problem: TemplateProblem): TemplateProblem {
  const texts = Object.entries(problem).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && key !== 'code' ? plainText(value, longest) : value,
  ]);
  return Object.fromEntries(texts) as TemplateProblem;
}

/** Why a template is refused, in a sentence. */
export function templateProblemText(problem: TemplateProblem, t: Catalog, format: Format): string {
  // The table maps each code to a function of exactly that problem; TypeScript cannot follow the pairing through an index.
  const sentence = t.template.problem[problem.code] as (problem: TemplateProblem, format: Format) => string;
  return sentence(plain(problem), format);
}

/** Where in the file; nothing where it is the whole. */
export function templateProblemPlace(problem: TemplateProblem, t: Catalog, format: Format): string | undefined {
  if ('path' in problem && problem.path !== '' && problem.path !== '$') return plainText(problem.path, longest);
  if ('column' in problem) {
    return t.template.place.lineAndColumn(format.number(problem.line), format.number(problem.column));
  }
  return 'line' in problem ? t.template.place.line(format.number(problem.line)) : undefined;
}
