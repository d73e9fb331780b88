import { languages, type Language } from '../../src/text/language.ts';

/**
 * The languages that a story is told in: all of them in `npm test`. `npm run check` tells each story once, some in one
 * language and some in another, by the name of their file.
 */
export function tellings(file: string): readonly Language[] {
  if (process.env['STORIES'] !== 'short') return languages;
  const name = file.replace(/^.*[\\/]/, '');
  return languages.filter((_, index) => index === name.length % languages.length);
}
