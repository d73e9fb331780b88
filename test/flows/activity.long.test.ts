import { screen } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { subscription } from './places.ts';
import { savedFiles } from './savedFiles.ts';

const store = subscription(4);
const factory = subscription(8);

async function readLogs(options: WorldOptions = {}, days = 7): Promise<World> {
  const world = await openWorld({ world: 'busy', path: paths.activity, ...options });
  const { t, format } = world;
  await world.find('checkbox', store.name);
  if (days !== 7) await world.user.click(await screen.findByRole('radio', { name: t.activity.days(format, days) }));
  await world.press(/^Read \d+ logs?$/);
  await world.reads(/(\d+) of \1 logs read/);
  return world;
}

it('ninety days reach further back than seven', async () => {
  const world = await readLogs({}, 90);
  await world.row('Microsoft.Compute/virtualMachines/write');
  await world.reads(world.t.activity.quietLong);
});

it('a scope whose log cannot be read is unknown, with the reason, and its provider is not called quiet', async () => {
  const log = '/providers/Microsoft.Insights/eventtypes/management/values';
  const world = await readLogs(
    {
      faults: [
        {
          route: `GET ${factory.id}${log}`,
          action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'No right to read the log.' },
        },
      ],
    },
    90,
  );
  const { t } = world;
  await world.reads([t.activity.unreadTitle(factory.name), problemText(t.problems, { code: 'notAllowed' }).title]);
  await world.reads(t.activity.quietUnknown);
});

it('further pages are followed, never to another origin', async () => {
  const world = await readLogs({ pageSize: 1 });
  await world.row('Microsoft.Support/supportTickets/write');
  world.close();
  const misled = await readLogs({
    pageSize: 1,
    faults: [
      {
        route: 'GET /subscriptions/*/providers/Microsoft.Insights/eventtypes/management/values',
        action: { kind: 'paging', trick: 'foreignOrigin' },
      },
    ],
  });
  await misled.reads(misled.t.activity.unreadTitle(store.name));
});

it('what is shown can be saved: for a spreadsheet without formulas, and for programs', async () => {
  const files = savedFiles();
  const world = await readLogs();
  const { t } = world;
  await world.row('listKeys');
  expect(world.says()).not.toContain('\u202E');
  await world.write(t.activity.search, 'listKeys');
  // The heading of its provider and scope, and the one action.
  await expect.poll(() => world.rows().length).toBe(2);
  await world.press(t.activity.csv);
  await world.press(t.activity.json);
  const [csv, json] = await files();
  expect(csv?.text.startsWith('\uFEFF"exported_at_utc"')).toBe(true);
  expect(csv?.text.split('\r\n')).toHaveLength(3);
  expect(csv?.text).toContain(`"'=cmd|' /C calc'!A0"`);
  expect(csv?.text).not.toContain('\u202E');
  expect(JSON.parse(json?.text ?? '')).toMatchObject({
    kind: 'azure-lighthouse-activity',
    unread: [],
    events: [{ operation: 'Microsoft.Storage/storageAccounts/listKeys/action', subscriptionId: factory.id.slice(15) }],
  });
});

it('what began and ended is one action that opens to both entries, under its provider and scope', async () => {
  const files = savedFiles();
  const world = await readLogs();
  const { t, format, reads, choose, row } = world;
  await row('Microsoft.Compute/virtualMachines/restart/action');
  const restarts = world.rows().filter((each) => each.includes('virtualMachines/restart'));
  expect(restarts).toHaveLength(1);
  expect(restarts[0]).toContain('Succeeded');
  await world.press(t.activityGroups.entries(format, 2), await row('virtualMachines/restart'));
  await reads(['Succeeded · ', 'Started · '], await row('Started · '));

  const headings = () => world.rows().filter((each) => each.includes(' action'));
  expect(headings().some((each) => each.startsWith(`Northwind Managed Services · ${store.name}`))).toBe(true);
  await choose(t.activityGroups.group, t.activityGroups.grouping.provider);
  await row(/^Northwind Managed Services \d+ actions/);
  await choose(t.activityGroups.group, t.activityGroups.grouping.none);
  await expect.poll(() => headings()).toEqual([]);
  await world.write(t.activity.search, 'restart');
  // The action, and below it what it opened to.
  await expect.poll(() => world.rows()).toHaveLength(2);
  await world.press(t.activity.csv);
  const [csv] = await files();
  // Both entries of the log, whatever is put together on the screen.
  expect(csv?.text.split('\r\n').filter((line) => line.includes('restart'))).toHaveLength(2);
});

it('a delegation taken back here shows as a change, by the person who did it', async () => {
  const world = await openWorld({ world: 'busy', path: paths.activity });
  const { t, format } = world;
  const there = [...world.emulator.context.world.assignments.values()].find(({ scope }) => scope === store.id);
  const type = 'providers/Microsoft.ManagedServices/registrationAssignments';
  const { access_token: token } = (await world.control('token', { persona: 'owner' })) as { access_token: string };
  const address = `http://localhost:5174${store.id}/${type}/${there?.name}?api-version=2022-10-01`;
  const headers = { authorization: `Bearer ${token}` };
  await world.emulator.handle(new Request(address, { method: 'DELETE', headers }));
  await world.find('checkbox', store.name);
  await world.tick(t.activity.all);
  await world.tick(store.name);
  await world.press(t.activity.read(format, 1));
  await world.user.click(await world.find('tab', new RegExp(`^${t.activity.tab.change}`)));
  await world.row(/registrationAssignments\/delete/);
  const deleted = world.rows().filter((row) => row.includes('registrationAssignments/delete'));
  expect(deleted).toHaveLength(2);
  expect(deleted.every((row) => row.includes('owner') || row.includes('Jiwoo'))).toBe(true);
  expect(deleted.every((row) => row.includes(t.activityGroups.changesDelegation))).toBe(true);
});
