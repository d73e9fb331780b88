import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { languages } from '../../src/text/language.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { subscription } from './places.ts';

const payroll = subscription(11);

it.each(languages)('a delegation whose offer is gone can be taken back all the same, in %s', async (language) => {
  const world = await openWorld({
    world: 'busy',
    language,
    path: `${paths.delegations}?q=${encodeURIComponent(payroll.name)}`,
  });
  const { t, format, reads, find, press, tick, row, follow } = world;
  const before = delegationsIn(world);
  expect(before).toContain(payroll.id);
  await reads(t.delegations.conditions.unreadable, await row(payroll.name));
  await tick(t.delegations.selectRow(payroll.name, t.delegations.unknownOffer));
  await press(t.delegations.remove(format, 1));

  await find('heading', t.removeUnread.title);
  await reads([t.removeUnread.accessTitle, t.removeUnread.accessWhat, payroll.name, t.removeUnread.overlap]);
  expect(world.writes()).toEqual([]);
  await tick(t.removeUnread.confirm(format, 1));
  await press(t.remove.action(format, 1));
  await find('heading', t.change.endedAll.remove(t.change.steps(format, 1)));
  expect(delegationsIn(world)).toEqual(before.filter((scope) => scope !== payroll.id));
  expect(world.written().map((line) => line.split(' ')[0])).toEqual(['DELETE']);

  await press(t.run.receipt);
  await reads([t.removeUnread.provider, t.change.done.remove, t.change.goneReadBack]);
  await follow(t.frame.delegations);
  await reads(t.delegations.all(format, 15));
});
