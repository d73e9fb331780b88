import type { Locator, Page } from 'playwright-core';
import { wordsOf } from '../../browser/words.ts';
import { atMost, type Figure } from '../report.ts';
import { setRealStage } from './stage.ts';

const { t } = wordsOf.en;
const slowdown = 4;
/** A person sees a pause from here on. */
const mostMs = 200;
const usableSeconds = 5;
/** 50,000 resource groups are fifty questions. Resource Graph answers fifteen in five seconds: that alone takes 16 s. */
const everyGroupSeconds = 20;

interface Measuring {
  readonly page: Page;
  /** How soon the list can be used, in seconds. */
  usable(seconds: number, most?: number): void;
  /** Does something, and notes the longest task that came of it. */
  longest(what: string, work: () => Promise<unknown>): Promise<void>;
}

/**
 * A list of the whole large estate at a processor slowed down four times: how soon it can be used, and the longest time for
 * which the page answers nobody while the list is filtered, sorted, selected and scrolled.
 */
async function measured(
  list: string,
  path: string,
  work: (measuring: Measuring) => Promise<void>,
  withGroups = false,
): Promise<readonly Figure[]> {
  const stage = await setRealStage('HTTP/2');
  const { subscriptions, resourceGroups } = stage.emulator.context.world;
  const groups = [...resourceGroups.values()].reduce((sum, { size }) => sum + size, 0);
  const n = subscriptions.size + (withGroups ? groups : 0);
  try {
    const page = await stage.tabs.open();
    await page.addInitScript(watch);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const figures: Figure[] = [];
    await stage.signIn(page, path);
    await work({
      page,
      usable: (seconds, most = usableSeconds) =>
        void figures.push(atMost(`list of ${list}: can be used`, n, seconds, 's', most)),
      async longest(what, act) {
        await takeLongest(page);
        await act();
        await page.waitForTimeout(1500);
        figures.push(atMost(`list of ${list}, ${what}: longest task`, n, await takeLongest(page), 'ms', mostMs));
      },
    });
    return figures;
  } finally {
    await stage.close();
  }
}

/** The inventory of delegations. */
export function delegationList(): Promise<readonly Figure[]> {
  return measured('delegations', '/delegations', async ({ page, usable, longest }) => {
    await firstRows(page);
    // Since the page was opened, with everything that Entra and Azure were asked for.
    usable(await page.evaluate(() => performance.now() / 1000));
    await page.waitForTimeout(3000);
    await longest('filtered', () => filter(page, t.delegations.search));
    const sort = await middleOf(page.getByRole('combobox', { name: t.delegations.sort, exact: true }));
    await longest('sorted', () => pickNext(page, sort));
    await longest('a range selected', () => selectRange(page));
    await longest('scrolled', () => scroll(page));
  });
}

/** The scopes that an offer can be given. */
export function scopeList(): Promise<readonly Figure[]> {
  return measured('scopes', '/offers', async ({ page, usable, longest }) => {
    const delegate = page.getByRole('button', { name: t.offers.delegateMore, exact: true }).first();
    await delegate.waitFor({ timeout: 60_000 });
    const began = performance.now();
    await delegate.click();
    await firstRows(page);
    usable((performance.now() - began) / 1000);
    await page.waitForTimeout(3000);
    await longest('filtered', () => filter(page, t.delegate.search));
    const all = await middleOf(page.getByRole('button', { name: /^Select all/ }));
    await longest('all selected', () => page.mouse.click(all.x, all.y));
    await longest('a range selected', () => selectRange(page));
    await longest('scrolled', () => scroll(page));
  });
}

/** The same with the resource groups of all subscriptions. */
export function groupList(): Promise<readonly Figure[]> {
  return measured(
    'scopes and all resource groups',
    '/offers',
    async ({ page, usable, longest }) => {
      const delegate = page.getByRole('button', { name: t.offers.delegateMore, exact: true }).first();
      await delegate.waitFor({ timeout: 60_000 });
      await delegate.click();
      await firstRows(page);
      const show = await middleOf(page.getByRole('button', { name: t.delegate.showGroups, exact: true }));
      await page.waitForTimeout(3000);
      const began = performance.now();
      await longest('arriving', async () => {
        await page.mouse.click(show.x, show.y);
        await page.getByRole('button', { name: t.delegate.hideGroups, exact: true }).waitFor({ timeout: 240_000 });
        usable((performance.now() - began) / 1000, everyGroupSeconds);
      });
      await longest('filtered', () => filter(page, t.delegate.search));
      const all = await middleOf(page.getByRole('button', { name: /^Select all .* resource groups/ }));
      await longest('all selected', () => page.mouse.click(all.x, all.y));
      await longest('scrolled', () => scroll(page));
    },
    true,
  );
}

function firstRows(page: Page): Promise<void> {
  return page.locator('#content [role="row"][data-at]').first().waitFor({ timeout: 120_000 });
}

interface Watched {
  tasks?: number[];
}

/** In the page: notes every task of more than 50 ms. https://www.w3.org/TR/longtasks-1/ */
function watch(): void {
  const tasks: number[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  (globalThis as Watched).tasks = tasks;
}

/** The longest task since it was asked last, in ms; 0 where none was long. */
async function takeLongest(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...((globalThis as Watched).tasks?.splice(0) ?? [])));
}

/*
 * What is looked for in the page is looked for before: to look is work for the page as well. Then come the mouse and the
 * keyboard alone.
 */

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function filter(page: Page, search: string): Promise<void> {
  await page.getByRole('searchbox', { name: search, exact: true }).focus();
  await takeLongest(page);
  await page.keyboard.type('prod', { delay: 120 });
  await page.waitForTimeout(1000);
  for (let typed = 0; typed < 4; typed += 1) await page.keyboard.press('Backspace', { delay: 60 });
}

async function pickNext(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.click(x, y);
  await page.waitForTimeout(500);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** From a row near the beginning to one that a person has scrolled to. */
async function selectRange(page: Page): Promise<void> {
  const boxes = page.locator('#content [role="row"][data-at] input[type="checkbox"]');
  const first = await middleOf(boxes.first());
  await takeLongest(page);
  await page.mouse.click(first.x, first.y);
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 3000);
  await page.waitForTimeout(1000);
  const last = await middleOf(boxes.last());
  await takeLongest(page);
  await page.keyboard.down('Shift');
  await page.mouse.click(last.x, last.y);
  await page.keyboard.up('Shift');
}

async function scroll(page: Page): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 40 ? 1500 : -2500);
    await page.waitForTimeout(40);
  }
}
