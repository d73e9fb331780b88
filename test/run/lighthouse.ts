import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { FoundBrowser } from '../browser/launch.ts';
import type { Score } from './auditPage.ts';
import { startDemo } from './demo.ts';
import { npmCommand } from './npm.mjs';
import { root, run } from './process.ts';

const version = '12.8.2';
const goals = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;

/** What we read of Lighthouse's report. https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Report {
  readonly categories: Readonly<Record<keyof typeof goals, { readonly title: string; readonly score: number | null }>>;
}

/**
 * Lighthouse's scores of the start page on a phone, of the built site served as production serves it. Lighthouse is fetched
 * when it is first asked for; its reports go into the folder. Throws when it cannot be fetched or does not end well.
 */
export async function lighthouse(folder: string, { options }: FoundBrowser): Promise<readonly Score[]> {
  const program = await fetched();
  await mkdir(folder, { recursive: true });
  const demo = await startDemo({ port: 0 });
  try {
    const { code, output } = await run(
      process.execPath,
      [
        program,
        demo.url,
        `--only-categories=${Object.keys(goals).join(',')}`,
        '--output=json',
        '--output=html',
        `--output-path=${join(folder, 'lighthouse')}`,
        `--chrome-flags=${['--headless=new', ...(options.args ?? [])].join(' ')}`,
        '--quiet',
      ],
      { CHROME_PATH: options.executablePath ?? chromium.executablePath() },
    );
    if (code !== 0) throw new Error(`Lighthouse failed:\n${output}`);
  } finally {
    await demo.close();
  }
  const report: Report = JSON.parse(await readFile(join(folder, 'lighthouse.report.json'), 'utf8'));
  return Object.entries(goals).map(([category, goal]) => {
    const { title, score } = report.categories[category as keyof typeof goals];
    return { title, score: Math.round((score ?? 0) * 100), goal };
  });
}

async function fetched(): Promise<string> {
  const folder = join(root, '.cache', 'lighthouse');
  const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  console.log(`Fetching Lighthouse ${version}...`);
  const quiet = ['--no-audit', '--no-fund', '--no-save'];
  const { command, before } = npmCommand();
  const { code, output } = await run(command, [...before, 'i', '--prefix', folder, ...quiet, `lighthouse@${version}`]);
  if (code !== 0) throw new Error(`Lighthouse could not be fetched:\n${output}`);
  return program;
}
