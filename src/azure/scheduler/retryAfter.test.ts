import { describe, expect, it } from 'vitest';
import { retryAfter } from './retryAfter.ts';

const date = Date.parse('2026-11-22T09:00:00Z');
const says = (headers: Record<string, string>, message?: string): number | undefined =>
  retryAfter({ header: (name) => headers[name], ...(message !== undefined && { message }) }, date);

describe('how long Azure asks us to wait', () => {
  it.each([
    ['seconds', { 'retry-after': '17' }, 17_000],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT' }, 30_000],
    ['a date gone by', { 'retry-after': 'Sun, 22 Nov 2026 08:00:00 GMT' }, undefined],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '17' }, 1500],
    ['milliseconds, the other way', { 'x-ms-retry-after-ms': '250' }, 250],
    ['the quota of Resource Graph', { 'x-ms-user-quota-resets-after': '00:00:05' }, 5000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, headers: Record<string, string>, expected) => {
    expect(says(headers)).toBe(expected);
  });

  it.each([
    ["Number of requests exceeded. Please try again after '5' seconds after additional tokens are available.", 5000],
    ["… for time interval '00:01:00'. Please try again after '5' seconds.", 5000],
    ["Please try again after '00:02:30'.", 150_000],
    ['Please try again in 3 minutes.', 180_000],
    ['Please retry again after 10.', 10_000],
    ['Something else happened.', undefined],
  ])('in a message: %s', (message, expected) => {
    expect(says({}, message)).toBe(expected);
  });

  it('believes the header more than the message', () => {
    expect(says({ 'retry-after': '9' }, "Please try again after '5' seconds")).toBe(9000);
  });
});
