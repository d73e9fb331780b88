import type { Person } from './person.ts';

/** Waits until nothing on the page is on its way any more. */
export async function settle({ page }: Pick<Person, 'page'>): Promise<void> {
  await page.locator('#content h1').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('#content [data-loading]') === null);
}
