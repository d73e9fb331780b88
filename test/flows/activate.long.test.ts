import { expect, it } from 'vitest';
import { activations, eligible, fillIn, ownerOf, send, toForm } from './activateStories.ts';
import { openWorld } from './harness.ts';

it('asks for a ticket where the organisation does, and sends it', async () => {
  const world = await eligible({ ticket: true, maximumDuration: 'PT2H' });
  const { t, format, find, reads } = world;
  await toForm(world);
  await reads(format.list([t.activate.ask.justification, t.activate.ask.ticket]));
  await fillIn(world);
  expect((await find('button', t.activate.action('Owner'))).getAttribute('aria-disabled')).toBe('true');
  await world.write(new RegExp(`^${t.activate.ticketSystem}`), 'ServiceNow');
  await world.write(new RegExp(`^${t.activate.ticketNumber}`), 'CHG001');
  await world.tick(/Owner/);
  await send(world);
  await reads(t.activate.active('Owner'));
  expect(activations(world)).toMatchObject([{ ticketSystem: 'ServiceNow', ticketNumber: 'CHG001' }]);
});

it('steps up for an authentication context whose claims stand in the error, and the same request goes on', async () => {
  const world = await eligible({ authenticationContext: 'c1' });
  const { t, reads } = world;
  await toForm(world);
  await fillIn(world);
  await send(world);
  await reads([t.activate.stepUpTitle, t.activate.stepUpWhat]);
  expect(activations(world)).toEqual([]);
  await world.press(t.activate.stepUp);
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  expect(world.session().trips).toEqual([{ to: 'stepUp', claims }]);
  const [first] = world.writes();
  world.close();

  const back = await openWorld({ persona: 'eligibleOwner', from: world, proved: 'c1', path: '/activate' });
  await back.reads(back.t.activate.active('Owner'));
  expect(back.writes()).toEqual([first]);
  expect(activations(back)).toMatchObject([{ status: 'Provisioned', justification: 'Change 4711' }]);
  back.close();
  const once = await openWorld({ persona: 'eligibleOwner', from: world, path: '/activate' });
  await once.reads(once.t.activate.active('Owner'));
  expect(once.writes()).toEqual([]);
});

it('waits for an approval that can be left and come back to, and says how it ended', async () => {
  const world = await eligible({ approval: true });
  const { t, reads } = world;
  await toForm(world);
  await fillIn(world);
  await send(world);
  await reads(t.activate.pending);
  world.close();

  const later = await openWorld({ persona: 'eligibleOwner', from: world, path: '/activate' });
  await later.reads(later.t.activate.pending);
  const [asked] = activations(later);
  if (!asked) throw new Error('Nothing was asked.');
  asked.status = 'AdminDenied';
  await later.press(later.t.activate.checkAgain);
  await later.reads(later.t.activate.denied);
  asked.status = 'PendingApproval';
  later.close();

  const last = await openWorld({ persona: 'eligibleOwner', from: world, path: '/activate?back=//evil.example' });
  await last.reads(last.t.activate.pending);
  asked.status = 'Provisioned';
  await last.press(last.t.activate.checkAgain);
  await last.reads(last.t.activate.active('Owner'));
  await last.press(last.t.activate.back);
  await last.find('heading', last.t.overview.title);
  expect(last.writes()).toEqual([]);
});

it('what Azure refuses is said, and nothing is active', async () => {
  const world = await eligible({});
  const { t, reads } = world;
  await toForm(world);
  await fillIn(world);
  world.emulator.context.world.activationRules.set(ownerOf, { maximumDuration: 'PT30M', justification: true });
  await send(world);
  await reads(t.problems.activationRefused({ code: 'activationRefused', rule: 'duration' }).what);
  expect(activations(world)).toEqual([]);
});
