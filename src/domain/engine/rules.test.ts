import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem.ts';
import { Patience, advertised, afterwards, ahead, giveUpAfter } from './patience.ts';
import { afterRead, afterWrite, isRetryable, pauseReason, wasLetIn, wroteNothing } from './rules.ts';

/** Every problem that a run can meet; `unexpected` three times, because Azure's own code decides. */
const problems: readonly Problem[] = [
  { code: 'notAllowed' },
  { code: 'notOwner' },
  { code: 'deniedByPolicy' },
  { code: 'deniedByDenyAssignment' },
  { code: 'mfaNeeded' },
  { code: 'signInNeeded' },
  { code: 'signInCancelled' },
  { code: 'signInBlocked' },
  { code: 'consentNeeded' },
  { code: 'throttled' },
  { code: 'offline' },
  { code: 'noAnswer' },
  { code: 'badAnswer' },
  { code: 'azureDown' },
  { code: 'scopeNotFound' },
  { code: 'subscriptionDisabled' },
  { code: 'locked' },
  { code: 'notRegistered' },
  { code: 'ownTenant' },
  { code: 'roleNotAllowed', why: 'dataActions' },
  { code: 'offerInvalid' },
  { code: 'copyMissing' },
  { code: 'copyNotReady' },
  { code: 'referenceRefused' },
  { code: 'alreadyDelegated' },
  { code: 'changedByOther', what: 'copy' },
  { code: 'unexpected' },
  { code: 'unexpected', azure: { status: 409 } },
  { code: 'unexpected', azure: { status: 409, code: 'NobodyForesawThis' } },
];

function codes(wanted: (problem: Problem) => boolean): readonly string[] {
  return problems.filter(wanted).map(({ code }) => code);
}

describe('what the run does about a problem', () => {
  it('stores copies after this answer and no other', () => {
    expect(codes((problem) => afterWrite(problem) === 'nextWay')).toEqual(['referenceRefused']);
  });

  it('waits for the person, or for the network, without blaming an item', () => {
    const waits = ['mfaNeeded', 'signInNeeded', 'signInCancelled', 'signInBlocked', 'consentNeeded', 'offline'];
    expect(codes((problem) => afterWrite(problem) === 'pause')).toEqual(waits);
    expect(codes((problem) => afterRead(problem) === 'pause')).toEqual(waits);
    expect(codes((problem) => pauseReason(problem) === 'offline')).toEqual(['offline']);
  });

  it('tries again by itself after these only', () => {
    expect(codes((problem) => afterWrite(problem) === 'tryAgain')).toEqual(['throttled', 'azureDown', 'copyNotReady']);
    expect(codes((problem) => afterRead(problem) === 'tryAgain')).toEqual([
      'throttled',
      'noAnswer',
      'badAnswer',
      'azureDown',
    ]);
  });

  it('doubts a write after these only', () => {
    expect(problems.filter((problem) => !wroteNothing(problem))).toEqual([
      { code: 'noAnswer' },
      { code: 'badAnswer' },
      { code: 'azureDown' },
      { code: 'unexpected' },
      { code: 'unexpected', azure: { status: 409 } },
    ]);
  });

  it.each([
    [302, 'verify'],
    [399, 'verify'],
    [400, 'fail'],
    [499, 'fail'],
    [500, 'verify'],
  ] as const)(
    'takes what Azure says with status %d and in words of its own for a refusal or a doubt: %s',
    (status, after) => {
      expect(afterWrite({ code: 'unexpected', azure: { status, code: 'NobodyForesawThis' } })).toBe(after);
    },
  );

  it('does not take these for proof that Azure lets us in', () => {
    expect(codes((problem) => !wasLetIn(problem))).toEqual([
      'mfaNeeded',
      'signInNeeded',
      'signInCancelled',
      'signInBlocked',
      'consentNeeded',
      'offline',
      'noAnswer',
    ]);
    expect(wasLetIn(undefined)).toBe(true);
  });

  it('offers to try again unless nothing but another change set helps', () => {
    expect(codes((problem) => !isRetryable(problem))).toEqual([
      'scopeNotFound',
      'ownTenant',
      'roleNotAllowed',
      'offerInvalid',
      'copyMissing',
      'alreadyDelegated',
      'changedByOther',
    ]);
  });
});

describe('patience', () => {
  const calm = () => 0;

  it('ends for every problem after which the run tries again', () => {
    for (const problem of problems.filter((it) => ['tryAgain', 'verify', 'adopt'].includes(afterWrite(it)))) {
      const patience = new Patience(calm);
      expect(patience.next(problem)).toBeGreaterThan(0);
      expect(() => Array.from({ length: 100 }, () => patience.next(problem))).toThrow(problem.code);
    }
  });

  it('is up to half longer than planned, so that many do not come back together', () => {
    expect(new Patience(() => 0).next({ code: 'azureDown' })).toBe(1000);
    expect(new Patience(() => 0.5).next({ code: 'azureDown' })).toBe(1250);
  });

  it('is never shorter than Azure asked for, and asks the person instead of waiting for an hour', () => {
    expect(new Patience(calm).next({ code: 'throttled', retryAfterMs: 45_000 })).toBe(45_000);
    expect(new Patience(calm).next({ code: 'throttled', retryAfterMs: 600_000 })).toBe(600_000);
    expect(() => new Patience(calm).next({ code: 'throttled', retryAfterMs: 3_600_000 })).toThrow('throttled');
  });

  it('counts each kind of problem by itself', () => {
    const patience = new Patience(calm);
    expect([
      patience.next({ code: 'azureDown' }),
      patience.next({ code: 'noAnswer' }),
      patience.next({ code: 'azureDown' }),
    ]).toEqual([1000, 1000, 2000]);
  });

  it('with what Azure is applying looks soon, then less often, for ten minutes', () => {
    expect(ahead).toEqual([2000, 5000, 10_000, advertised]);
    expect(afterwards).toEqual([1000, 2000, 3000, 5000, 8000, 12_000, 15_000]);
    expect(giveUpAfter).toBe(600_000);
  });
});
