// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tabMemory } from '../auth/tab.ts';
import { readLanguage, readTheme, saveLanguage, saveTheme, spokenLanguage } from './preferences.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => vi.restoreAllMocks());

function blockStorage() {
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, area, 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
  }
}

describe('preferences', () => {
  it('are what was chosen', () => {
    expect([readLanguage(), readTheme()]).toEqual([undefined, undefined]);
    saveLanguage('ko');
    saveTheme('dark');
    expect([readLanguage(), readTheme()]).toEqual(['ko', 'dark']);
  });

  it('are nothing where storage is blocked, or holds nonsense', () => {
    localStorage.setItem('lighthouse.language', 'fr');
    localStorage.setItem('lighthouse.theme', 'pink');
    expect([readLanguage(), readTheme()]).toEqual([undefined, undefined]);
    blockStorage();
    saveLanguage('ko');
    saveTheme('dark');
    expect([readLanguage(), readTheme()]).toEqual([undefined, undefined]);
  });

  it.each([
    [['ko-KR', 'en-US'], 'ko'],
    [['fr-FR', 'KO'], 'ko'],
    [['en'], 'en'],
    [['fr', 'de'], undefined],
    [[], undefined],
  ])('of the browser: %j is %s', (tags, language) => {
    expect(spokenLanguage(tags)).toBe(language);
  });
});

describe('public/boot.js', () => {
  const script = readFileSync(join(import.meta.dirname, '../../public/boot.js'), 'utf8');
  /** What the script makes of the page, in a browser that asks for these languages. */
  function boot(languages: readonly string[]) {
    const html = document.documentElement;
    html.removeAttribute('lang');
    html.removeAttribute('data-theme');
    html.removeAttribute('data-boot');
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue([...languages]);
    runInThisContext(script);
    return { language: html.lang, theme: html.dataset['theme'], boot: html.dataset['boot'] };
  }

  it('knows the preferences by the names they are saved under', () => {
    saveLanguage('ko');
    saveTheme('dark');
    expect(boot(['en'])).toMatchObject({ language: 'ko', theme: 'dark' });
  });

  it.each([['ko-KR', 'en'], ['fr', 'ko'], ['en-GB'], ['fr'], []].map((tags) => [tags] as const))(
    'takes the language as the app does: %j',
    (tags) => {
      expect(boot(tags).language).toBe(spokenLanguage(tags) ?? 'en');
    },
  );

  it('shows the start page to a fresh tab', () => {
    expect(boot(['en']).boot).toBeUndefined();
  });

  it('shows the frame where there is a session, or an answer of Entra', () => {
    const memory = tabMemory(sessionStorage);
    memory.leave('signIn');
    expect(boot(['en']).boot).toBeUndefined();
    memory.answer();
    expect(boot(['en']).boot).toBe('signedIn');
    memory.leave('signOut');
    memory.answer();
    expect(boot(['en']).boot).toBeUndefined();
    memory.remember({ homeAccountId: 'a.b', tenantId: 'b' });
    expect(boot(['en']).boot).toBe('signedIn');
  });

  it('survives storage that is blocked', () => {
    blockStorage();
    expect(boot(['ko'])).toEqual({ language: 'ko', theme: undefined, boot: undefined });
  });
});
