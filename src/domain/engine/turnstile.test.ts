import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';
import { Window } from './window.ts';
import type { Place } from './window.ts';

/** Lets everything happen that can. */
const everything = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

/** Sends callers to the turnstile and tells who got through and who was sent away. */
function callers(turnstile: Turnstile, ...names: readonly string[]): string[] {
  const log: string[] = [];
  for (const name of names) void turnstile.enter().then((admitted) => log.push(admitted ? name : `not ${name}`));
  return log;
}

describe('a turnstile', () => {
  it('that is open lets everyone through', async () => {
    const turnstile = new Turnstile('open');
    const log = callers(turnstile, 'a', 'b');
    await everything();
    expect(log).toEqual(['a', 'b']);
    expect(turnstile.inside).toBe(2);
  });

  it('for single file lets one through until one has proven that the way is free', async () => {
    const turnstile = new Turnstile('single');
    const log = callers(turnstile, 'a', 'b', 'c', 'd');
    await everything();
    expect(log).toEqual(['a']);
    expect(turnstile.leave(false)).toBe(false);
    await everything();
    expect(log).toEqual(['a', 'b']);
    expect(turnstile.leave(true)).toBe(true);
    await everything();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that was closed lets nobody through until it is narrowed', async () => {
    const turnstile = new Turnstile('open');
    turnstile.close();
    const log = callers(turnstile, 'a', 'b');
    await everything();
    expect(log).toEqual([]);
    turnstile.narrow();
    await everything();
    expect(log).toEqual(['a']);
  });

  it('for single file waits for those who are still inside', async () => {
    const turnstile = new Turnstile('open');
    const log = callers(turnstile, 'a');
    await everything();
    turnstile.close();
    turnstile.narrow();
    log.push(...callers(turnstile, 'b'));
    await everything();
    expect(turnstile.inside).toBe(1);
    turnstile.leave(false);
    await everything();
    expect(turnstile.inside).toBe(1);
  });

  it('that is shut sends everyone away, also those who wait', async () => {
    const turnstile = new Turnstile('open');
    turnstile.close();
    const waiting = callers(turnstile, 'a');
    turnstile.shut();
    const late = callers(turnstile, 'b');
    await everything();
    expect([...waiting, ...late]).toEqual(['not a', 'not b']);
    expect(turnstile.inside).toBe(0);
  });
});

describe('a window', () => {
  it('has so many places and no more', async () => {
    const window = new Window(2);
    const places: Place[] = [];
    for (const _ of [1, 2, 3, 4]) void window.take().then((place) => places.push(place));
    await everything();
    expect(places).toHaveLength(2);
    places[0]?.leave();
    places[0]?.leave();
    await everything();
    expect(places).toHaveLength(3);
  });

  it('gives a place to who comes back before who has not begun', async () => {
    const window = new Window(1);
    const first = await window.take();
    first.leave();
    const second = await window.take();
    const order: string[] = [];
    void window.take().then((place) => {
      order.push('new');
      place.leave();
    });
    void first.back().then(() => {
      order.push('back');
      first.leave();
    });
    await everything();
    expect(order).toEqual([]);
    second.leave();
    await everything();
    expect(order).toEqual(['back', 'new']);
  });

  it('lets who has a place keep it', async () => {
    const window = new Window(1);
    const place = await window.take();
    await place.back();
    place.leave();
    await expect(window.take()).resolves.toBeDefined();
  });
});
