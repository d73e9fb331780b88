import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import type { Emulator } from '../emulator/emulator.ts';
import { openWorld } from './harness.ts';
import { scopesPath } from './places.ts';

/** The parameter of the address that says what is chosen. */
const chosen = () => new URLSearchParams(location.search).get('s') ?? '';

/** Only so many of its subscriptions: enough for what is asked here, and many times as fast. */
function only(count: number): (emulator: Emulator) => void {
  return ({ context }) => {
    const { subscriptions, resourceGroups } = context.world;
    for (const id of [...subscriptions.keys()].slice(count)) {
      subscriptions.delete(id);
      resourceGroups.delete(id);
    }
  };
}

it('more scopes than fit a link travel as the filter they were chosen by, or are kept in the tab', async () => {
  const world = await openWorld({ world: 'large', prepare: only(400), path: scopesPath() });
  const { t, format, reads, write, press, has } = world;
  const selectAll = new RegExp(t.delegate.selectAllReady(format, 0).replace('0', '\\d+'));
  const count = async () => Number(/\d+/.exec((await world.find('button', selectAll)).textContent)?.[0]);
  await reads(`${t.delegate.filter.all} 400`);
  await reads(`${t.delegate.filter.notChecked} 0`);

  const all = await count();
  await write(t.delegate.search, ' EU ');
  await waitFor(async () => expect(await count()).toBeLessThan(all));
  const europe = await count();
  expect(europe).toBeGreaterThan(40);
  await press(selectAll);
  await reads(new RegExp(`^.*${europe} selected: `));
  await waitFor(() => expect(chosen()).toMatch(/^f\.t/));
  expect(location.href.length).toBeLessThan(2000);
  const byFilter = `${location.pathname}${location.search}`;

  await write(t.delegate.search, 'web');
  await waitFor(async () => expect(await count()).not.toBe(europe));
  await press(selectAll);
  await waitFor(() => expect(chosen()).toMatch(/^k\./));
  const kept = `${location.pathname}${location.search}`;
  const [both] = /\d+ selected: /.exec(world.says()) ?? [];
  world.close();

  const reloaded = await openWorld({ from: world, path: kept });
  await reloaded.reads(both ?? 'nothing');
  reloaded.close();

  const colleague = await openWorld({ from: world, persona: 'externalMemberOwner', path: byFilter });
  await colleague.reads(`${europe} selected: `);
  await colleague.press(t.delegate.review);
  await colleague.reads(t.review.numbers.delegate(format, europe));
  expect(has('alert')).toBe(false);
  expect([...world.writes(), ...colleague.writes()]).toEqual([]);
});

it('while all resource groups are read, only what somebody looks at is checked; then everything else', async () => {
  const world = await openWorld({ world: 'large', prepare: only(1200), pageSize: 1000, path: scopesPath() });
  const { t, device, press, find, reads } = world;
  const asked = () => device.sent.filter(({ url }) => /permissions/i.test(url)).length;
  const check = device.holdRequests(/permissions/i);
  await find('button', t.delegate.showGroups);
  const answer = device.holdRequests(/ResourceGraph/);
  await press(t.delegate.showGroups);
  await find('button', t.delegate.stopGroups);
  // What has been begun comes to its end.
  check();
  await device.surroundings.wait(600_000);
  const before = asked();
  expect(before).toBeLessThan(300);

  answer();
  await find('button', t.delegate.hideGroups);
  await reads(`${t.delegate.filter.notChecked} 0`);
  expect(asked()).toBeGreaterThan(before + 700);
});
