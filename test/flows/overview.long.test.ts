import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { costReview, managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { added, createSubscription } from './newSubscription.ts';
import { subscription } from './places.ts';
import { soon } from '../soon.ts';

const payroll = subscription(11);
const store = subscription(4);

it('a picture of the tenant that reads as text: who works where, also where nobody can say', async () => {
  const world = await openWorld({ world: 'busy', path: paths.overview });
  const { t, format, reads } = world;
  await reads([t.overview.map, managedPlatform.name, t.common.subscriptions(format, 6)]);
  await reads([store.name, t.overview.mapWhole(format.list(['Northwind Backup Care', managedPlatform.name]))]);
  await reads([payroll.name, t.map.unread]);
  await reads(t.map.group(format, 3, 3));
  // A provider of another tenant's subscriptions is not on the map of this one.
  expect(world.has('link', 'Contoso shared services')).toBe(false);
  await world.follow(store.name);
  await world.find('heading', t.scopeAccess.title(store.name));
  await reads(t.scopeAccess.together('Northwind Managed Services'));
});

it('what waits comes most urgent first, and new subscriptions are named with the step that covers them', async () => {
  const first = await openWorld({ world: 'busy', path: paths.overview });
  await first.reads(first.t.offers.notDelegatedTitle(costReview.name));
  expect(first.says()).not.toContain(first.t.needs.coverage);
  first.close();
  createSubscription(first);

  const second = await openWorld({ from: first, path: paths.overview });
  const { t, format, reads } = second;
  await reads([
    t.offers.notDelegatedTitle(costReview.name),
    t.needs.newTitle(format, 1, managedPlatform.name),
    added.name,
  ]);
  const buttons = () => second.says().split(t.needs.delegateNew(format, 1)).length - 1;
  await soon(() => expect(buttons()).toBe(3));
  const [button] = [...document.querySelectorAll('button')].filter((one) =>
    one.textContent.includes(t.needs.delegateNew(format, 1)),
  );
  button?.click();
  await reads(t.delegate.summary(format, 1, 0, 1));
});

it('five thousand subscriptions: a few lines with their numbers, which open to smaller groups and to tiles', async () => {
  const world = await openWorld({ world: 'large', pageSize: 1000, path: paths.overview });
  const { t, format, reads } = world;
  await world.find('heading', t.overview.map);
  await reads([t.needs.rightsLater(format, 5000), t.needs.registrationLater(format, 5000)]);
  const lines = () => [...document.querySelectorAll('details')];
  await soon(() => expect(lines().length).toBeGreaterThan(5));
  expect(lines().length).toBeLessThanOrEqual(30);
  expect(world.says(lines()[0])).toMatch(/ of [\d,]+ subscriptions delegated/);
  const open = async (line: HTMLDetailsElement | undefined) => {
    const before = document.querySelectorAll('details *').length;
    line?.querySelector('summary')?.click();
    await soon(() => expect(document.querySelectorAll('details *').length).toBeGreaterThan(before));
  };
  await open(lines()[0]);
  expect(document.querySelectorAll('details li')).toHaveLength(0);
  for (let depth = 1; depth < 4 && document.querySelectorAll('details li').length === 0; depth += 1) {
    await open(lines()[depth]);
  }
  expect(document.querySelectorAll('details li').length).toBeGreaterThan(0);
});

it('waits for nothing that will not come: what Azure refuses to tell is unknown, until it is asked again', async () => {
  const refused = { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'The client may not do this.' };
  const faults = ['* /subscriptions/**', '* /subscriptions', '* /providers/**'].map((route) => ({
    route,
    action: refused,
  }));
  const world = await openWorld({ path: paths.overview, faults });
  const { t, format, reads } = world;
  await reads([t.overview.mayUnknown, t.overview.registeredUnknown]);
  expect(world.says()).not.toContain(t.overview.checking);
  await world.repair();
  await world.press(t.common.retry);
  await reads(t.overview.may(format, 15, 16));
});

it('says what is being checked while it is checked', async () => {
  const world = await openWorld({ faults: [{ route: '* /**', action: { kind: 'stall' } }] });
  const { t } = world;
  await world.reads([t.overview.mayChecking, t.offers.title, t.overview.registeredChecking]);
});
