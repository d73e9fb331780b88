import { expect, it } from 'vitest';
import { countsOf, failuresOf, unsteadyOf, type Report } from './vitest.ts';

const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
const failed = {
  status: 'failed',
  fullName: 'takes away',
  failureMessages: [`AssertionError: ${'long '.repeat(100)}\n${'    at here\n'.repeat(50)}`],
};
const file = { name: '/app/src/sum.test.ts', status: 'passed', message: '' };
const report: Report = {
  numPassedTests: 4,
  numFailedTests: 1,
  testResults: [
    { ...file, assertionResults: [passed, passed, passed] },
    { ...file, status: 'failed', assertionResults: [passed, failed] },
    { ...file, name: '/app/src/broken.test.ts', status: 'failed', message: 'No such file', assertionResults: [] },
  ],
};

it('counts tests, and a file that failed before its first test as one', () => {
  expect(countsOf(report)).toEqual({ passed: 4, failed: 2 });
});

it('says of each failure in a few lines what it was', () => {
  const [first = '', second, ...more] = failuresOf(report, '/app');
  expect(first).toMatch(/^src\/sum\.test\.ts > takes away\nAssertionError: long long .*…\n {4}at here\n/);
  expect(first.split('\n')).toHaveLength(25);
  expect(second).toBe('src/broken.test.ts\nNo such file');
  expect(more).toEqual([]);
});

it('names what passed only when it was tried again, and counts it as passed', () => {
  const again = { ...passed, fullName: 'multiplies', failureMessages: ['AssertionError: 7'] };
  const unsteady: Report = {
    numPassedTests: 2,
    numFailedTests: 0,
    testResults: [{ ...file, assertionResults: [passed, again] }],
  };
  expect(unsteadyOf(unsteady, '/app')).toEqual(['src/sum.test.ts > multiplies\nAssertionError: 7']);
  expect(failuresOf(unsteady, '/app')).toEqual([]);
  expect(countsOf(unsteady)).toEqual({ passed: 2, failed: 0 });
  expect(unsteadyOf(report, '/app')).toEqual([]);
});
