import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root, runTool } from './process.ts';
import type { StepResult } from './steps.ts';

/** What we read of vitest's JSON report. https://vitest.dev/guide/reporters#json-reporter */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    /** The file. */
    readonly name: string;
    readonly status: string;
    /** Why it failed before its first test. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
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
  // What tests that passed had to say would bury what matters.
  const reports = ['--reporter=dot', '--silent=passed-only', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runTool('vitest', ['run', ...chosen, ...reports, ...more], env);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: false, output };
  const report: Report = JSON.parse(text);
  return {
    ok: code === 0,
    output,
    tests: countsOf(report),
    failures: failuresOf(report, root),
    unsteady: unsteadyOf(report, root),
  };
}

/** Each failure in a few lines: the file, as it is called below `folder`, what was tested, and how it went. */
export function failuresOf(report: Report, folder: string): readonly string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(folder, name);
    if (isBroken({ status, assertionResults })) return [short(`${file}\n${message}`)];
    return assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ fullName, failureMessages }) => inShort(file, fullName, failureMessages));
  });
}

/** Each test that failed and passed when it was tried again, in a few lines: what it was, and how it failed. */
export function unsteadyOf(report: Report, folder: string): readonly string[] {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => inShort(relative(folder, name), fullName, failureMessages)),
  );
}

function inShort(file: string, fullName: string, failureMessages: readonly string[]): string {
  return short(`${file} > ${fullName}\n${failureMessages.join('\n')}`);
}

const mostLines = 25;
const mostLetters = 300;

function short(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines
    .slice(0, mostLines)
    .map((line) => (line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line))
    .join('\n');
}

function isBroken({ status, assertionResults }: Pick<Report['testResults'][number], 'status' | 'assertionResults'>) {
  return status === 'failed' && assertionResults.length === 0;
}

/** Tests passed and failed; a file that failed before its first test counts as one failure. */
export function countsOf(report: Report): {
  readonly passed: number;
  readonly failed: number;
} {
  const broken = report.testResults.filter(isBroken);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
