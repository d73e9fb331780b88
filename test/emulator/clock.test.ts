import { describe, expect, it } from 'vitest';
import { followingClock, frozenClock } from './clock.ts';

describe('a following clock', () => {
  it('goes on with real time, from where it was set, moved on by advance, until it is restarted', () => {
    const startAt = Date.UTC(2031, 5, 1);
    const clock = followingClock(startAt);
    expect(clock.now()).toBeGreaterThanOrEqual(startAt);
    clock.advance(3_600_000);
    expect(clock.now()).toBeGreaterThanOrEqual(startAt + 3_600_000);
    clock.restart();
    expect(clock.now()).toBeLessThan(startAt + 3_600_000);
    expect(Math.abs(followingClock().now() - Date.now())).toBeLessThan(3_600_000);
  });
});

describe('a frozen clock', () => {
  it('moves when it is told to', () => {
    const clock = frozenClock(1_000);
    clock.advance(500);
    expect(clock.now()).toBe(1_500);
    clock.restart();
    expect(clock.now()).toBe(1_000);
  });
});
