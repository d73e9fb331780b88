import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { managedPlatform, securityWatch } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { keyOf, resourceGroup, subscription } from './places.ts';
import { savedFiles } from './savedFiles.ts';
import { soon } from '../soon.ts';

const store = subscription(4);
const payroll = subscription(11);
const datalake = resourceGroup(7, 'rg-datalake-prod');

describe('the list of delegations', () => {
  it('opens each to its roles in words, and says so where nobody can read them', async () => {
    const world = await openWorld({ world: 'busy', path: `${paths.delegations}?q=${datalake.name}` });
    const { t, reads, press, row } = world;
    await row(datalake.name);
    expect(world.rows()).toHaveLength(1);
    await press(t.delegations.open(datalake.name, managedPlatform.name));
    await reads(['Virtual Machine Contributor', t.offer.standing]);
    await reads(/Contributor.*4 hours/);
    await world.write(t.delegations.search, payroll.name);
    await press(t.delegations.open(payroll.name, t.delegations.unknownOffer));
    await reads(t.delegations.unreadableWhat);
  });

  it('is searched, filtered, grouped and sorted, and the address keeps that', async () => {
    const world = await openWorld({ world: 'busy', path: paths.delegations });
    const { t, format, reads, choose, press } = world;
    await reads(t.delegations.all(format, 16));
    await choose(t.delegations.offer, /Fabrikam Security Watch/);
    await reads(t.delegations.shown(format, 3, 16));
    await choose(t.delegations.condition, new RegExp(t.delegations.conditions.notInEffect));
    await reads(t.delegations.shown(format, 1, 16));
    expect(world.rows().join()).toContain(subscription(6).name);
    expect(new URLSearchParams(location.search).get('offer')).toBe(keyOf(securityWatch));
    await press(t.delegations.clear);
    await reads(t.delegations.all(format, 16));
    await choose(t.delegations.group, t.delegations.grouping.provider);
    await world.row(t.delegate.withCount('Northwind Managed Services', '11'));
    await choose(t.delegations.group, t.delegations.grouping.none);
    await choose(t.delegations.sort, t.delegations.sorting.newest);
    await soon(() => expect(world.rows()[0]).toContain('rg-mes-공통'));
    await world.write(t.delegations.search, 'Backup Contributor');
    await reads(t.delegations.shown(format, 4, 16));
    await world.write(t.delegations.search, 'nothing is called this');
    await reads(t.delegations.none);
    await press(t.delegations.showAll);
    await reads(t.delegations.all(format, 16));
  });

  it('hands what was chosen over to be removed, whole groups too', async () => {
    const world = await openWorld({ world: 'busy', path: `${paths.delegations}?group=offer` });
    const { t, format, tick, find } = world;
    await tick(t.delegations.selectGroup('Northwind Backup Care'));
    await tick(t.delegations.selectRow(store.name, managedPlatform.name));
    await find('button', t.delegations.remove(format, 5));
    await tick(t.delegations.selectRow(store.name, 'Northwind Backup Care'));
    await find('button', t.delegations.remove(format, 4));
    await soon(() => expect(new URLSearchParams(location.search).get('s')?.split('.')).toHaveLength(5));
    const chosen = new URLSearchParams(location.search).get('s');
    world.close();
    const again = await openWorld({ from: world, path: `${paths.delegations}?s=${chosen}` });
    await again.find('button', t.delegations.remove(format, 4));
  });

  it('goes away as CSV and JSON: what is shown, ids in full, the words of a hostile provider harmless', async () => {
    const files = savedFiles();
    const world = await openWorld({ world: 'busy', path: paths.delegations });
    const { t, format, reads, choose } = world;
    await reads(t.delegations.all(format, 16));
    await soon(() => expect(world.says()).not.toContain(t.common.loading));
    await choose(t.delegations.export, t.delegations.csv);
    await choose(t.delegations.export, t.delegations.json);
    const [csv, json] = await files();
    expect(csv?.name).toMatch(/^lighthouse-delegations-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv?.text.startsWith('\uFEFF"exported_at_utc"')).toBe(true);
    expect(csv?.text).toContain(`"${store.id}"`);
    expect(csv?.text).not.toMatch(/(?:^|,)"[=+@]/m);
    const inventory = JSON.parse(json?.text ?? '') as { readonly delegations: readonly { readonly since: unknown }[] };
    expect(inventory).toMatchObject({ schemaVersion: 1, delegationsInAll: 16, problems: [] });
    expect(inventory.delegations).toHaveLength(16);
    expect(inventory.delegations.every(({ since }) => typeof since === 'string')).toBe(true);
  });
});

describe('what providers can do at one scope', () => {
  it('counts all offers together, and names what is given twice', async () => {
    const world = await openWorld({ world: 'busy', path: `${paths.delegations}?q=${encodeURIComponent(store.name)}` });
    const { t, format, reads } = world;
    await world.follow(store.name, await world.row('Northwind Backup Care'));
    await world.find('heading', t.scopeAccess.title(store.name));
    await reads([t.scopeAccess.overall, t.access.level.l4, t.scopeAccess.together('Northwind Managed Services')]);
    await reads([t.scopeAccess.overlapTitle(format, 1), t.scopeAccess.overlapWhat, 'Reader', 'Northwind Backup Care']);
  });

  it('at a resource group: what its subscription hands down as well', async () => {
    const group = resourceGroup(4, 'rg-store-web-prod');
    const world = await openWorld({ world: 'busy', path: paths.accessAt(group.id) });
    await world.reads([managedPlatform.name, world.t.scopeAccess.above]);
  });

  it('at a subscription: resource groups in it that are delegated alone', async () => {
    const world = await openWorld({ world: 'busy', path: paths.accessAt(subscription(7).id) });
    await world.reads([world.t.scopeAccess.nobody, world.t.scopeAccess.inside, datalake.name]);
  });
});
