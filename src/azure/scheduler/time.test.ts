import { describe, expect, it } from 'vitest';
import { createTime } from './time.ts';

/** A clock that does what a test says when it waits. */
function surroundings(onWait: (ms: number, clock: { now: number }) => void) {
  const clock = { now: 1_000_000 };
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
    onWait(ms, clock);
  };
  return { clock, waits, now: () => clock.now, wait };
}

describe('waiting', () => {
  it('passes when the time has passed', async () => {
    const world = surroundings((ms, clock) => (clock.now += ms));
    const time = createTime(world);
    expect(await time.pause(5000)).toBe('passed');
    expect(time.now()).toBe(5000);
  });

  it('waits on when a timer rings a little early', async () => {
    const world = surroundings((ms, clock) => (clock.now += Math.max(1, ms - 3)));
    expect(await createTime(world).pause(100)).toBe('passed');
    expect(world.waits).toEqual([100, 3, 2, 1]);
  });

  it('is stopped when the wait is cut short', async () => {
    const world = surroundings((_, clock) => (clock.now += 10));
    expect(await createTime(world).pause(5000)).toBe('stopped');
  });

  it('is stopped, and does not spin, when waits no longer take any time', async () => {
    const world = surroundings(() => {});
    expect(await createTime(world).pause(5000)).toBe('stopped');
    expect(world.waits).toHaveLength(1);
  });

  it('does not take a clock that was set back for a stop', async () => {
    const world = surroundings((_, clock) => (clock.now -= 3_600_000));
    const time = createTime(world);
    expect(await time.pause(5000)).toBe('passed');
    expect(time.now()).toBe(5000);
  });

  it('does not spin on a clock coarser than the wait', async () => {
    const world = surroundings(() => {});
    expect(await createTime(world).pause(20)).toBe('passed');
    expect(world.waits).toHaveLength(1);
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    const time = createTime({ now: () => 0, wait: () => new Promise(() => {}) });
    const waiting = time.pause(5000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
