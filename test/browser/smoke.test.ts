import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startDemo, type Demo } from '../run/demo.ts';
import { launchBrowser } from './launch.ts';
import { watchedPage } from './watched.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo({ port: 0, timing: 'instant' }), launchBrowser(inject('browser'))]);
});

afterAll(async () => {
  await browser.close();
  await demo.close();
});

describe('the site as npm start serves it', () => {
  it.each([
    ['en-US', 'en', /sign in/i],
    ['ko-KR', 'ko', /로그인/],
  ])('draws the start page for a browser that speaks %s, without a complaint', async (locale, lang, signIn) => {
    const { page, complaints } = await watchedPage(browser, { locale });
    await page.goto(demo.url);
    await page.getByRole('button', { name: signIn }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });

  it('is there before any script has run', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(demo.url);
    expect(await page.getByRole('heading', { level: 1 }).first().isVisible()).toBe(true);
    await context.close();
  });

  it('is guarded by its headers: no script of a stranger, no word to one', async () => {
    const { page, complaints } = await watchedPage(browser);
    await page.goto(demo.url);
    const outcomes = await page.evaluate(async () => {
      const attempt = async (what: () => unknown) => {
        try {
          await what();
          return 'allowed';
        } catch {
          return 'refused';
        }
      };
      return [
        await attempt(() => fetch('https://elsewhere.example/')),
        await attempt(() => (document.createElement('script').text = 'globalThis.intruded = true')),
        await attempt(() => (document.createElement('div').innerHTML = '<b>markup</b>')),
      ];
    });
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    await expect.poll(() => complaints.join('\n')).toMatch(/connect-src/);
    await expect.poll(() => complaints.join('\n')).toMatch(/TrustedHTML/);
  });

  it('keeps deep links for the app and says 404 to missing files', async () => {
    const { page } = await watchedPage(browser);
    expect((await page.goto(`${demo.url}offers/some-offer`))?.status()).toBe(200);
    const missing = ['assets/none.js', 'config.txt', 'none.json'];
    const answers = await Promise.all(missing.map((path) => page.request.get(`${demo.url}${path}`)));
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404]);
  });
});
