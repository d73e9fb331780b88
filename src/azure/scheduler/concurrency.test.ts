import { describe, expect, it } from 'vitest';
import { createConcurrencyLimit } from './concurrency.ts';

describe('the limit of requests under way', () => {
  it('starts at the most, halves at a push-back and never falls below one', () => {
    const limit = createConcurrencyLimit(100);
    expect(limit.value).toBe(100);
    limit.throttled(10, 5, 80);
    expect(limit.value).toBe(40);
    for (let now = 20; now < 100; now += 10) limit.throttled(now, now - 1, 40);
    expect(limit.value).toBe(1);
  });

  it('takes answers to what was already under way for the same push-back', () => {
    const limit = createConcurrencyLimit(100);
    limit.throttled(10, 5, 100);
    limit.throttled(11, 6, 99);
    limit.throttled(12, 10, 98);
    expect(limit.value).toBe(50);
  });

  it('grows by about one per round of answers, up to the most', () => {
    const limit = createConcurrencyLimit(20);
    limit.throttled(10, 5, 20);
    for (let answer = 0; answer < 11; answer += 1) limit.answered();
    expect(limit.value).toBe(11);
    for (let answer = 0; answer < 1000; answer += 1) limit.answered();
    expect(limit.value).toBe(20);
  });
});
