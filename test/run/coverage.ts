import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { belowFloor, coverageTable, type Floor, type Summary } from './coverageTable.ts';
import { root } from './process.ts';
import { runVitest } from './vitest.ts';

/** A little below what was measured last (README): random worlds do not reach the same corners each time. */
const floor: Floor = { statements: 98, branches: 96, functions: 99, lines: 99 };

/**
 * `npm run coverage`: how much of the domain is reached by its own tests, and by those of the code that it writes; stories over the
 * whole app do not count. Prints what stays below; ends with 1 below the floor or where a test fails.
 */
export async function main(): Promise<number> {
  const folder = join(root, '.cache', 'coverage');
  await rm(folder, { recursive: true, force: true });
  const env = { PROPERTY_RUNS: '100', WORLD_RUNS: '100', STORIES: 'all' };
  const { ok, output, tests } = await runVitest(['unit'], env, [
    'src/domain',
    'test/asCode',
    '--coverage',
    '--coverage.reporter=json-summary',
    '--coverage.reporter=html',
  ]);
  if (!ok) {
    console.log(output);
    return 1;
  }
  const summary: Summary = JSON.parse(await readFile(join(folder, 'coverage-summary.json'), 'utf8'));
  for (const each of coverageTable(summary, root, 'src/domain')) console.log(each);
  const low = belowFloor(summary, floor);
  for (const each of low) console.log(`TOO LOW  ${each}`);
  console.log(`\n${tests?.passed ?? 0} tests. Line by line: .cache/coverage/index.html`);
  return low.length === 0 ? 0 : 1;
}
