import type { Page } from 'playwright-core';
import { paths } from '../../../src/paths.ts';
import { wordsOf } from '../../browser/words.ts';
import { delegateBound, registerBound } from '../bounds.ts';
import { against, atMost, type Figure } from '../report.ts';
import type { WireName } from '../wire.ts';
import { setRealStage, type RealStage } from './stage.ts';
import { until } from './tabs.ts';

const { t, format } = wordsOf.en;
/** Preparing takes as long as it takes: it is not what is measured. */
const patience = 240_000;

/** Delegates n subscriptions in a browser, in a tab that is looked at or in one that another tab covers. Answers seconds. */
async function delegateOnce(n: number, wire: WireName, isHidden: boolean) {
  return withStage(wire, n, true, async (stage, page) => {
    await stage.signIn(page, '/offers');
    await press(page, t.offers.delegate);
    await press(page, t.delegate.selectAllReady(format, n));
    await press(page, t.delegate.review);
    await page.getByText(t.review.fingerprint).first().waitFor({ timeout: patience });
    await page.getByRole('checkbox').check();
    const title = t.run.endedAll(t.common.scopes(format, n));
    return timed(stage, page, { isHidden, action: t.review.action(format, n), begins: paths.run, done: title });
  });
}

/** Registers n subscriptions in a browser. */
async function registerOnce(n: number, wire: WireName) {
  return withStage(wire, n, false, async (stage, page) => {
    await stage.signIn(page, '/registration');
    await press(page, t.registration.selectAll(format, n));
    const [action, done] = [t.registration.action(format, n), t.registration.finished(format, n)];
    return timed(stage, page, { isHidden: false, action, done });
  });
}

async function withStage<Result>(
  wire: WireName,
  subscriptions: number,
  registered: boolean,
  work: (stage: RealStage, page: Page) => Promise<Result>,
): Promise<Result> {
  const stage = await setRealStage(wire, { subscriptions, fresh: true, registered });
  try {
    return await work(stage, await stage.tabs.open());
  } finally {
    await stage.close();
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click({ timeout: patience });
}

interface Timed {
  readonly isHidden: boolean;
  /** The button that starts it. */
  readonly action: string;
  /** The page where it begins: what is checked once more before the first write is counted apart. */
  readonly begins?: string;
  /** What the page says in the end. */
  readonly done: string;
}

/** From the press of the button, or the page that it leads to, until the page says that all is done. */
async function timed(stage: RealStage, page: Page, { isHidden, action, begins, done }: Timed) {
  const pressed = performance.now();
  await press(page, action);
  const isAt = (path: string) => location.pathname === path;
  if (begins !== undefined) await until(page, () => page.evaluate(isAt, begins), patience);
  const before = { asked: stage.arm.asked(), refused: stage.arm.refused() };
  const began = performance.now();
  if (isHidden) {
    await (await stage.tabs.open()).bringToFront();
    await until(page, () => page.evaluate(() => document.visibilityState === 'hidden'), 5000);
  }
  const saysSo = (text: string) => document.querySelector('main')?.textContent.includes(text) ?? false;
  await until(page, () => page.evaluate(saysSo, done), patience);
  return {
    checked: (began - pressed) / 1000,
    seconds: (performance.now() - began) / 1000,
    requests: stage.arm.asked() - before.asked,
    refused: stage.arm.refused() - before.refused,
  };
}

/** n delegations, in a browser. */
export async function delegateInBrowser(n: number, wire: WireName): Promise<readonly Figure[]> {
  const { checked, seconds, requests, refused } = await delegateOnce(n, wire, false);
  const bound = delegateBound(n, wire);
  const name = `delegate in a browser, ${wire}`;
  return [
    { measure: `${name}: checked once more before the first write`, n, value: checked, unit: 's' },
    against(`${name}: time`, n, seconds, 's', bound.seconds, 1.1),
    against(`${name}: requests`, n, requests, 'requests', bound.requests, 1.02),
    atMost(`${name}: refusals that we caused`, n, refused, 'refusals', 0),
  ];
}

/** n registrations, in a browser. */
export async function registerInBrowser(n: number, wire: WireName): Promise<readonly Figure[]> {
  const { seconds, requests, refused } = await registerOnce(n, wire);
  const bound = registerBound(n, wire);
  const name = `register in a browser, ${wire}`;
  return [
    against(`${name}: time`, n, seconds, 's', bound.seconds, 1.1),
    against(`${name}: requests`, n, requests, 'requests', bound.requests, 1.02),
    atMost(`${name}: refusals that we caused`, n, refused, 'refusals', 0),
  ];
}

/** The same delegations in a tab that is looked at and in a hidden one: what is left of the throughput. */
export async function hiddenTab(n: number, wire: WireName): Promise<readonly Figure[]> {
  const visible = await delegateOnce(n, wire, false);
  const hidden = await delegateOnce(n, wire, true);
  const kept = (100 * visible.seconds) / hidden.seconds;
  return [
    { measure: `hidden tab, ${wire}: time to delegate`, n, value: hidden.seconds, unit: 's', bound: visible.seconds },
    { measure: `hidden tab, ${wire}: throughput kept`, n, value: kept, unit: '%', goal: '>= 98 %', met: kept >= 98 },
  ];
}
