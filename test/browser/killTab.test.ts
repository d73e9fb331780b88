import { readFile } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addSubscription } from '../emulator/worlds/fill.ts';
import { guidOf } from '../emulator/worlds/guid.ts';
import { launchBrowser } from './launch.ts';
import { isWrite, useStage } from './stage.ts';
import { wordsOf } from './words.ts';

const { t, format } = wordsOf.en;
const scopes = 100;
const kills = 10;
const stage = useStage();
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'));
});
afterAll(() => browser?.close());

/** So many subscriptions that can be delegated, with Azure at some distance. */
async function prepare(): Promise<void> {
  await stage.reset();
  const { world } = stage.demo().emulator.context;
  const like = [...world.subscriptions.values()].find(({ displayName }) => displayName === 'Online Store - Production');
  if (!like) throw new Error('The small world has changed.');
  for (let n = 12; n < scopes; n += 1) {
    const subscriptionId = guidOf(`killed/${n}`);
    addSubscription(world, { ...like, subscriptionId, displayName: `Branch ${String(n).padStart(3, '0')}` }, []);
  }
  await stage.fault({ route: '* /subscriptions/**', action: { kind: 'delay', ms: 60, jitterMs: 60 } });
}

async function signIn(page: Page, path = '/'): Promise<void> {
  await page.goto(`${new URL(stage.demo().url).origin}${path}`);
  await page.getByRole('button', { name: wordsOf.en.start.signIn, exact: true }).click();
  await page.locator('button[value="owner"]').click();
  await page.locator('#content h1').waitFor();
}

/** From the first page to a run over all hundred. */
async function beginRun(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  await signIn(page, '/offers');
  await press(t.offers.delegate);
  await press(t.delegate.selectAllReady(format, scopes));
  await press(t.delegate.review);
  await page.getByText(t.review.fingerprint).first().waitFor();
  await page.getByRole('checkbox').check();
  await press(t.review.action(format, scopes));
  await page.getByRole('progressbar', { name: t.run.bar }).waitFor();
}

function ended(page: Page) {
  return page.getByRole('heading', { name: t.run.endedAll(t.common.scopes(format, scopes)) });
}

/** What Azure holds in the end: every delegation by its address, with what it refers to. */
function delegations(): readonly string[] {
  return inAzure()
    .map(({ scope, name, registrationDefinitionId }) => `${scope} ${name} ${registrationDefinitionId}`)
    .toSorted();
}

function inAzure() {
  return [...stage.demo().emulator.context.world.assignments.values()];
}

/** As when the system kills it: no farewell, nothing is finished. */
async function kill(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

async function inNewProfile<Result>(work: (context: BrowserContext) => Promise<Result>): Promise<Result> {
  const context = await browser?.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  if (!context) throw new Error('There is no browser.');
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

it(
  `a run over ${scopes} scopes whose tab is killed ${kills} times ends as if nothing had been`,
  { timeout: 240_000 },
  async () => {
    const seed = Number(process.env['KILL_SEED'] ?? randomInt(2 ** 31));
    console.log(`KILL_SEED=${seed}`);
    await prepare();
    const undisturbed = await inNewProfile(async (context) => {
      const page = await context.newPage();
      await beginRun(page);
      await ended(page).waitFor({ timeout: 60_000 });
      return delegations();
    });
    expect(undisturbed).toHaveLength(scopes);

    await prepare();
    await inNewProfile(async (context) => {
      let page = await context.newPage();
      await beginRun(page);
      let random = seed;
      let killed = 0;
      for (; killed < kills; killed += 1) {
        random = (random * 48271 + 11) % 2147483647;
        await page.waitForTimeout(30 + (random % 700));
        if (await ended(page).isVisible()) break;
        await kill(page);
        page = await context.newPage();
        await signIn(page);
        await page.getByRole('button', { name: t.frame.resume, exact: true }).click();
        await page.getByRole('progressbar', { name: t.run.bar }).waitFor();
      }
      console.log(`killed ${killed} times`);
      expect(killed).toBeGreaterThanOrEqual(5);
      await ended(page).waitFor({ timeout: 60_000 });
      expect(delegations()).toEqual(undisturbed);
      const writes = (await stage.asked()).filter(isWrite);
      await page.getByRole('button', { name: t.run.receipt, exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t.receipt.json, exact: true }).click(),
      ]);
      const receipt = await readFile(await download.path(), 'utf8');
      expect(writes.filter(({ clientRequestId = 'none' }) => !receipt.includes(clientRequestId))).toEqual([]);
      expect(JSON.parse(receipt)).toMatchObject({ ended: 'finished' });
      for (const { name } of inAzure()) expect(receipt.toLowerCase()).toContain(name.toLowerCase());
    });
  },
);
