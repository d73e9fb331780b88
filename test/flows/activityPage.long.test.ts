import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';
import { savedFiles } from './savedFiles.ts';
import { tellings } from './tellings.ts';

const store = subscription(4);

describe.each(tellings(import.meta.filename))('what providers did, in %s', (language) => {
  it('is read for the chosen subscriptions, by provider, with changes of delegations and by whom', async () => {
    const world = await openWorld({ world: 'busy', language, path: paths.overview });
    const { t, format, reads, find } = world;
    await world.follow(t.activity.nav);
    await find('heading', t.activity.title);
    await find('checkbox', store.name);
    expect(logsAsked(world.requests())).toEqual([]);
    await world.tick(t.activity.all);
    await world.tick(store.name);
    await world.press(t.activity.read(format, 1));
    const desk = await world.row('Microsoft.Compute/virtualMachines/restart/action');
    await reads(['Mira Koskinen', 'Northwind Managed Services', store.name, t.activityStatus.word.succeeded], desk);
    await reads(['Northwind Managed Services', t.activity.did(format, 2)]);
    await reads(t.activity.unnamedCount(format, 1));
    expect(logsAsked(world.requests()).every((url) => url.startsWith(store.id))).toBe(true);
    await world.user.click(await find('tab', new RegExp(`^${t.activity.tab.change}`)));
    const change = await world.row('Microsoft.ManagedServices/registrationAssignments/delete');
    await reads([t.activity.own], change);
    expect(world.writes()).toEqual([]);
    await world.follow(t.activity.toRuns);
    await find('heading', t.runs.title);
  });

  it('says in the reader’s words how each ended, and lets a word that nobody knows stand as Azure wrote it', async () => {
    const files = savedFiles();
    const world = await openWorld({ world: 'busy', language, path: paths.activity });
    const { t, format, reads, row } = world;
    const { word, both, asInLog } = t.activityStatus;
    const log = world.emulator.context.world.activity;
    const restart = log.find(({ operation }) => operation.includes('virtualMachines/restart'));
    if (!restart) throw new Error('Nothing was restarted.');
    const tag = { ...restart, operation: 'Microsoft.Resources/tags/write', correlationId: 'odd', status: 'Overtaken' };
    log.push({ ...tag, id: 'odd' });
    await world.find('checkbox', store.name);
    await world.tick(t.activity.all);
    await world.tick(store.name);
    await world.press(t.activity.read(format, 1));
    await reads(word.failed, await row('Microsoft.Support/supportTickets/write'));
    await reads(['Overtaken', asInLog], await row('Microsoft.Resources/tags/write'));

    // Whichever word a person knows it by.
    for (const asked of [word.failed, 'Failed']) {
      await world.write(t.activity.search, asked);
      await expect.poll(() => world.rows().filter((each) => each.includes('Microsoft.'))).toHaveLength(1);
    }
    await world.press(t.activityGroups.entries(format, 2));
    await reads(language === 'en' ? 'Started · ' : both(word.started, 'Started'));
    await world.press(t.activity.csv);
    const [csv] = await files();
    expect(csv?.text).toContain('"Failed"');
    expect(csv?.text).toContain('"Started"');
  });
});

function logsAsked(requests: readonly { readonly url: string }[]): readonly string[] {
  return requests.map(({ url }) => url).filter((url) => url.includes('/eventtypes/management/values'));
}
