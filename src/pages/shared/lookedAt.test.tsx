import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceStill } from './useLookedAt.ts';

describe('what is looked at', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits as long as the list is scrolled, and comes all at once then', () => {
    const looked: string[] = [];
    onceStill(() => looked.push('first'));
    for (let turn = 0; turn < 20; turn += 1) {
      vi.advanceTimersByTime(150);
      window.dispatchEvent(new Event('scroll'));
    }
    onceStill(() => looked.push('last'));
    expect(looked).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(looked).toEqual(['first', 'last']);
  });

  it('leaves out what has gone by, and begins anew', () => {
    const looked: string[] = [];
    const takeBack = onceStill(() => looked.push('gone'));
    takeBack();
    vi.advanceTimersByTime(1000);
    onceStill(() => looked.push('there'));
    vi.advanceTimersByTime(200);
    expect(looked).toEqual(['there']);
  });
});
