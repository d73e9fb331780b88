export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name: someone who cannot read the page must still find theirs. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };

/** Whether a text names a language the app speaks. */
export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}
