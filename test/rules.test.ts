import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '../src/domain/problem.ts';
import { problems as en } from '../src/text/en/problems.ts';
import { problems as ko } from '../src/text/ko/problems.ts';
import { problemText } from '../src/text/problemTexts.ts';
import { bareAssertions } from './rules/bareAssertions.ts';
import { roomOverrides } from './rules/lint.ts';
import { missingFromLock, type Lock } from './rules/lockFile.ts';
import { roomOf, rooms } from './rules/rooms.ts';
import { filesUnder, importsOf, sourcesUnder, type Source } from './rules/sources.ts';
import { trespasses } from './rules/trespasses.ts';
import { supportsNode } from './run/nodeVersion.mjs';
import { root } from './run/process.ts';

/* Tests about the repository itself: what no compiler and no linter says. */

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const app = sourcesUnder('src').filter(({ path }) => !isTest(path));
const manifest: {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly prettier: object;
} = JSON.parse(read('package.json'));

describe('rooms', () => {
  it('has a room for every file of the app', () => {
    expect(app.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
  });

  it('lets each room use only what the table allows it', () => {
    expect(app.flatMap(trespasses)).toEqual([]);
  });

  it('sees trespasses: values, types, packages, tests and loading on demand', () => {
    const text = `
      import { a } from '../azure/azure.ts';
      import type { B } from '../azure/azure.ts';
      export * from 'react';
      export const later = () => import('../../test/emulator/emulator.ts');
      import '@azure/arm-resources';
      import { allowed } from './ids.ts';
      import { v5 } from 'uuid';`;
    expect(
      trespasses({ path: 'src/domain/made-up.ts', text })
        .map((line) => line.replace(/^.* -> /, ''))
        .toSorted(),
    ).toEqual([
      '../../test/emulator/emulator.ts',
      '../azure/azure.ts',
      '../azure/azure.ts',
      '@azure/arm-resources',
      'react',
    ]);
  });

  it('lets arrows point one way only', () => {
    const names = rooms.map(({ name }) => name);
    const free = new Set<string>();
    for (const _ of names) {
      for (const { name, uses } of rooms) if (uses.every((used) => free.has(used))) free.add(name);
    }
    expect(names.filter((name) => !free.has(name))).toEqual([]);
  });

  it('keeps emulator and app apart', () => {
    const crossing = sourcesUnder('test/emulator').flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => target?.startsWith('src/'))
        .map(({ specifier }) => `${source.path} -> ${specifier}`),
    );
    expect(crossing).toEqual([]);
  });

  it('tells the linter the same', async () => {
    const config: { readonly overrides: readonly { readonly rules: object }[] } = JSON.parse(read('.oxlintrc.json'));
    const others = config.overrides.filter(({ rules }) => !('no-restricted-imports' in rules));
    const overrides = [...others, ...roomOverrides(Object.keys(manifest.dependencies))];
    const expected = await format(JSON.stringify({ ...config, overrides }), { ...manifest.prettier, parser: 'json' });
    await expect(expected).toMatchFileSnapshot('../.oxlintrc.json');
  });
});

describe('files', () => {
  /** Files that may be long, and why. */
  const long: Readonly<Record<string, string>> = {
    'src/domain/roleTable.ts': 'the built-in roles as Azure publishes them, data only',
    'src/domain/roleDangers.ts': 'what is dangerous among the actions of Azure, lists only',
    'test/emulator/model.ts': 'all tables of the emulated Azure, declarations only',
  };
  const ours = ['src', 'test', 'deploy'].flatMap(sourcesUnder);
  const lines = ({ text }: Source) => text.split('\n').length - 1;

  it('stay small; tables of data and of words may be long', () => {
    const tooLong = ours.filter(
      (source) =>
        lines(source) > 250 && !/\.data\.ts$|\.test\.tsx?$|^src\/text\//.test(source.path) && !(source.path in long),
    );
    expect(tooLong.map((source) => `${source.path}: ${lines(source)} lines`)).toEqual([]);
    expect(Object.keys(long).filter((path) => !ours.some((source) => source.path === path))).toEqual([]);
  });

  it('have one reason to change: half of the app has less than 100 lines', () => {
    const sizes = app.map(lines).toSorted((one, other) => one - other);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
  });

  it('say why a value cannot be missing wherever they insist that it is not', () => {
    expect(ours.flatMap(bareAssertions)).toEqual([]);
  });

  it('name no folder of the machine that they were written on', () => {
    const folders = /(?:^|[\s"'`(=])(?:\/(?:work|root|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\)/m;
    const texts = [
      ...['src', 'test', 'deploy', 'public', '.github', '.ci'].flatMap(filesUnder),
      'package.json',
      'vite.config.ts',
    ];
    expect(
      texts.filter((path) => /\.(?:[cm]?[jt]sx?|json|md|ya?ml|html|css)$|^\.ci/.test(path) && folders.test(read(path))),
    ).toEqual([]);
  });

  it('wait long enough: a busy machine is not a failure', () => {
    const hasty = /\bvi\.wait(?:For|Until)\(/;
    const found = ours.filter(({ path, text }) => path !== 'test/soon.ts' && hasty.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('spy on no storage of the simulated browser: it keeps the spy for whatever comes next', () => {
    const spy = /\bspyOn\((?:local|session)Storage\b/;
    expect(ours.filter(({ text }) => spy.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('switch no rule of compiler or linter off', () => {
    const off = /@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint)-disable/;
    // This file names them.
    const found = ours.filter(({ path, text }) => path !== 'test/rules.test.ts' && off.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('words', () => {
  // Facts for every kind of problem at once: each text takes what it knows.
  const facts = {
    origin: 'https://elsewhere.example',
    why: 'other',
    what: 'copy',
  };

  it.each(Object.keys(en) as ProblemCode[])('%s has words in both languages', (code) => {
    const problem = { code, ...facts } as unknown as Problem;
    for (const words of Object.values(problemText(en, problem))) {
      expect(words).toMatch(/^[^가-힣]+$/);
      expect(words).not.toMatch(/undefined|\[object/);
    }
    for (const words of Object.values(problemText(ko, problem))) {
      expect(words).toMatch(/[가-힣]/);
      expect(words).not.toMatch(/undefined|\[object/);
    }
  });
});

describe('packages', () => {
  it('are pinned to one version each', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are all in the lock file, for every system', () => {
    const lock: Lock = JSON.parse(read('package-lock.json'));
    expect(missingFromLock(lock)).toEqual([]);
  });

  it('come from whatever registry npm is set to', () => {
    const lock: Lock = JSON.parse(read('package-lock.json'));
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.7.0', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['23.11.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('runs on Node.js %s: %s', (version, runs) => {
    expect(supportsNode(version)).toBe(runs);
    expect(manifest.engines.node).toBe('^20.19.0 || ^22.12.0 || >=24.0.0');
  });
});
