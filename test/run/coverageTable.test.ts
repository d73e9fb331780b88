import { expect, it } from 'vitest';
import { belowFloor, coverageTable, type Reached } from './coverageTable.ts';

const reached = (covered: number, branches = covered): Reached => ({
  statements: { total: 100, covered },
  branches: { total: 100, covered: branches },
  functions: { total: 10, covered: 10 },
  lines: { total: 100, covered },
});
const none = { total: 0, covered: 0 };
const summary = {
  total: reached(97, 90),
  '/app/src/domain/whole.ts': reached(100),
  '/app/src/domain/engine/well.ts': reached(98, 95),
  '/app/src/domain/engine/badly.ts': reached(93, 75),
  // Types alone: there is nothing to run.
  '/app/src/domain/types.ts': { statements: none, branches: none, functions: none, lines: none },
};

it('names the files that are not well covered, the worst first, and sums up the folders', () => {
  const table = coverageTable(summary, '/app', 'src/domain').map((line) => line.trim().replace(/ +/g, ' '));
  expect(table).toEqual([
    'statements branches functions lines',
    'together 97.0 90.0 100.0 97.0',
    'src/domain 100.0 100.0 100.0 100.0',
    'src/domain/engine 95.5 85.0 100.0 95.5',
    '',
    '2 of 3 files have 95 % and more of everything. The others:',
    'engine/badly.ts 93.0 75.0 100.0 93.0',
  ]);
});

it('fails below the floor, and where nothing was measured', () => {
  const floor = { statements: 97, branches: 91, functions: 100, lines: 95 };
  expect(belowFloor(summary, floor)).toEqual(['branches: 90.0 %, at least 91 % is wanted.']);
  expect(belowFloor(summary, { ...floor, branches: 90 })).toEqual([]);
  expect(belowFloor({}, floor)).toHaveLength(1);
});
