import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { northwind } from '../emulator/worlds/tenants.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { keyOf, subscription } from './places.ts';
import { delegateAsColleague } from './stories.ts';
import { tellings } from './tellings.ts';

const management = subscription(2);
const store = subscription(4);

it.each(tellings(import.meta.filename))(
  'a whole offer is taken back, and the receipt says so, in %s',
  async (language) => {
    const before = await openWorld({ language });
    await delegateAsColleague(before, management);
    await delegateAsColleague(before, store);
    before.close();
    const world = await openWorld({ language, from: before, path: paths.offer(keyOf(managedPlatform)) });
    const { t, format, reads, find, press, tick } = world;
    await press(t.remove.link);
    await reads(t.remove.sentence(northwind.displayName, t.common.scopes(format, 2)));
    await reads([
      t.remove.numbers.delegations(format, 2),
      management.name,
      store.name,
      t.remove.numbers.copies(format, 1),
    ]);
    expect(world.writes()).toEqual([]);

    await tick(t.remove.confirm(northwind.displayName, northwind.id, t.common.scopes(format, 2)));
    await press(t.remove.action(format, 2));
    await find('heading', t.change.endedAll.remove(t.change.steps(format, 3)));
    expect([...delegationsIn(world), ...copiesIn(world)]).toEqual([]);
    const written = world.written();
    expect(written.map((line) => line.split(' ')[0])).toEqual(['DELETE', 'DELETE', 'DELETE']);
    expect(written.at(-1)).toContain('registrationDefinitions');

    await press(t.run.receipt);
    await reads([
      t.change.summary.remove(format, 3, 3),
      t.change.done.remove,
      t.change.goneReadBack,
      t.change.done.removeCopy,
    ]);
    await reads(t.change.authorizations.remove);
    await world.follow(t.frame.offers);
    await reads(t.offers.emptyTitle);
  },
);
