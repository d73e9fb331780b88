import { problemOf, type ProblemCode } from '../domain/problem.ts';

/** Asking in another way would not help: nobody is there to answer, or nobody may ask. */
const final: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'stopped',
  'offline',
  'noAnswer',
  'throttled',
  'signInNeeded',
  'signInCancelled',
  'signInBlocked',
  'mfaNeeded',
  'consentNeeded',
  'notInTenant',
  'appNotSetUp',
  'storageBlocked',
  'foreignAddress',
]);

/** The first way's answer; the other way's where the first is refused, broken or not to be had in this cloud. */
export async function orAnotherWay<Result>(first: Promise<Result>, other: () => Promise<Result>): Promise<Result> {
  try {
    return await first;
  } catch (error) {
    if (final.has(problemOf(error).code)) throw error;
    return other();
  }
}
