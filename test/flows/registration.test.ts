import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { tellings } from './tellings.ts';
import { openWorld, type World } from './harness.ts';
import { subscription, type Place } from './places.ts';
import { long } from '../long.ts';

const connectivity = subscription(1);
const identity = subscription(3);
const sap = subscription(6);
const contributor = { persona: 'contributor', path: paths.registration, timing: 'azure' } as const;
const registerCall = ({ id }: Place) => `POST ${id}/providers/Microsoft.ManagedServices/register`;

/** What Azure has on record of these. */
function statesOf({ emulator, device }: World, places: readonly Place[]) {
  return places.map(({ id }) => {
    const found = emulator.context.world.subscriptions.get(id.replace('/subscriptions/', ''));
    return found?.registration === 'Registering' && (found.registeredAt ?? 0) <= device.clock.now()
      ? 'Registered'
      : found?.registration;
  });
}

describe.each(tellings(import.meta.filename))('somebody with Contributor, in %s', (language) => {
  it('registers one subscription, and sees it happen', async () => {
    const world = await openWorld({ ...contributor, language });
    const { t, format, reads, row } = world;
    await reads(t.registration.counts('4', '16'));
    await reads(t.registration.state.notRegistered, await row(connectivity.name));
    const goOn = world.device.holdTime();
    await world.press(t.registration.actionOneLabel(connectivity.name));
    await reads(t.registration.running('0', '1'));
    await reads(t.registration.state.registering, await row(connectivity.name));
    goOn();
    await reads(t.registration.finished(format, 1));
    await reads(t.registration.state.registered, await row(connectivity.name));
    await reads(t.registration.counts('5', '16'));
    expect(world.writes()).toEqual([registerCall(connectivity)]);
    expect(statesOf(world, [connectivity])).toEqual(['Registered']);
  });
});

it('registers some, chosen one by one', long, async () => {
  const world = await openWorld(contributor);
  const { t, format } = world;
  await world.tick(t.registration.selectRow(connectivity.name));
  await world.tick(t.registration.selectRow(identity.name));
  await world.reads(t.registration.summary(format, 2));
  await world.press(t.registration.action(format, 2));
  await world.reads(t.registration.finished(format, 2));
  expect(world.writes().toSorted()).toEqual([connectivity, identity].map(registerCall));
});

it('registers all that can be', long, async () => {
  const world = await openWorld(contributor);
  const { t, format } = world;
  await world.press(t.registration.selectAll(format, 11));
  await world.press(t.registration.action(format, 11));
  await world.reads(t.registration.finished(format, 11));
  await world.reads(t.registration.counts('15', '16'));
  expect(new Set(world.writes()).size).toBe(11);
  expect(world.writes()).toHaveLength(11);
});

it('what fails says why and stops no other; it can be tried again', long, async () => {
  const world = await openWorld(contributor);
  const { t, format } = world;
  const message = 'The client does not have authorization to perform action.';
  await world.fault({
    route: `POST ${identity.id}/providers/Microsoft.ManagedServices/register`,
    times: 1,
    action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message },
  });
  for (const { name } of [connectivity, identity, sap]) await world.tick(t.registration.selectRow(name));
  await world.press(t.registration.action(format, 3));
  await world.reads([t.registration.finished(format, 2), t.registration.failed(format, 1)]);
  const { title, next } = t.problems.notAllowed({ code: 'notAllowed' });
  await world.reads([title, next, message], await world.row(identity.name));
  expect(statesOf(world, [connectivity, identity, sap])).toEqual(['Registered', 'NotRegistered', 'Registered']);

  await world.press(t.registration.actionOneLabel(identity.name));
  await world.reads(t.registration.finished(format, 3));
  expect(statesOf(world, [identity])).toEqual(['Registered']);
});

it('finds subscriptions by name and by what is to be done', long, async () => {
  const world = await openWorld(contributor);
  const { t } = world;
  await world.reads(t.registration.counts('4', '16'));
  await world.user.click(await world.find('tab', /^Registered/));
  expect(world.rows()).toHaveLength(4);
  await world.write(t.registration.search, '제조');
  await world.reads('제조 실행 시스템 - 운영');
  await expect.poll(() => world.rows()).toHaveLength(1);
  await world.write(t.registration.search, 'no such thing');
  await world.press(t.registration.showAll);
  await expect.poll(() => world.rows()).toHaveLength(16);
});
