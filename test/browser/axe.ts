import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Web Content Accessibility Guidelines up to 2.2, levels A and AA. https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fluent UI's guards around menus and dialogs: whatever gets the focus there hands it on at once, as keyboard.test.ts sees. */
const guards = '[data-tabster-dummy]';

/**
 * What axe finds wrong with a page as it stands, or with a part of it: the rule and the element, one line each.
 * https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#api-name-axerun
 */
export async function violations(page: Page, part = 'html'): Promise<readonly string[]> {
  // A button that has just been enabled is still on the way from one colour to the other.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((it) => it.effect?.getComputedTiming().iterations !== Infinity)
        .map((it) => it.finished),
    ).then(() => undefined),
  );
  // Evaluated by the debugger, not by the page: its content security policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`(() => { ${axe.source} })()`);
  const found = await page.evaluate(
    async ({ values, context }) => {
      const { axe: tester } = globalThis as unknown as { readonly axe: typeof axe };
      const { violations: broken } = await tester.run(context, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      });
      return broken.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
    },
    { values: tags, context: { include: [part], exclude: [guards] } },
  );
  return found;
}

/** How many CSS pixels of a page lie beside the window; 0 where nothing scrolls sideways. */
export async function sideways(page: Page): Promise<number> {
  const beside = () => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
  // What floats is moved a moment after the window has changed.
  for (let tries = 0; tries < 10 && (await beside()) > 0; tries += 1) await page.waitForTimeout(50);
  return beside();
}

/**
 * Makes the window as wide as said and as tall as its page, within reason: what sticks to the window's foot stands at the
 * page's, and covers nothing by chance.
 */
export async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const height = await page.evaluate(() => Math.max(900, document.documentElement.scrollHeight));
  if (height > 900) await page.setViewportSize({ width, height: Math.min(height, 6000) });
}

/** What is wrong with a page at these widths: broken rules at the first, and at every narrow one what lies beside the window. */
export async function faultsOf(
  page: Page,
  name: string,
  [first, ...others]: readonly [number, ...number[]],
  part?: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [first, ...others]) {
    await (width === first ? showWhole(page, width) : page.setViewportSize({ width, height: 900 }));
    if (width === first) for (const line of await violations(page, part)) found.push(`${name} at ${width}: ${line}`);
    const beside = await sideways(page);
    if (beside > 0) found.push(`${name} at ${width}: ${beside} px lie beside the window`);
  }
  return found;
}
