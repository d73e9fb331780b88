import { expect, it } from 'vitest';
import { activityStatusOf, isUnderWay } from './activityStatus.ts';

it.each([
  ['Succeeded', 'succeeded'],
  ['Failed', 'failed'],
  ['In progress', 'inProgress'],
  ['InProgress', 'inProgress'],
  ['Cancelled', 'canceled'],
  // Of the prototype of every object, and of no log.
  ['constructor', undefined],
  ['Succeeded?', undefined],
  ['', undefined],
])('"%s" in the log is %s', (status, known) => {
  expect(activityStatusOf({ status })).toBe(known);
});

it.each(['Started', 'ACCEPTED', 'In Progress'])('%s is not the end of an action', (status) => {
  expect(isUnderWay({ status })).toBe(true);
});

it.each(['Succeeded', 'Failed', 'Canceled', 'Resolved', 'Something new'])('%s may be its end', (status) => {
  expect(isUnderWay({ status })).toBe(false);
});
