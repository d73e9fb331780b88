import { availableParallelism } from 'node:os';
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
  return tool(
    name,
    'tsc',
    '-p',
    project,
    '--checkers',
    String(Math.min(4, availableParallelism())),
    '--incremental',
    '--tsBuildInfoFile',
    memory,
  );
}

/** Whether the app is sound without the types of Node, which tests bring along. */
export const appTypes: Step = types('types of the app, without tests', 'src');

/** What can be said about the sources without running them. */
export const sourceChecks: readonly Step[] = [
  types('types of the domain, without a browser', 'src/domain'),
  types('types of everything', '.'),
  tool('lint and rooms', 'oxlint', '--deny-warnings'),
  tool('dead code', 'knip', '--cache', '--cache-location', '.cache/knip'),
];

const prettier = [
  '--check',
  '--log-level=warn',
  '--ignore-unknown',
  '--cache',
  '--cache-location=.cache/prettier.json',
];

/** How the files are set: `all` of them, or those that are not as in the last commit, which was looked at when it was made. */
export function format(which: 'all' | 'changed'): Step {
  return {
    name: 'format',
    async run() {
      const files = which === 'all' ? ['.'] : ((await changed()) ?? ['.']);
      if (files.length === 0) return { ok: true, output: '', note: 'nothing changed' };
      const { code, output } = await runTool('prettier', [...prettier, ...files]);
      return { ok: code === 0, output };
    },
  };
}

/** The production build, in a process of its own: it is built for production whoever asks. */
export const build: Step = {
  name: 'build',
  async run() {
    const { code, output } = await run(process.execPath, [join(root, 'test/run/build.mjs')]);
    return { ok: code === 0, output };
  },
};

/**
 * A story over the whole app is told once more where it fails, and named if it passes then: on a machine that stood still for
 * a moment that is no news, and twice it is. Rules and what is done at random are tried once.
 */
const secondTry = { SECOND_TRIES: process.env['SECOND_TRIES'] ?? '1' };

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
      const skip = stories === 'short' && (await changed('test/emulator'))?.length === 0;
      return runVitest(['unit', 'flows'], {
        PROPERTY_RUNS: runs,
        WORLD_RUNS: worlds,
        STORIES: stories,
        EMULATOR_TESTS: process.env['EMULATOR_TESTS'] ?? (skip ? 'skip' : 'run'),
        ...(stories === 'all' && secondTry),
      });
    },
  };
}

/** The files that differ from the last commit, new ones too; `undefined` where there is no git to ask. */
async function changed(folder = '.'): Promise<readonly string[] | undefined> {
  const asked = [
    ['diff', '--name-only', '--diff-filter=d', '--relative', '-z', 'HEAD', '--', folder],
    ['ls-files', '--others', '--exclude-standard', '-z', '--', folder],
  ];
  const answers = await Promise.all(asked.map((args) => run('git', args)));
  if (answers.some(({ code }) => code !== 0)) return undefined;
  return answers.flatMap(({ output }) => output.split('\0').filter((path) => path !== ''));
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
export const browserTests: Step = { name: 'browser tests', run: () => runVitest(['browser'], secondTry) };
