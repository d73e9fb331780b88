import { expect, it } from 'vitest';
import { countsOf } from './vitest.ts';

it('counts tests, and a file that failed before its first test as one', () => {
  expect(
    countsOf({
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{}, {}, {}] },
        { status: 'failed', assertionResults: [{}, {}] },
        { status: 'failed', assertionResults: [] },
      ],
    }),
  ).toEqual({ passed: 4, failed: 2 });
});
