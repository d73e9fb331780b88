import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';
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
    await reads(['Mira Koskinen', 'Northwind Managed Services', store.name, 'Succeeded'], desk);
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
});

function logsAsked(requests: readonly { readonly url: string }[]): readonly string[] {
  return requests.map(({ url }) => url).filter((url) => url.includes('/eventtypes/management/values'));
}
