import { describe, expect, it } from 'vitest';
import { wordsOf } from '../browser/words.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { reviewPath, subscription } from './places.ts';
import { confirmAndRun, confirmInVain } from './stories.ts';
import { soon } from '../soon.ts';

const management = subscription(2);
const identity = subscription(3);
const store = subscription(4);
const factory = subscription(8);
const three = [management, store, factory];

describe('while a run goes on', () => {
  it('stopping it finishes what is being written, and leaves the rest as it was', async () => {
    const world = await openWorld({ path: reviewPath(three) });
    const { t, format, reads, row } = world;
    const arrive = world.device.holdRequests(/^PUT /);
    await confirmAndRun(world, 3);
    await soon(() => expect(world.device.sent.filter(({ method }) => method === 'PUT')).toHaveLength(1));
    await reads(t.run.state.delegating);
    await world.press(t.run.stop);
    await reads(t.run.stopping);
    arrive();
    await reads(t.run.stopped);
    // Which of them was first is not promised.
    const [first] = three.filter(({ id }) => delegationsIn(world).includes(id));
    for (const { name } of three)
      await reads(name === first?.name ? t.run.state.done : t.run.state.stopped, await row(name));
    expect(delegationsIn(world)).toHaveLength(1);
    expect(world.writes()).toHaveLength(1);

    await world.press(t.run.retryAll(format, 2));
    await world.find('heading', t.run.endedAll('3 scopes'));
    expect(delegationsIn(world)).toEqual(three.map(({ id }) => id));
    expect(world.writes()).toHaveLength(3);
  });

  it('stopping it while Azure asks for a long wait sends nothing after the wait', async () => {
    const world = await openWorld({ path: reviewPath(three), switches: { exposedHeaders: 'all' } });
    const { t, reads, row, device } = world;
    await world.fault({ route: 'PUT /**', action: { kind: 'throttle', seconds: 240 } });
    const goOn = device.holdTime();
    await confirmAndRun(world, 3);
    await reads(t.run.state.delegating, await row(management.name));
    await soon(() => expect(world.writes()).toHaveLength(1));
    await world.press(t.run.stop);
    await reads(t.run.stopped);
    for (const { name } of three) await reads(t.run.state.stopped, await row(name));
    await world.repair();
    goOn();
    await device.surroundings.wait(3_600_000);
    expect(world.writes()).toHaveLength(1);
    expect(delegationsIn(world)).toEqual([]);
  });

  it('a device that falls asleep looks what became of what was under way, and goes on', async () => {
    const world = await openWorld({ path: reviewPath(three), storage: true });
    const { t, reads, row, device } = world;
    const arrive = device.holdRequests(/^PUT /);
    await confirmAndRun(world, 3);
    await reads(t.run.state.delegating, await row(management.name));
    device.sleep(8 * 3_600_000);
    arrive();
    await world.find('heading', t.run.endedAll('3 scopes'));
    expect(delegationsIn(world)).toEqual(three.map(({ id }) => id));
    expect(new Set(world.written()).size).toBe(3);
  });

  it('its first write goes alone, even where that is a registration', async () => {
    const world = await openWorld({ path: reviewPath([management, identity]) });
    const { t, reads, row } = world;
    const arrive = world.device.holdRequests(/^POST .*\/register$/);
    const look = world.device.holdRequests(new RegExp(`^GET ${management.id}/.*/registrationAssignments`, 'i'));
    await confirmAndRun(world, 2);
    await reads(t.run.state.registering, await row(identity.name));
    await soon(() => expect(world.device.sent.some(({ url }) => url.includes('/register?'))).toBe(true));
    look();
    await reads(t.run.state.delegating, await row(management.name));
    expect(world.writes()).toEqual([]);
    arrive();
    await world.find('heading', t.run.endedAll('2 scopes'));
    expect(world.writes()[0]).toBe(`POST ${identity.id}/providers/Microsoft.ManagedServices/register`);
  });

  it('another language changes the words and nothing else', async () => {
    const world = await openWorld({ path: reviewPath(three), timing: 'azure' });
    const { t, reads, row } = world;
    const { t: ko, format } = wordsOf.ko;
    const goOn = world.device.holdTime();
    await confirmAndRun(world, 3);
    await reads(t.run.state.confirming, await row(factory.name));
    await world.choose(t.frame.language, '한국어');
    await reads(ko.run.state.confirming, await row(factory.name));
    expect(document.documentElement.lang).toBe('ko');
    expect(world.says()).not.toContain(t.run.state.confirming);
    goOn();
    await world.find('heading', ko.run.endedAll(ko.common.scopes(format, 3)));
    expect(world.writes()).toHaveLength(3);
  });

  it('every other page shows that it goes on', async () => {
    const world = await openWorld({ path: reviewPath(three), timing: 'azure' });
    const { t, reads } = world;
    const goOn = world.device.holdTime();
    await confirmAndRun(world, 3);
    await reads(t.run.state.confirming, await world.row(factory.name));
    await world.follow(t.frame.registration);
    await reads(t.frame.runInProgress('0', '3'));
    goOn();
    await world.follow(t.frame.overview);
    await reads(t.overview.allDelegated);
    expect(delegationsIn(world)).toHaveLength(3);
  });

  it('no second one can be started', async () => {
    const world = await openWorld({ path: reviewPath(three), timing: 'azure' });
    const { t, reads } = world;
    world.device.holdTime();
    await confirmAndRun(world, 3);
    await reads(t.run.state.confirming, await world.row(factory.name));
    window.history.pushState(null, '', reviewPath([identity]));
    window.dispatchEvent(new PopStateEvent('popstate'));
    await reads([t.review.busyTitle, t.review.busyWhat]);
    await confirmInVain(world, 1);
    expect(world.writes()).toHaveLength(3);
  });
});

describe('when the device loses its network', () => {
  it('the run waits without writing, and goes on by itself when it is back', async () => {
    const world = await openWorld({ path: reviewPath(three), timing: 'azure' });
    const { t, reads, row, device } = world;
    const goOn = device.holdTime();
    await confirmAndRun(world, 3);
    await reads(t.run.state.confirming, await row(factory.name));
    device.goOffline();
    goOn();
    await reads([t.run.offlineTitle, t.run.offlineWhat]);
    await device.quiet();
    const sent = world.requests().length;
    await device.surroundings.wait(3_600_000);
    expect(world.requests()).toHaveLength(sent);
    device.goOnline();
    await world.find('heading', t.run.endedAll('3 scopes'));
    expect(world.writes()).toHaveLength(3);
  });

  it('before it began, nothing is written until it is back', async () => {
    const world = await openWorld({ path: reviewPath(three) });
    const { t, reads, device } = world;
    await world.find('heading', t.review.confirmTitle);
    device.goOffline();
    await confirmAndRun(world, 3);
    await reads(t.run.offlineTitle);
    expect(world.writes()).toEqual([]);
    device.goOnline();
    await world.find('heading', t.run.endedAll('3 scopes'));
    expect(delegationsIn(world)).toHaveLength(3);
  });
});
