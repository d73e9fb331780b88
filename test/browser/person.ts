import type { Browser, Locator, Page } from 'playwright-core';
import type { Language } from '../../src/text/language.ts';
import { confine, type Origins } from './confined.ts';
import { watchedPage } from './watched.ts';
import { wordsOf, type Words } from './words.ts';

export interface PersonOptions {
  /** What their browser speaks; English without it. */
  readonly language?: Language;
  readonly dark?: boolean;
  /** Of the window, in CSS pixels; 1280 without it. */
  readonly width?: number;
  /** Complaints of their browser that belong to the story: `401 http://...`. */
  readonly expects?: readonly RegExp[];
}

/** Somebody at a browser, and what they do there. */
export interface Person extends Words {
  readonly page: Page;
  readonly language: Language;
  readonly origins: Origins;
  /** Types an address of the app: a path, with query and fragment. */
  open(path?: string): Promise<void>;
  /** Goes to an address within the app that is open, as the browser's own buttons do: what has been read stays read. */
  go(path: string): Promise<void>;
  /** Waits until nothing on the page is on its way any more. */
  settled(): Promise<void>;
  /** From an address to the signed-in app, as this persona. */
  signInAs(persona: string, path?: string): Promise<void>;
  /** Presses the start page's button. */
  pressSignIn(): Promise<void>;
  /** On Entra's page: picks an account, and waits for the app. */
  pick(persona: string): Promise<void>;
  /** Waits until a page of the app with this heading has the focus there. */
  arriveAt(heading: string | RegExp): Promise<void>;
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  /** The row of a table that holds this text. */
  row(text: string | RegExp): Locator;
  /** Chooses from a menu: the button that opens it, then the entry. */
  choose(menu: string | RegExp, entry: string | RegExp): Promise<void>;
  /** From now on this complaint belongs to the story. */
  expect(complaint: RegExp): void;
  /** What went wrong that should not have. */
  complaints(): Promise<readonly string[]>;
}

/** Somebody new, with a browser profile of their own. Every request of theirs is followed. */
export async function newPerson(browser: Browser, origins: Origins, options: PersonOptions): Promise<Person> {
  const { language = 'en', dark = false, width = 1280 } = options;
  const words = wordsOf[language];
  const { page, complaints, quiet } = await watchedPage(browser, {
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  const astray = confine(page, origins);
  const expected = [...usual(origins), ...(options.expects ?? [])];

  const person: Person = {
    ...words,
    page,
    language,
    origins,
    async open(path = '/') {
      await page.goto(`${origins.app}${path}`);
    },
    async go(path) {
      const heading = await page.evaluateHandle((to) => {
        const from = location.pathname;
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
        return location.pathname === from ? null : document.querySelector('#content h1');
      }, path);
      // The page before stays until the one after it is drawn.
      await page.waitForFunction((left) => !left?.isConnected, heading);
    },
    async settled() {
      await page.locator('#content h1').waitFor();
      await quiet();
      await page.waitForFunction(() => document.querySelector('#content [data-loading]') === null);
      await quiet();
    },
    async signInAs(persona, path = '/') {
      await person.open(path);
      await person.pressSignIn();
      await person.pick(persona);
    },
    async pressSignIn() {
      await person.button(words.start.signIn).click();
      await page.waitForURL((url) => url.origin === origins.entra);
    },
    async pick(persona) {
      await page.locator(`button[value="${persona}"]`).click();
      await page.locator('#content h1').waitFor();
    },
    async arriveAt(heading) {
      await page.locator('h1:focus').filter({ hasText: heading }).waitFor();
    },
    button: (name) => page.getByRole('button', { name, exact: true }),
    link: (name) => page.getByRole('link', { name, exact: true }),
    row: (text) => page.getByRole('row').filter({ hasText: text }),
    async choose(menu, entry) {
      await person.button(menu).click();
      const name = { name: entry };
      await page.getByRole('menuitem', name).or(page.getByRole('menuitemradio', name)).click();
    },
    expect: (complaint) => void expected.push(complaint),
    async complaints() {
      const heard = complaints.filter((line) => !expected.some((pattern) => pattern.test(line)));
      return [...heard, ...(await astray())];
    },
  };
  return person;
}

/** What is no fault: looking for something that is not there yet, and going on before an answer has come. */
function usual({ arm }: Origins): RegExp[] {
  return [new RegExp(`^(?:404|409) ${arm}/subscriptions/`), /^net::ERR_ABORTED /];
}
