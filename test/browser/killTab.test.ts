import { readFile } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { addSubscription } from '../emulator/worlds/fill.ts';
import { guidOf } from '../emulator/worlds/guid.ts';
import { randomFrom } from '../emulator/worlds/random.ts';
import { soon } from '../soon.ts';
import { launchBrowser } from './launch.ts';
import { takeTime } from './patience.ts';
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
  await stage.fault({ route: '* /subscriptions/**', action: { kind: 'delay', ms: 30, jitterMs: 60 } });
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

/** In a new tab, goes on with the run that was left behind, unless it had ended just before. */
async function goOn(page: Page): Promise<void> {
  await signIn(page, paths.runs);
  const resume = page.getByRole('button', { name: t.frame.resume, exact: true });
  await resume.or(keptReceipt(page)).waitFor();
  if (await resume.isVisible()) await resume.click();
}

/** Leads to the receipt of a run that ended in an earlier tab. */
function keptReceipt(page: Page) {
  return page.locator(`#content a[href^="${paths.receipt('')}"]`);
}

interface Moment {
  /** Delegations that Azure holds by then. */
  readonly written: number;
  /** How long after that, in milliseconds. */
  readonly thenMs: number;
}

/** When the tab is killed: before the first delegation, while they are written, and while the last ones are read back. */
function momentsOf(seed: number): readonly Moment[] {
  const random = randomFrom(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const writing = Array.from({ length: kills - 2 }, () => upTo(scopes - 1)).toSorted((one, other) => one - other);
  return [
    { written: 0, thenMs: upTo(1500) },
    ...writing.map((written) => ({ written, thenMs: upTo(100) })),
    { written: scopes, thenMs: upTo(500) },
  ];
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
  await takeTime(context);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

it(
  `a run over ${scopes} scopes whose tab is killed ${kills} times ends as if nothing had been`,
  // Done at random: what fails once has failed.
  { timeout: 240_000, retry: 0 },
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
      const held: number[] = [];
      for (const { written, thenMs } of momentsOf(seed)) {
        await soon(() => expect(inAzure().length).toBeGreaterThanOrEqual(written));
        await page.waitForTimeout(thenMs);
        held.push(inAzure().length);
        await kill(page);
        page = await context.newPage();
        await goOn(page);
      }
      console.log(`killed when Azure held ${held.join(', ')}`);
      expect(held.some((count) => count > 0 && count < scopes)).toBe(true);
      await ended(page).or(keptReceipt(page)).waitFor({ timeout: 60_000 });
      expect(delegations()).toEqual(undisturbed);
      const writes = (await stage.asked()).filter(isWrite);
      await page.getByRole('button', { name: t.run.receipt, exact: true }).or(keptReceipt(page)).click();
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
