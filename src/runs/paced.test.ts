import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';

describe('telling that something has changed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells the first change at once, and all that follow it together', () => {
    const tell = vi.fn<() => void>();
    const telling = paced(tell);
    for (let change = 0; change < 1000; change += 1) telling.soon();
    expect(tell).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(tell).toHaveBeenCalledTimes(2);
    telling.soon();
    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('never leaves out the last change, however close they come', () => {
    let state = 0;
    let told = 0;
    const telling = paced(() => (told = state));
    for (let change = 0; change < 100; change += 1) {
      state = change;
      telling.soon();
      vi.advanceTimersByTime(7);
    }
    vi.advanceTimersByTime(200);
    expect(told).toBe(99);
  });

  it('lets what must not wait pass', () => {
    const tell = vi.fn<() => void>();
    const telling = paced(tell);
    telling.soon();
    telling.soon();
    telling.now();
    expect(tell).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(tell).toHaveBeenCalledTimes(2);
  });
});
