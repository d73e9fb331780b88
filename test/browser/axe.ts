import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Web Content Accessibility Guidelines up to 2.2, levels A and AA. https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with a page as it stands: the rule and the elements, one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, not by the page: its content security policy stays as it is.
  await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`);
  const found = await page.evaluate(async (values) => {
    const { axe: tester } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations: broken } = await tester.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return broken.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
  }, tags);
  return found;
}

/** How many CSS pixels of a page lie beside the window; 0 where nothing scrolls sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
