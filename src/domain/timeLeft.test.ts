import { describe, expect, it } from 'vitest';
import { copyIn, subscription, subscriptionNo } from '../../test/domain/offers.ts';
import { delegationId } from './ids.ts';
import type { ItemRun, Phase } from './run.ts';
import { timeLeftOf } from './timeLeft.ts';

const running: Phase = { name: 'running' };
const waiting: ItemRun = { status: { state: 'waiting' }, attempts: [] };

function working(startedAt: number): ItemRun {
  return { status: { state: 'confirming' }, attempts: [], startedAt };
}

function done(startedAt: number, endedAt: number): ItemRun {
  const name = 'dddddddd-0000-4000-8000-000000000001';
  const proof = {
    delegationId: delegationId(subscription(1).id, name),
    copyId: copyIn(1).id,
    readAt: endedAt,
    clientRequestId: subscriptionNo(1),
  };
  return { status: { state: 'done', proof }, attempts: [], startedAt, endedAt };
}

/** So many, one after another. */
function several(n: number, make: (at: number) => ItemRun): readonly ItemRun[] {
  return Array.from({ length: n }, (_, at) => make(at));
}

describe('the time left', () => {
  it('is unknown before anything has ended', () => {
    expect(timeLeftOf({ items: [working(0), waiting], phase: running }, 5000)).toBeUndefined();
    expect(
      timeLeftOf({ items: [done(0, 17_000), ...several(9, () => waiting)], phase: running }, 17_000),
    ).toBeUndefined();
  });

  it('is unknown during a pause, and when the rest takes longer than it should', () => {
    const items = [...several(10, (n) => done(n * 100, 17_000 + n * 100)), working(1000)];
    const paused: Phase = { name: 'paused', why: 'offline', problem: { code: 'offline' } };
    expect(timeLeftOf({ items, phase: paused }, 18_000)).toBeUndefined();
    expect(timeLeftOf({ items, phase: running }, 60_000)).toBeUndefined();
  });

  it('is what the youngest needs, once everything has begun', () => {
    const items = [...several(10, (n) => done(n * 100, 17_000 + n * 100)), working(1000), working(5000)];
    expect(timeLeftOf({ items, phase: running }, 18_000)).toBe(5000 + 17_000 - 18_000);
  });

  it('follows the rate of what has ended, and then the last one still takes its time', () => {
    // One per second, each taking 17 seconds; 60 to go.
    const items = [...several(20, (n) => done(n * 1000, 17_000 + n * 1000)), ...several(60, () => waiting)];
    expect(timeLeftOf({ items, phase: running }, 36_000)).toBe(60_000 + 17_000);
  });

  it('counts by when things ended, in whatever order they stand, and only what was begun', () => {
    const never: ItemRun = { status: { state: 'stopped' }, attempts: [], endedAt: 1 };
    const ended = several(20, (n) => done(n * 1000, 17_000 + n * 1000));
    const items = [...ended.toReversed(), never, ...several(60, () => waiting)];
    expect(timeLeftOf({ items, phase: running }, 36_000)).toBe(60_000 + 17_000);
    // One that took far longer is what the rest may take; the fastest of them is not.
    const uneven = [done(0, 1000), done(0, 9000), done(0, 2000), done(0, 8000)];
    expect(timeLeftOf({ items: [...uneven, working(9000)], phase: running }, 9000)).toBe(9000);
    expect(timeLeftOf({ items: [...uneven, never, working(9000)], phase: running }, 18_000)).toBeUndefined();
  });

  it('follows the rate while others are under way', () => {
    const ended = several(20, (n) => done(n * 1000, 17_000 + n * 1000));
    const items = [...ended, ...several(6, (n) => working(20_000 + n * 1000)), ...several(60, () => waiting)];
    expect(timeLeftOf({ items, phase: running }, 36_000)).toBe(60_000 + 17_000);
  });

  it('goes by the youngest that is under way, and by the slower ones whenever they ended', () => {
    const young = [...several(4, () => done(0, 8000)), done(9000, 9500), working(2000)];
    expect(timeLeftOf({ items: young, phase: running }, 9600)).toBe(2000 + 8000 - 9600);
    const slowFirst = [done(0, 9000), ...several(3, (n) => done(8000, 9100 + n * 100)), working(9000)];
    expect(timeLeftOf({ items: slowFirst, phase: running }, 9400)).toBe(9000 + 9000 - 9400);
  });

  it('needs four ends to know a rate, at more than one moment', () => {
    const left = (...ended: readonly ItemRun[]) => timeLeftOf({ items: [...ended, waiting], phase: running }, 20_000);
    expect(left(...several(3, (n) => done(0, 1000 + n)))).toBeUndefined();
    expect(left(...several(4, (n) => done(0, 1000 + n * 300)))).toBe(300 + 1900);
    expect(left(...several(4, () => done(0, 1000)))).toBeUndefined();
  });

  it('stands still in a pause, with all that was known before', () => {
    const items = [...several(10, (n) => done(n * 100, 17_000 + n * 100)), ...several(5, () => waiting)];
    const paused: Phase = { name: 'paused', why: 'offline', problem: { code: 'offline' } };
    expect(timeLeftOf({ items, phase: running }, 18_000)).toBeDefined();
    expect(timeLeftOf({ items, phase: paused }, 18_000)).toBeUndefined();
  });

  it('notices when Azure becomes slower', () => {
    const fast = several(100, (n) => done(n * 100, 1000 + n * 100));
    const slow = several(30, (n) => done(11_000 + n * 2000, 41_000 + n * 2000));
    const left = timeLeftOf({ items: [...fast, ...slow, ...several(10, () => waiting)], phase: running }, 100_000);
    expect(left).toBe(10 * 2000 + 30_000);
  });
});
