import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../browser/launch.ts';
import { linesOf, pageOf, type Score, type Seen } from './auditPage.ts';
import { ensureBuilt } from './build.ts';
import { lighthouse } from './lighthouse.ts';
import { root, runTool } from './process.ts';

const usage = `Usage: npm run audit -- [--only pages|lighthouse] [--match WORDS]

Opens every page in each of its states, in both languages, both themes, wide and narrow; lets axe look at it and takes its
picture. Then Lighthouse judges the start page on a phone. Everything is in .cache/audit/index.html.
--match takes only what has these words in its name, such as "in ko, dark" or "nothing there"; what was seen before stays.`;

/** `npm run audit`: what can be judged of every page by looking at it. Fails on a fault or a score below its goal. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, match: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const { only, match, help } = values;
  if (help || (only !== undefined && only !== 'pages' && only !== 'lighthouse')) {
    console.log(usage);
    return help ? 0 : 1;
  }
  await ensureBuilt();
  const browser = await findBrowser({ say: console.log });
  const folder = join(root, '.cache', 'audit');
  await mkdir(folder, { recursive: true });
  const pages = only === 'lighthouse' ? { ok: true, seen: [] } : await lookAtPages(folder, match);
  const scores = only === 'pages' ? [] : await lighthouse(folder, browser);
  for (const line of [...linesOf(pages.seen), ...scores.map(scoreLine)]) console.log(line);
  await writeFile(join(folder, 'index.html'), pageOf(pages.seen, scores));
  console.log('\nThe pictures are in .cache/audit/index.html.');
  return pages.ok && scores.every(({ score, goal }) => score >= goal) ? 0 : 1;
}

/** One language and theme after the other: each takes minutes. */
const parts = ['in en, light', 'in en, dark', 'in ko, light', 'in ko, dark'] as const;

async function lookAtPages(folder: string, match?: string) {
  if (match === undefined) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let ok = true;
  for (const part of match === undefined ? parts : [match]) {
    const { code, output } = await runTool(
      'vitest',
      ['run', '--project', 'browser', 'test/browser/pictures.test.ts', '-t', part],
      { SHOTS: folder },
    );
    if (code !== 0) console.log(output);
    ok &&= code === 0;
    console.log(`${part}: ${code === 0 ? 'seen' : 'with faults'}`);
  }
  const names = (await readdir(folder)).filter((name) => /^seen-.*\.json$/.test(name)).toSorted();
  const lists = await Promise.all(
    names.map(async (name) => {
      const seen: Seen[] = JSON.parse(await readFile(join(folder, name), 'utf8'));
      return seen;
    }),
  );
  const seen = lists.flat();
  if (seen.length === 0) console.log('Nothing was seen: no page has these words in its name.');
  return { ok: ok && seen.length > 0, seen };
}

function scoreLine({ title, score, goal }: Score): string {
  return `Lighthouse ${title.padEnd(15)} ${String(score).padStart(3)}  ${score >= goal ? 'ok' : `below its goal, ${goal}`}`;
}
