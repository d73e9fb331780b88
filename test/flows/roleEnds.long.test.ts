import { expect, it } from 'vitest';
import type { Emulator } from '../emulator/emulator.ts';
import { personaId } from '../emulator/worlds/people.ts';
import { roleId } from '../emulator/worlds/roleCatalog.ts';
import { openWorld, type World } from './harness.ts';
import { scopesPath } from './places.ts';
import { confirmAndRun } from './stories.ts';

const minute = 60_000;
const role = roleId('Owner');
const principalId = personaId('eligibleOwner');

/** So many subscriptions, and the right to delegate them for so many minutes more. */
function activeFor(minutes: number, count: number): (emulator: Emulator) => void {
  return ({ context: { world, clock } }) => {
    for (const id of [...world.subscriptions.keys()].slice(count)) {
      world.subscriptions.delete(id);
      world.resourceGroups.delete(id);
    }
    const eligible = world.roleEligibilities.find((each) => each.principalId === principalId && each.role === role);
    if (!eligible) throw new Error('Nobody may become Owner.');
    world.roleActivations.push({
      name: crypto.randomUUID(),
      scope: eligible.scope,
      principalId,
      role,
      eligibility: eligible.name,
      status: 'Provisioned',
      createdAt: clock.now() - minute,
      startsAt: clock.now() - minute,
      endsAt: clock.now() + minutes * minute,
    });
  };
}

/** On the review of everything that can be delegated, with how many scopes that is. */
async function reviewAll(
  estate: 'small' | 'large',
  minutes: number,
): Promise<{ readonly world: World; readonly scopes: number }> {
  const prepare = activeFor(minutes, 1300);
  const world = await openWorld({
    world: estate,
    pageSize: 1000,
    persona: 'eligibleOwner',
    prepare,
    path: scopesPath(),
  });
  const { t, format, find, reads } = world;
  await reads(`${t.delegate.filter.notChecked} 0`);
  const all = await find('button', new RegExp(t.delegate.selectAllReady(format, 0).replace('0', '[1-9]\\d*')));
  const scopes = Number(/\d+/.exec(all.textContent)?.[0]);
  await world.user.click(all);
  await world.press(t.delegate.review);
  await find('button', t.review.action(format, scopes));
  return { world, scopes };
}

/** The sentence with this time and whatever time of day. */
function until(sentence: (time: string, end: string) => string, time: string): RegExp {
  const [before = '', after = ''] = sentence(time, '@').split('@');
  return new RegExp(`${before}\\d\\d:\\d\\d${after}`);
}

it('a few scopes: the activated role lasts, and the review says so, until it has ended', async () => {
  const { world, scopes } = await reviewAll('small', 6);
  const { t, reads, has } = world;
  expect(scopes).toBeGreaterThan(1);
  await reads(t.roleEnds.before.enough(t.roleEnds.underAMinute));
  expect(has('link', t.activate.open)).toBe(false);
  world.device.passTime(7 * minute);
  await world.tick(/./);
  await reads(t.roleEnds.endedWhat.before);
  expect(has('link', t.activate.open)).toBe(true);
});

it('many scopes: the same role ends before the run would, which the review says, and the run as long as it is so', async () => {
  const { world, scopes } = await reviewAll('large', 6);
  const { t, format, reads, has, device } = world;
  const about = (minutes: number) => t.roleEnds.about(format.minutes(minutes));
  expect(scopes).toBeGreaterThan(600);
  await reads(until(t.roleEnds.before.tooShort, about(8)));
  await reads(t.roleEnds.missed);
  expect(has('link', t.activate.open)).toBe(true);

  device.passTime(3 * minute);
  const release = device.holdRequests(/^PUT /);
  await confirmAndRun(world, scopes);
  await world.find('table', t.run.table);
  // How much is done by then is not told by this story.
  await reads(until(t.roleEnds.during.tooShort, about(4).replace('4', '\\d')));
  release();
});
