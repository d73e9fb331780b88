import { isLanguage, type Language } from '../text/language.ts';

/** Light or dark, where the person chose; else the system decides. */
export type ThemeChoice = 'light' | 'dark';

// public/boot.js reads both before anything else has loaded; a test holds the names together.
const languageKey = 'lighthouse.language';
const themeKey = 'lighthouse.theme';

/** The language the person chose on this device, if they did and the browser lets it be known. */
export function readLanguage(): Language | undefined {
  const text = read(languageKey);
  return isLanguage(text) ? text : undefined;
}

/** Keeps the language on this device. Where storage is blocked it holds until the page is left. */
export function saveLanguage(language: Language): void {
  write(languageKey, language);
}

/** The theme the person chose on this device, if they did. */
export function readTheme(): ThemeChoice | undefined {
  const text = read(themeKey);
  return text === 'light' || text === 'dark' ? text : undefined;
}

/** Keeps the theme on this device. Where storage is blocked it holds until the page is left. */
export function saveTheme(theme: ThemeChoice): void {
  write(themeKey, theme);
}

/** The first of the browser's languages that the app speaks (`ko-KR` is Korean); `undefined` when it speaks none. */
export function spokenLanguage(browserLanguages: readonly string[]): Language | undefined {
  return browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Blocked or full: the choice is a comfort, not a fact.
  }
}
