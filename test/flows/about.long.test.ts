import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { saveTheme } from '../../src/storage/preferences.ts';
import { databaseName } from '../../src/storage/storedRun.ts';
import { handOver } from './handOverStories.ts';
import { tellings } from './tellings.ts';
import { openWorld } from './harness.ts';
import { reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';

const store = subscription(4);

describe.each(tellings(import.meta.filename))('in %s', (language) => {
  it('diagnostics hold the last trouble, and neither names nor tokens', async () => {
    const world = await openWorld({
      language,
      path: reviewPath([store]),
    });
    const { t, find, press } = world;
    await find('checkbox', /Northwind/);
    await world.fault({
      route: `PUT ${store.id}/**`,
      action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'Jiwoo Kim may not.' },
    });
    await confirmAndRun(world, 1);
    await find('heading', t.run.endedNone);
    await press(t.frame.account('Jiwoo Kim (김지우)'));
    await world.user.click(await find('menuitem', t.about.diagnostics.title));
    const { value } = (await find('textbox', t.about.diagnostics.text)) as HTMLTextAreaElement;
    const refused = world.requests().find(({ method }) => method === 'PUT');
    expect(value).toContain('notAllowed (403 AuthorizationFailed)');
    expect(value).toContain(`client request ${refused?.clientRequestId}`);
    expect(value).not.toMatch(/Jiwoo|김지우|owner@contoso|Online Store|Northwind|eyJ/);
  });
});

it('forgetting everything removes receipts, the run and preferences, and signs out', async () => {
  const world = await openWorld({ path: reviewPath([store]) });
  const { t, find, press, tick, reads } = world;
  await confirmAndRun(world, 1);
  await find('heading', t.run.endedAll('1 scope'));
  saveTheme('dark');
  await press(t.frame.account('Jiwoo Kim (김지우)'));
  await world.user.click(await find('menuitem', t.about.privacy.title));
  await reads(t.about.privacy.reads.noGraph);
  expect(await find('button', t.about.privacy.forget)).toHaveProperty('disabled', true);
  await tick(t.about.privacy.forgetSure);
  await press(t.about.privacy.forget);
  await expect.poll(() => world.session().trips).toEqual([{ to: 'signOut' }]);
  expect(Object.keys(localStorage).concat(Object.keys(sessionStorage))).toEqual([]);

  const after = await openWorld({ from: world, path: '/runs' });
  await after.reads(after.t.runs.emptyTitle);
});

it('forgetting everything removes what was handed to Azure too, with the words that were confirmed', async () => {
  const world = await handOver([store]);
  const { t, find, press, tick } = world;
  expect(await rowsOf('handOvers')).toMatchObject([{ handOver: { confirmation: { language: 'en' } } }]);
  await press(t.frame.account('Jiwoo Kim (김지우)'));
  await world.user.click(await find('menuitem', t.about.privacy.title));
  await world.reads(t.about.privacy.rows.handOvers[0] ?? 'nothing');
  await tick(t.about.privacy.forgetSure);
  await press(t.about.privacy.forget);
  await expect.poll(() => world.session().trips).toEqual([{ to: 'signOut' }]);
  expect(await rowsOf('handOvers')).toEqual([]);

  const after = await openWorld({ from: world, path: paths.handedOver });
  await after.reads(after.t.handOver.page.emptyTitle);
});

/** What a store of the device's database holds, whosever it is. */
async function rowsOf(name: string): Promise<readonly unknown[]> {
  const database = await openDB(databaseName);
  try {
    const rows: readonly unknown[] = await database.getAll(name);
    return rows;
  } finally {
    database.close();
  }
}
