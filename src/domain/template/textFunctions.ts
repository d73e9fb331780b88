import { templateGuid } from '../ids.ts';
import { join, texts, written, type TemplateFunction, type Tools } from './functionTools.ts';
import { isList, type Json } from './json.ts';

/** Composite formatting, without format strings: these depend on .NET. */
function format([pattern, ...given]: readonly Json[], tools: Tools): string | undefined {
  const parts = written(given);
  if (typeof pattern !== 'string' || parts === undefined) return undefined;
  const pieces: string[] = [];
  for (const [piece, number] of pattern.matchAll(/\{\{|\}\}|\{(\d{1,3})\}|[^{}]+|[{}]/g)) {
    const part = number === undefined ? undefined : parts[Number(number)];
    if (piece === '{' || piece === '}' || (number !== undefined && part === undefined)) return undefined;
    pieces.push(part ?? (piece === '{{' || piece === '}}' ? piece.charAt(0) : piece));
  }
  return join(pieces, '', tools);
}

/** A function of one text. */
const ofText =
  (work: (value: string) => string): TemplateFunction =>
  ([value]) =>
    typeof value === 'string' ? work(value) : undefined;

/** A function of two texts, upper and lower case alike. */
const ofTexts =
  (work: (one: string, other: string) => boolean): TemplateFunction =>
  ([one, other]) =>
    typeof one === 'string' && typeof other === 'string' ? work(one.toLowerCase(), other.toLowerCase()) : undefined;

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
export const textFunctions: Readonly<Record<string, TemplateFunction>> = {
  guid: (given) => {
    const parts = written(given);
    return parts && parts.length > 0 ? templateGuid(parts) : undefined;
  },
  concat: (given, tools) => {
    if (given.length === 0) return undefined;
    if (given.every(isList)) return given.flat();
    const parts = written(given);
    return parts && join(parts, '', tools);
  },
  format,
  tolower: ofText((value) => value.toLowerCase()),
  toupper: ofText((value) => value.toUpperCase()),
  trim: ofText((value) => value.trim()),
  startswith: ofTexts((one, other) => one.startsWith(other)),
  endswith: ofTexts((one, other) => one.endsWith(other)),
  substring: ([value, start, length]) => {
    if (typeof value !== 'string' || typeof start !== 'number') return undefined;
    const end = typeof length === 'number' ? start + length : value.length;
    return start >= 0 && end >= start && end <= value.length ? value.slice(start, end) : undefined;
  },
  replace: ([value, old, by], tools) => {
    if (typeof value !== 'string' || typeof old !== 'string' || typeof by !== 'string' || old === '') return undefined;
    return join(value.split(old), by, tools);
  },
  split: ([value, by], tools) => {
    const separators = typeof by === 'string' ? [by] : isList(by) ? texts(by) : undefined;
    if (typeof value !== 'string' || !separators) return undefined;
    const parts = separators.reduce<string[]>(
      (found, separator) => (separator === '' ? found : found.flatMap((part) => part.split(separator))),
      [value],
    );
    tools.spend(parts.length);
    return parts;
  },
  join: ([list, by], tools) => {
    const parts = isList(list) ? written(list) : undefined;
    return parts && typeof by === 'string' ? join(parts, by, tools) : undefined;
  },
};
