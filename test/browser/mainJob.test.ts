import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { chooseThree, chosen, confirm, offerName, openReview, untilDone } from './delegate.ts';
import type { Person } from './person.ts';
import { told } from './spoken.ts';
import { isWrite, useStage } from './stage.ts';

const stage = useStage({ timing: 'demo' });
const three = [chosen.registered, chosen.unregistered, chosen.group];

describe('an owner', () => {
  it('delegates two subscriptions and a resource group, and holds a receipt', { timeout: 120_000 }, async () => {
    const owner = await stage.person();
    const { page, t, format } = owner;
    await owner.signInAs('owner');
    await owner.arriveAt(t.overview.title);
    await page.getByText(t.overview.may(format, 15, 16)).waitFor();
    await owner.button(t.offers.delegate).click();
    await owner.arriveAt(t.delegate.title(offerName));

    await chooseThree(owner);
    await page
      .getByRole('status')
      .filter({ hasText: t.delegate.summary(format, 3, 1, 2) })
      .waitFor();
    // It is told to whoever cannot see it, each row by its name.
    const summary = { role: 'status', live: 'polite', text: t.delegate.summary(format, 3, 1, 2) };
    expect(await told(page, 'status')).toContainEqual(expect.objectContaining(summary));
    const boxes = (await told(page, 'checkbox')).map(({ name }) => name);
    expect(boxes).toEqual(expect.arrayContaining(three.map((name) => t.delegate.selectRow(name))));
    const address = page.url();
    await openReview(owner);
    await page.getByText(t.review.numbers.register(format, 2)).waitFor();
    await page.getByText(t.review.numbers.delegate(format, 3)).waitFor();
    await page.getByLabel(t.review.reason).fill('CHG-1042, =1+1');
    expect((await stage.asked()).filter(isWrite)).toEqual([]);

    await confirm(owner);
    expect(await told(page, 'progressbar')).toMatchObject([{ name: t.run.bar }]);
    const progress = [0, 1, 2, 3].map((finished) => t.run.live(format.number(finished), '3', '0'));
    const spoken = (await told(page, 'status')).filter(({ text }) => progress.includes(text));
    expect(spoken).toMatchObject([{ live: 'polite' }]);
    await untilDone(owner);
    // The end is told to whoever cannot see it: the focus stands on the summary.
    expect(await page.locator(':focus').textContent()).toBe(t.run.endedAll(t.common.scopes(format, 3)));
    for (const name of three) await owner.row(name).filter({ hasText: t.run.state.done }).waitFor();
    const inAzure = [...stage.demo().emulator.context.world.assignments.values()].map(({ name }) => name.toLowerCase());
    expect(inAzure).toHaveLength(3);

    await owner.button(t.run.receipt).click();
    await owner.arriveAt(t.receipt.title);
    for (const name of three) await page.getByRole('main').getByText(name, { exact: true }).waitFor();
    const json: unknown = JSON.parse(await saved(page, () => owner.button(t.receipt.json).click()));
    const text = JSON.stringify(json).toLowerCase();
    for (const id of inAzure) expect(text).toContain(id);
    expect(text).toContain('chg-1042, =1+1');
    expect(text).not.toMatch(/\beyj|bearer/);
    // Every write that Azure saw stands in the receipt, by the id that the activity log shows too.
    const writes = (await stage.asked()).filter(isWrite);
    expect(writes.length).toBeGreaterThanOrEqual(5);
    expect(writes.filter(({ clientRequestId = 'none' }) => !text.includes(clientRequestId))).toEqual([]);
    expect(new Set(writes.map(({ correlationRequestId }) => correlationRequestId)).size).toBe(1);

    const csv = await saved(page, () => owner.button(t.receipt.csv).click());
    expect(csv).toMatch(/^\ufeff/);
    const lines = csv.trim().split('\r\n');
    expect(lines.length).toBeGreaterThanOrEqual(1 + 3);
    for (const name of three) expect(csv).toContain(name);
    expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/m);

    await isReadyToPrint(owner);
    await owner.link(t.frame.runs).click();
    await owner.arriveAt(t.runs.title);
    await owner
      .row(offerName)
      .filter({ hasText: t.receipt.summary(format, 3, 3) })
      .getByRole('link')
      .click();
    await owner.arriveAt(t.receipt.title);
    // It outlives the page.
    await page.reload();
    await owner.arriveAt(t.receipt.title);
    for (const name of three) await page.getByRole('main').getByText(name, { exact: true }).waitFor();

    // The same selection again, once Resource Graph knows it too: there is nothing left to do, and nothing is written.
    await stage.advance(60_000);
    await owner.open(address.replace(owner.origins.app, '').replace('/delegate?', '/review?'));
    await page.getByText(t.review.nothingTitle).waitFor();
    expect((await stage.asked()).filter(isWrite)).toHaveLength(writes.length);
  });
});

/** The file that the page saves, as text. */
async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  expect(download.suggestedFilename()).toMatch(/^[\w.-]+\.(?:json|csv)$/);
  return readFile(await download.path(), 'utf8');
}

/** On paper stands the record alone, in black, on as many pages as it takes, with every id whole. */
async function isReadyToPrint({ page, t, button }: Person): Promise<void> {
  await button(`${t.frame.theme}: ${t.frame.dark}`).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('main').getByRole('button').filter({ visible: true }).count()).toBe(0);
  // A4 in CSS pixels, less the margins that browsers leave.
  await page.setViewportSize({ width: 718, height: 1000 });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth + 1)
      .map((it) => it.textContent),
  );
  expect(cut).toEqual([]);
  // Browsers print no backgrounds: the words of a dark page must not be light.
  expect(await violations(page, 'main')).toEqual([]);
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}
