import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './process.ts';
import { billOfMaterials } from './sbom.ts';

const stampFile = join(root, '.cache', 'build.json');

/** Where the built site is. */
export const siteFolder = join(root, 'dist');

/** Everything that the site is made from. */
const sources = ['src', 'deploy', 'public', 'index.html', 'redirect.html', 'vite.config.ts', 'package-lock.json'];

/** `npm run build`: makes `dist/`, whatever is there. */
export async function main(): Promise<void> {
  const started = performance.now();
  await buildSite();
  console.log(`The site is in dist/ (${seconds(started)}).`);
}

/**
 * Makes `dist/` unless it is there already, made from exactly these sources. Answers whether it was built now.
 */
export async function ensureBuilt(): Promise<boolean> {
  const kept = await readFile(stampFile, 'utf8').catch(() => '');
  if (kept !== '' && kept === (await stamp())) return false;
  await buildSite();
  return true;
}

async function buildSite(): Promise<void> {
  // Test runners and dev servers set this to their own word, and React would be built for them.
  const kept = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  const bill = billOfMaterials();
  // Waited for below; without this a failure meanwhile would end the process.
  bill.catch(() => undefined);
  try {
    await build({ root, configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
  } finally {
    if (kept === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = kept;
  }
  await writeFile(join(siteFolder, 'sbom.json'), await bill);
  await mkdir(join(root, '.cache'), { recursive: true });
  await writeFile(stampFile, await stamp());
}

/** What went in and what came out: a change of either means a new build. */
async function stamp(): Promise<string> {
  const [made, from] = await Promise.all([hashOf(['dist']), hashOf(sources)]);
  return JSON.stringify({ from, made });
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const lists = await Promise.all(paths.map(filesUnder));
  const files = lists
    .flat()
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return (await readFile(join(root, path)).catch(() => undefined)) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
