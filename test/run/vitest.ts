import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runTool } from './process.ts';
import type { StepResult } from './steps.ts';

/** What we read of vitest's JSON report. https://vitest.dev/guide/reporters#json-reporter */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/** Runs these vitest projects and counts their tests. `more`: further arguments. */
export async function runVitest(
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<StepResult> {
  const folder = join(root, '.cache');
  const file = join(folder, `tests-${projects.join('-')}.json`);
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runTool('vitest', ['run', ...chosen, ...reports, ...more], env);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: false, output };
  const report: Report = JSON.parse(text);
  return { ok: code === 0, output, tests: countsOf(report) };
}

/** Tests passed and failed; a file that failed before its first test counts as one failure. */
export function countsOf(report: Report): {
  readonly passed: number;
  readonly failed: number;
} {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
