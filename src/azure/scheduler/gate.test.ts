import { assert, integer, property, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBucket, createWindow, type Gate } from './gate.ts';

/** Lets requests through as soon as the gate allows, after the given pauses; answers when each went. */
function drive(gate: Gate, pauses: readonly number[]): readonly number[] {
  let now = 0;
  return pauses.map((pause) => {
    now += pause;
    now += gate.delay(now);
    gate.take(now);
    return now;
  });
}

describe('a token bucket', () => {
  it('lets its capacity go at once and then so many a second', () => {
    const times = drive(createBucket({ capacity: 3, perSecond: 2 }), [0, 0, 0, 0, 0]);
    expect(times).toEqual([0, 0, 0, 500, 1000]);
  });

  it('never holds more than its capacity, however long it rests', () => {
    const times = drive(createBucket({ capacity: 2, perSecond: 1 }), [1_000_000, 0, 0]);
    expect(times).toEqual([1_000_000, 1_000_000, 1_001_000]);
  });

  it('believes Azure when it says that less is left, and not when it says more', () => {
    const bucket = createBucket({ capacity: 10, perSecond: 1 });
    bucket.atMost(0, 0);
    expect(bucket.delay(0)).toBe(1000);
    bucket.atMost(500, 0);
    expect(bucket.delay(0)).toBe(1000);
  });

  it('never lets more through in any stretch of time than capacity and refill allow', () => {
    const pauses = array(integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 });
    assert(
      property(pauses, integer({ min: 1, max: 9 }), integer({ min: 1, max: 9 }), (waits, capacity, perSecond) => {
        const times = drive(createBucket({ capacity, perSecond }), waits);
        times.forEach((from, first) =>
          times.slice(first).forEach((to, more) => {
            expect(more + 1).toBeLessThanOrEqual(capacity + ((to - from) / 1000) * perSecond + 1e-6);
          }),
        );
      }),
    );
  });
});

describe('a window', () => {
  it('lets no more than its count through in any stretch of its length', () => {
    const pauses = array(integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 });
    assert(
      property(pauses, (waits) => {
        const times = drive(createWindow({ count: 3, ms: 1000 }), waits);
        for (const from of times) {
          expect(times.filter((time) => time >= from && time < from + 1000).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('lets the next through as soon as the oldest is out of the window', () => {
    expect(drive(createWindow({ count: 2, ms: 1000 }), [0, 400, 0, 0])).toEqual([0, 400, 1000, 1400]);
  });
});
