import type { BrowserContext, Page } from 'playwright-core';
import { beOnTheWay, cpuRate, slowMs } from '../patience.ts';
import { slowDatabase } from '../slowDatabase.ts';

/** Where tests are told to take their time: whatever is asked in a browser profile does. */
export async function takeTime(context: BrowserContext): Promise<void> {
  const wait = beOnTheWay;
  if (!wait) return;
  await context.route('**/*', async (route) => {
    await wait();
    // The page may be gone by then.
    await route.fallback().catch(() => undefined);
  });
  await context.addInitScript(slowDatabase, slowMs);
}

/** Where tests are told to: slows the processor of a page. */
export async function slowDown(page: Page): Promise<void> {
  if (!(cpuRate > 1)) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
}
