import { expect, it } from 'vitest';
import { ProblemError, problemOf, wantsPerson } from './problem.ts';

it('keeps the problem behind an error, and the message of what nobody foresaw', () => {
  const problem = { code: 'throttled', retryAfterMs: 5 } as const;
  expect(problemOf(new ProblemError(problem))).toBe(problem);
  expect(problemOf(new Error('broken'))).toEqual({ code: 'unexpected', azure: { message: 'broken' } });
  expect(problemOf('text')).toEqual({ code: 'unexpected', azure: { message: 'text' } });
  expect(problemOf(undefined)).toEqual({ code: 'unexpected', azure: { message: 'undefined' } });
});

it('an error says what Azure said, else its code', () => {
  expect(new ProblemError({ code: 'locked', azure: { message: 'The scope is locked.' } }).message).toBe(
    'The scope is locked.',
  );
  expect(new ProblemError({ code: 'locked' }).message).toBe('locked');
});

it('knows what only a person can answer', () => {
  const codes = ['mfaNeeded', 'signInNeeded', 'signInCancelled', 'notAllowed'] as const;
  expect(codes.filter((code) => wantsPerson({ code }))).toEqual(['mfaNeeded', 'signInNeeded']);
});
