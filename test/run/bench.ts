import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { delegationList, groupList, scopeList } from '../bench/browser/lists.ts';
import { delegateInBrowser, hiddenTab, registerInBrowser } from '../bench/browser/runs.ts';
import { bytes } from '../bench/bytes.ts';
import { delegate, delegateUnderCap, estate, register, serial, update } from '../bench/simulated.ts';
import { jsonLine, markdown, type Figure } from '../bench/report.ts';
import { findBrowser } from '../browser/launch.ts';
import { ensureBuilt, siteFolder } from './build.ts';
import { lighthouse } from './lighthouse.ts';
import { root } from './process.ts';

const benchFolder = join(root, '.cache', 'bench');

type Part = () => Promise<readonly Figure[]>;

/** What is measured, by name, for estates of these sizes; in a real browser, and real time, for a small and a large one. */
function partsFor(
  sizes: readonly number[],
  [few = 100, many = 1000]: readonly number[],
): Readonly<Record<string, readonly Part[]>> {
  return {
    estate: [() => estate(1000), () => estate(5000)],
    register: sizes.flatMap((n) => [() => register(n, 'HTTP/1.1'), () => register(n, 'HTTP/2')]),
    delegate: [
      ...sizes.flatMap((n) => [() => delegate(n, 'HTTP/1.1'), () => delegate(n, 'HTTP/2')]),
      () => delegate(1, 'HTTP/2', 980),
    ],
    cap: [() => delegateUnderCap(100, 'HTTP/1.1', 120), () => delegateUnderCap(1000, 'HTTP/2', 120)],
    update: sizes.flatMap((n) => [() => update(n, 'HTTP/1.1'), () => update(n, 'HTTP/2')]),
    serial: [serial],
    browser: [
      () => registerInBrowser(few, 'HTTP/1.1'),
      () => delegateInBrowser(few, 'HTTP/1.1'),
      () => registerInBrowser(many, 'HTTP/2'),
      () => delegateInBrowser(many, 'HTTP/2'),
    ],
    lists: [delegationList, scopeList],
    groups: [groupList],
    hidden: [() => hiddenTab(few, 'HTTP/1.1')],
    lighthouse: [
      async () => {
        await ensureBuilt();
        const scores = await lighthouse(join(benchFolder, 'lighthouse'), await findBrowser({ say: console.error }));
        return scores.map(({ title, score, goal }) => ({
          measure: `Lighthouse, mobile, start page: ${title.toLowerCase()}`,
          n: 1,
          value: score,
          unit: 'points',
          goal: `>= ${goal} points`,
          met: score >= goal,
        }));
      },
    ],
    bytes: [
      async () => {
        await ensureBuilt();
        return bytes(siteFolder);
      },
    ],
  };
}

/** `npm run bench [-- [--sizes 1,10,100] [--browser 100,1000] PART ...]`: measures, prints one JSON object a line, then a table; keeps both in .cache/bench. */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '1,10,100,1000,5000' },
      browser: { type: 'string', default: '100,1000' },
    },
  });
  const parts = partsFor(values.sizes.split(',').map(Number), values.browser.split(',').map(Number));
  const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
  const unknown = wanted.find((name) => !(name in parts));
  if (unknown !== undefined) {
    console.error(`There is no part "${unknown}". Known: ${Object.keys(parts).join(', ')}.`);
    return 1;
  }
  const figures: Figure[] = [];
  let failures = 0;
  for (const name of wanted) {
    for (const part of parts[name] ?? []) {
      try {
        for (const figure of await part()) {
          figures.push(figure);
          console.log(jsonLine(figure));
        }
      } catch (error) {
        // The others are worth having all the same.
        failures += 1;
        console.error(`${name}: not measured: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  const table = markdown(figures);
  console.log(`\n${table}`);
  await mkdir(benchFolder, { recursive: true });
  await writeFile(join(benchFolder, 'bench.jsonl'), `${figures.map(jsonLine).join('\n')}\n`);
  await writeFile(join(benchFolder, 'bench.md'), `${table}\n`);
  return failures === 0 ? 0 : 1;
}
