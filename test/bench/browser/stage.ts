import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cloudOf } from '../../../src/config.ts';
import { findBrowser, type FoundBrowser } from '../../browser/launch.ts';
import { wordsOf } from '../../browser/words.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { ensureBuilt, siteFolder } from '../../run/build.ts';
import { freePort } from '../../run/ports.ts';
import { serveSite } from '../../run/site.ts';
import { cut, type CutOptions } from '../cut.ts';
import type { WireName } from '../wire.ts';
import { serveFar, serveHttp1, type FarAzure } from './azure.ts';
import { makeCertificate } from './certificate.ts';
import { openTabs, type Tabs } from './tabs.ts';

const { start } = wordsOf.en;
const cloud = { cloud: 'public' } as const;

/**
 * The built site as production serves it, an Azure at some distance, and a browser with tabs, in real time. The app asks the
 * public cloud's own addresses; the browser finds the emulated Azure there.
 */
export interface RealStage {
  readonly emulator: Emulator;
  readonly arm: FarAzure;
  readonly tabs: Tabs;
  /** Signs the owner in at this address of the app; answers when its first heading is there. */
  signIn(page: Page, path: string): Promise<void>;
  close(): Promise<void>;
}

let known: Promise<FoundBrowser> | undefined;

/** Sets the stage for one measurement, over the whole large estate or a part of it. Close it after. */
export async function setRealStage(wire: WireName, options?: CutOptions): Promise<RealStage> {
  await ensureBuilt();
  const found = await (known ??= findBrowser({ say: (sentence) => console.error(sentence) }));
  const emulator = createEmulator({ world: 'large', timing: 'azure', pageSize: 1000 });
  if (options) cut(emulator.context.world, options);
  const certificate = makeCertificate();
  const [entra, arm] = await Promise.all([serveHttp1(emulator, certificate), serveFar(emulator, wire, certificate)]);
  const { local: _, ...config }: { readonly local?: unknown } = JSON.parse(
    await readFile(join(siteFolder, 'config.json'), 'utf8'),
  );
  const site = await serveSite({ folder: siteFolder, site: cloud, config }, await freePort(0));
  const { login, arm: management } = cloudOf(cloud);
  const tabs = await openTabs(found, { [new URL(login).host]: entra.port, [new URL(management).host]: arm.port });
  return {
    emulator,
    arm,
    tabs,
    async signIn(page, path) {
      await page.goto(`${site.origin}${path}`);
      await page.getByRole('button', { name: start.signIn, exact: true }).click();
      await page.locator('button[value="owner"]').click();
      await page.locator('#content h1').waitFor();
    },
    async close() {
      await tabs.close();
      await Promise.all([site.close(), entra.close(), arm.close()]);
    },
  };
}
