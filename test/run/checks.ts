import { join } from 'node:path';
import { findBrowser } from '../browser/launch.ts';
import { root, run, runTool } from './process.ts';
import type { Step } from './steps.ts';
import { runVitest } from './vitest.ts';

function tool(name: string, command: string, ...args: readonly string[]): Step {
  return {
    name,
    async run() {
      const { code, output } = await runTool(command, args);
      return { ok: code === 0, output };
    },
  };
}

/** Remembers what the compiler found, so that only what has changed is looked at again. */
function types(name: string, project: string): Step {
  const memory = `.cache/types-${project.replace(/\W/g, '-')}.json`;
  return tool(name, 'tsc', '-p', project, '--incremental', '--tsBuildInfoFile', memory);
}

/** What can be said about the sources without running them. */
export const sourceChecks: readonly Step[] = [
  types('types of the app, without tests', 'src'),
  types('types of the domain, without a browser', 'src/domain'),
  types('types of everything', '.'),
  tool('lint and rooms', 'oxlint', '--deny-warnings'),
  tool('format', 'prettier', '--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier.json', '.'),
  tool('dead code', 'knip', '--cache', '--cache-location', '.cache/knip'),
];

/** The production build, in a process of its own: it is built for production whoever asks. */
export const build: Step = {
  name: 'build',
  async run() {
    const { code, output } = await run(process.execPath, [join(root, 'test/run/build.mjs')]);
    return { ok: code === 0, output };
  },
};

/**
 * Unit tests and flows, with so many cases per property unless the environment says otherwise. `short`, for
 * `npm run check`: without the files named `*.long.test.*`, each story in one language, and without the emulator's own tests
 * where nothing of it has been touched since the last commit. Of the worlds in which whole runs are carried out there are 2,000,
 * and 100 in the short form.
 */
export function fastTests(propertyRuns: number, stories: 'all' | 'short'): Step {
  const runs = process.env['PROPERTY_RUNS'] ?? String(propertyRuns);
  const worlds = process.env['WORLD_RUNS'] ?? (stories === 'all' ? '2000' : '100');
  return {
    name: 'unit and flow tests',
    async run() {
      const skip = stories === 'short' && !(await isTouched('test/emulator'));
      return runVitest(['unit', 'flows'], {
        PROPERTY_RUNS: runs,
        WORLD_RUNS: worlds,
        STORIES: stories,
        EMULATOR_TESTS: process.env['EMULATOR_TESTS'] ?? (skip ? 'skip' : 'run'),
      });
    },
  };
}

/** Whether anything in this folder differs from the last commit; also where there is no git to ask. */
async function isTouched(folder: string): Promise<boolean> {
  const { code, output } = await run('git', ['status', '--porcelain', '--', folder]).catch(() => ({
    code: 1,
    output: '',
  }));
  return code !== 0 || output.trim() !== '';
}

/** Whether there is a browser for the tests; fetches one where there is none. */
export const browser: Step = {
  name: 'a browser for the tests',
  async run() {
    const { from } = await findBrowser({ say: (sentence) => console.log(`  ...            ${sentence}`) });
    return { ok: true, output: '', note: from };
  },
};

/** The built site in a real browser. */
export const browserTests: Step = { name: 'browser tests', run: () => runVitest(['browser'], {}) };
