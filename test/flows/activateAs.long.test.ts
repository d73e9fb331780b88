import { expect, it } from 'vitest';
import { activations } from './activateStories.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld, type World } from './harness.ts';
import { scopesPath, subscription, type Place } from './places.ts';
import { confirmAndRun } from './stories.ts';

/* The people of the demo whose organisation asks for more than a reason before they become Owner. */

const store = subscription(4);
const management = subscription(2);
const development = subscription(9);

/** From a subscription that may not be delegated yet to the form, with the reason filled in. */
async function ask(persona: string, place: Place): Promise<World> {
  const world = await openWorld({ persona, path: scopesPath([place]) });
  const { t, row, find } = world;
  await world.follow(t.activate.open, await row(place.name));
  await find('button', t.activate.action('Owner'));
  await world.write(new RegExp(`^${t.activate.reason}`), 'Change 4711');
  return world;
}

const send = async (world: World) => {
  await world.tick(/Owner/);
  await world.press(world.t.activate.action('Owner'));
};

/** Says yes or no on the emulator's control page. */
async function decide(world: World, decision: 'approve' | 'deny'): Promise<void> {
  const name = activations(world).at(-1)?.name;
  const page = await world.emulator.handle(new Request('http://localhost:5174/_emulator/'));
  expect(await page.text()).toContain('Change 4711');
  await world.control('approvals', { name, decision });
}

it('approvalOwner leaves, is approved on the control page, comes back and delegates', async () => {
  const world = await ask('approvalOwner', store);
  await send(world);
  await world.reads(world.t.activate.pending);
  await world.follow(world.t.frame.overview);
  world.close();
  await decide(world, 'approve');

  const back = await openWorld({ persona: 'approvalOwner', from: world, path: '/activate' });
  await back.reads(back.t.activate.active('Owner'));
  await back.follow(back.t.frame.overview);
  await back.press(back.t.offers.delegate);
  await back.reads(back.t.readiness.ready, await back.row(store.name));
  // Elsewhere nothing has changed.
  await back.reads(back.t.readiness.blocked, await back.row(management.name));
  await back.tick(back.t.delegate.selectRow(store.name));
  await back.press(back.t.delegate.review);
  await confirmAndRun(back, 1);
  await back.find('heading', back.t.run.endedAll(back.t.common.scopes(back.format, 1)));
  expect(delegationsIn(back)).toEqual([store.id]);
});

it('approvalOwner is denied, reads it, and may ask again', async () => {
  const world = await ask('approvalOwner', store);
  const { t, reads } = world;
  await send(world);
  await reads(t.activate.pending);
  await decide(world, 'deny');
  await world.press(t.activate.checkAgain);
  await reads(t.activate.denied);
  await world.write(new RegExp(`^${t.activate.reason}`), 'Change 4711, as agreed');
  await send(world);
  await reads(t.activate.pending);
  expect(activations(world).map(({ status }) => status)).toEqual(['AdminDenied', 'PendingApproval']);
});

it('ticketOwner gives a ticket, for two hours at most', async () => {
  const world = await ask('ticketOwner', management);
  const { t, reads } = world;
  await world.write(new RegExp(`^${t.activate.ticketSystem}`), 'ServiceNow');
  await world.write(new RegExp(`^${t.activate.ticketNumber}`), 'CHG001');
  await send(world);
  await reads(t.activate.active('Owner'));
  expect(activations(world)).toMatchObject([{ ticketNumber: 'CHG001' }]);
});

it('contextOwner is asked for a stronger sign-in before anything is asked for', async () => {
  const world = await ask('contextOwner', development);
  const { t, reads } = world;
  await send(world);
  await reads([t.activate.stepUpTitle, t.activate.stepUpWhat]);
  expect(activations(world)).toEqual([]);
});

it('an activation that may end before the run does is said at the review', async () => {
  const world = await ask('ticketOwner', management);
  const { t, reads, press } = world;
  await world.write(new RegExp(`^${t.activate.ticketSystem}`), 'ServiceNow');
  await world.write(new RegExp(`^${t.activate.ticketNumber}`), 'CHG001');
  await send(world);
  await reads(t.activate.active('Owner'));
  world.device.passTime(58 * 60_000);
  await press(t.activate.back);
  await world.press(t.delegate.review);
  await reads([t.roleEnds.before.close(t.roleEnds.underAMinute), t.roleEnds.missed]);
  // So soon that the way to more time stands beside it.
  await world.find('link', t.activate.open);
});
