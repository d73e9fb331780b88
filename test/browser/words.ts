import { catalog as en } from '../../src/text/en/catalog.ts';
import type { Catalog } from '../../src/text/en/catalog.ts';
import { signIn as signInEn } from '../../src/text/en/signIn.ts';
import { start as startEn } from '../../src/text/en/start.ts';
import { formatFor, type Format } from '../../src/text/format.ts';
import { catalog as ko } from '../../src/text/ko/catalog.ts';
import { signIn as signInKo } from '../../src/text/ko/signIn.ts';
import { start as startKo } from '../../src/text/ko/start.ts';
import type { Language } from '../../src/text/language.ts';

/** All that a person of this language reads: the app's own words, so that a polished sentence breaks no test. */
export interface Words {
  readonly t: Catalog;
  readonly start: typeof startEn | typeof startKo;
  readonly signIn: typeof signInEn | typeof signInKo;
  readonly format: Format;
}

export const wordsOf: Readonly<Record<Language, Words>> = {
  en: { t: en, start: startEn, signIn: signInEn, format: formatFor('en') },
  ko: { t: ko, start: startKo, signIn: signInKo, format: formatFor('ko') },
};
