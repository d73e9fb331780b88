import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'vitest';
import { siteFolder } from '../run/build.ts';
import { localConfig } from '../run/demo.ts';
import { freePort } from '../run/ports.ts';
import { serveSite, type Listening } from '../run/site.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let folder = '';
let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The site as it is for who opened it before an upgrade that took a page's old file away. */
async function withoutPage(name: string): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'upgraded-'));
  await cp(siteFolder, folder, { recursive: true });
  const gone = (await readdir(join(folder, 'assets'))).filter((file) => file.startsWith(`${name}-`));
  if (gone.length === 0) throw new Error(`There is no file of ${name}.`);
  await Promise.all(gone.map((file) => rm(join(folder, 'assets', file))));
  const { emulatorOrigin } = stage.demo();
  const site = { local: { entra: emulatorOrigin, arm: emulatorOrigin } };
  server = await serveSite({ folder, site, config: await localConfig(emulatorOrigin) }, await freePort(0));
  return server.origin;
}

describe('a page that was open while the site was upgraded', () => {
  it('says so where an old file is gone, and everything else goes on', async () => {
    const { emulatorOrigin: azure } = stage.demo();
    const app = await withoutPage('RunsPage');
    const expects = [/^404 .*\/assets\/RunsPage-/, /dynamically imported module/];
    const visitor = await stage.person({ language: 'ko', expects }, { app, entra: azure, arm: azure });
    await visitor.signInAs('owner');
    const { page, t } = visitor;
    await visitor.link(t.frame.runs).click();
    await page.getByText(t.upgrade.title).waitFor();
    await page.getByText(t.upgrade.next).waitFor();
    await visitor.button(t.frame.reload).waitFor();
    await visitor.link(t.frame.offers).click();
    await visitor.arriveAt(t.offers.title);
    // Other pages may still be on their way when the site goes.
    await page.close();
  });
});
