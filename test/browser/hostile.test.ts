import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sideways, violations } from './axe.ts';
import type { Person } from './person.ts';
import { useStage } from './stage.ts';

const stage = useStage({ world: 'busy', timing: 'instant' });

/** What stands on screen of the offer that its provider called so: markup and turned-around text, as plain characters. */
const name = /=cmd.*<img src=x onerror="alert\(1\)">/;

describe('what a hostile provider has written', () => {
  it('is text on every page, and nothing but text in what is saved', { timeout: 90_000 }, async () => {
    const owner = await stage.person();
    const { page, t } = owner;
    // One of its roles does not exist.
    owner.expect(new RegExp(`^404 ${owner.origins.arm}/providers/Microsoft.Authorization/roleDefinitions/`));
    await owner.signInAs('owner');
    await page.getByRole('listitem').filter({ hasText: name }).first().waitFor();
    await isHarmless(owner);
    await owner.link(t.frame.offers).click();
    await owner.arriveAt(t.offers.title);
    await page.getByRole('link', { name }).click();
    await owner.arriveAt(name);
    await page.getByText(t.offer.source.none).waitFor();
    await isHarmless(owner);

    await owner.button(t.offer.delegate).click();
    await owner.arriveAt(name);
    await page.getByRole('checkbox', { name: t.delegate.selectRow('Platform - Connectivity'), exact: true }).check();
    await owner.button(t.delegate.review).click();
    await owner.button(t.review.action(owner.format, 1)).waitFor();
    await isHarmless(owner);
    await page.getByRole('checkbox').check();
    await owner.button(t.review.action(owner.format, 1)).click();
    // Azure refuses a role that nobody knows.
    await owner.button(t.run.receipt).waitFor();
    await isHarmless(owner);
    await owner.button(t.run.receipt).click();
    await owner.arriveAt(t.receipt.title);
    await isHarmless(owner);
    const [file] = await Promise.all([page.waitForEvent('download'), owner.button(t.receipt.csv).click()]);
    const cells = cellsOf(await readFile(await file.path(), 'utf8'));
    expect(cells.some((cell) => cell.includes('cmd|'))).toBe(true);
    // A spreadsheet takes what begins like this for a formula. https://owasp.org/www-community/attacks/CSV_Injection
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

async function isHarmless({ page }: Person): Promise<void> {
  expect(await page.locator('main :is(script, img, b, a[href^="javascript:"])').count()).toBe(0);
  expect(await page.getByRole('main').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Every cell of a table as RFC 4180 writes it. */
function cellsOf(csv: string): readonly string[] {
  const cells = csv.replace(/^\ufeff/, '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
