import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { added, createSubscription } from './newSubscription.ts';
import { subscription } from './places.ts';
import { soon } from '../soon.ts';

it('says how far each offer reaches, and one click chooses the rest', async () => {
  const world = await openWorld({ world: 'busy', path: paths.coverage });
  const { t, format, reads, press } = world;
  await reads([managedPlatform.name, t.coverage.numbers(format, 4, 15), t.coverage.partly(format, 1)]);
  await reads(t.coverage.closed(format, 1));
  expect(world.says()).not.toContain(t.coverage.newTag);
  await press(`${t.coverage.topUp(format, 11)}: ${managedPlatform.name}`);
  await world.find('heading', t.delegate.title(managedPlatform.name));
  await reads(/11 selected/);
});

it('marks the subscriptions that are new since the last visit until they are seen', async () => {
  const first = await openWorld({ world: 'busy', path: paths.coverage });
  await first.reads(first.t.coverage.numbers(first.format, 4, 15));
  expect(first.says()).not.toContain(first.t.coverage.markSeen);
  first.close();
  createSubscription(first);

  const second = await openWorld({ from: first, path: paths.coverage });
  const { t, format, reads, press } = second;
  await reads([t.coverage.newTitle(format, 1), added.name]);
  await reads([managedPlatform.name, t.coverage.numbers(format, 4, 16), t.coverage.fresh(format, 1)]);
  await press(t.coverage.markSeen);
  await soon(() => expect(second.says()).not.toContain(t.coverage.newTitle(format, 1)));
  const kept = Object.values(localStorage).join();
  expect(kept).not.toContain(added.name);
  expect(kept).not.toContain(subscription(1).name);
  second.close();

  const third = await openWorld({ from: first, path: paths.coverage });
  await third.reads(t.coverage.numbers(format, 4, 16));
  expect(third.says()).not.toContain(t.coverage.fresh(format, 1));
});
