import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { keyOf, subscription } from '../flows/places.ts';
import { sideways } from './axe.ts';
import { press, showsFocus } from './keyboard.ts';
import { useStage } from './stage.ts';

const stage = useStage({ world: 'busy', timing: 'instant' });
const platform = keyOf(managedPlatform);

/** What one sees differently who has set their machine so. */
const pages = {
  overview: paths.overview,
  offers: paths.offers,
  offer: paths.offer(platform),
  scopes: paths.delegate(platform),
  update: paths.update(platform),
  remove: paths.remove(platform),
  delegations: paths.delegations,
  coverage: paths.coverage,
  registration: paths.registration,
  activity: paths.activity,
  guardrails: paths.guardrails,
  template: paths.template,
} as const;

describe('a page as its reader has set it', () => {
  it(
    'fits a zoom of 200 and 400 percent and wider text, is seen in forced colours, stands still, and prints whole',
    { timeout: 120_000 },
    async () => {
      const person = await stage.person({ language: 'ko' });
      const { page } = person;
      // A role that was deleted since.
      person.expect(/^404 .*\/roleDefinitions\//);
      await person.signInAs('owner', paths.delegations);
      const found: string[] = [];
      const note = (name: string, fault: string | false) => fault !== false && found.push(`${name}: ${fault}`);
      for (const [name, path] of Object.entries(pages)) {
        await person.go(path);
        await person.settled();
        // https://www.w3.org/TR/WCAG22/#reflow, #resize-text and #text-spacing
        for (const [width, height] of [
          [640, 450],
          [320, 256],
        ] as const) {
          await page.setViewportSize({ width, height });
          note(`${name} at ${width}`, await tooWide(page));
          note(`${name} at ${width}`, await covered(page));
        }
        await spaceText(page, true);
        note(`${name}, spaced`, await tooWide(page));
        note(`${name}, spaced`, await cutOff(page));
        await spaceText(page, false);
        await page.setViewportSize({ width: 1280, height: 900 });
        const moving = await page.evaluate(() =>
          document.getAnimations().flatMap((it) => (it.playState === 'running' ? [it.constructor.name] : [])),
        );
        note(name, moving.length > 0 && `${moving.join(', ')} move`);
        await page.emulateMedia({ forcedColors: 'active' });
        note(`${name} in forced colours`, await withoutEdge(page));
        for (let stop = 0; stop < 2; stop += 1) {
          const { name: reached } = await press(page, 'Tab');
          if (!(await showsFocus(page))) note(`${name} in forced colours`, `the focus on ${reached} is not seen`);
        }
        await page.emulateMedia({ forcedColors: null });
      }
      expect(found).toEqual([]);

      await person.go(paths.delegations);
      await person.settled();
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      // A4, turned, in CSS pixels, less the margins.
      await page.setViewportSize({ width: 1032, height: 700 });
      const sheets = page.getByRole('table').filter({ visible: true });
      expect(await sheets.getByRole('row').count()).toBe(1 + 16);
      expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      await sheets.getByText(subscription(4).id, { exact: true }).first().waitFor();
      expect(await cutOff(page)).toBe(false);
      expect(await tooWide(page)).toBe(false);
      await page.emulateMedia({ media: null });
    },
  );
});

async function tooWide(page: Page): Promise<string | false> {
  const beside = await sideways(page);
  return beside > 0 && `${beside} px lie beside the window`;
}

/** Whether what sticks to the window's edges leaves less than half of it to read in. */
async function covered(page: Page): Promise<string | false> {
  const share = await page.evaluate(() => {
    const stuck = [...document.querySelectorAll('body *')].filter((it) => {
      const { position } = getComputedStyle(it);
      return (position === 'sticky' || position === 'fixed') && it.checkVisibility();
    });
    const rows = new Set<number>();
    window.scrollTo(0, 0);
    for (const it of stuck) {
      const { top, bottom, width } = it.getBoundingClientRect();
      if (width > innerWidth / 2)
        for (let row = Math.max(0, Math.ceil(top)); row < Math.min(bottom, innerHeight); row += 1) rows.add(row);
    }
    return rows.size / innerHeight;
  });
  return share > 0.5 && `${Math.round(share * 100)} % of the window are covered by what sticks to its edges`;
}

/** https://www.w3.org/TR/WCAG22/#text-spacing */
async function spaceText(page: Page, wide: boolean): Promise<void> {
  await page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    if (on)
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      );
    document.adoptedStyleSheets = on
      ? [...document.adoptedStyleSheets, sheet]
      : document.adoptedStyleSheets.slice(0, -1);
  }, wide);
}

/** Whether text ends at the edge of a box that hides what does not fit. */
async function cutOff(page: Page): Promise<string | false> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((it) => {
      const { overflow, textOverflow } = getComputedStyle(it);
      const hides = overflow.includes('hidden') && it.checkVisibility() && it.clientWidth > 1;
      const beyond = it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
      return hides && beyond && it.innerText.trim() !== '' ? [`"${it.innerText.slice(0, 40)}" ${textOverflow}`] : [];
    }),
  );
  return cut.length > 0 && `is cut: ${cut.join(', ')}`;
}

/** Whether a button has neither an edge nor a ground of its own: in forced colours shades are gone. */
async function withoutEdge(page: Page): Promise<string | false> {
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#content .fui-Button')].flatMap((it) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(it);
      const edge = borderTopWidth !== '0px' && borderTopColor !== backgroundColor;
      return edge ? [] : [it.innerText || (it.ariaLabel ?? '')];
    }),
  );
  return bare.length > 0 && `buttons without an edge: ${bare.join(', ')}`;
}
