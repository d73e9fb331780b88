import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { readSite } from '../run/files.ts';
import { atMost, type Figure } from './report.ts';

const brotli = promisify(brotliCompress);
const attribute = /\b(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
const imported = /(?:from|import)\s*\(?["'`](\.{0,2}\/[^"'`]+\.(?:js|css))["'`]/g;

/**
 * What a browser loads of the built site, in kB (1,000 bytes), compressed by brotli at its best, as what is compressed
 * once and kept. @param folder of the built site
 */
export async function bytes(folder: string): Promise<readonly Figure[]> {
  const files = await readSite(folder);
  const text = async (path: string) => (await files.get(path)?.body('identity'))?.toString('utf8') ?? '';
  const size = async (paths: Iterable<string>) => {
    let sum = 0;
    for (const path of paths) sum += (await brotli(await text(path))).length;
    return sum / 1000;
  };
  const first = new Set([
    '/index.html',
    ...[...(await text('/index.html')).matchAll(attribute)].map(([, path = '']) => path),
  ]);
  const code = [...files.keys()].filter((path) => /\.(?:js|css)$/.test(path));

  // One reader needs one catalog: the larger one counts.
  const catalogs = code.filter((path) => path.startsWith('/assets/catalog-'));
  const sizes = await Promise.all(catalogs.map(async (path) => ({ path, kB: await size([path]) })));
  const otherLanguage = sizes
    .toSorted((one, other) => other.kB - one.kB)
    .slice(1)
    .map(({ path }) => path);

  /** A file with all that it imports for certain. */
  async function reach(path: string, seen: Set<string>): Promise<void> {
    if (seen.has(path) || !files.has(path)) return;
    seen.add(path);
    for (const [statement = '', to = ''] of (await text(path)).matchAll(imported)) {
      if (!statement.includes('(')) await reach(new URL(to, `http://site${path}`).pathname, seen);
    }
  }
  /** What is loaded before the page of that name is drawn: its file, what it imports, and the style sheets beside them. */
  async function withPages(names: readonly string[]): Promise<Set<string>> {
    const seen = new Set(first);
    const wanted = code.filter((path) => names.some((name) => path.startsWith(`/assets/${name}-`)));
    for (const path of wanted.filter((one) => !otherLanguage.includes(one))) await reach(path, seen);
    return seen;
  }
  const toTheEnd = [
    'open',
    'entra',
    'openSession',
    'catalog',
    'OverviewPage',
    'ScopesPage',
    'ReviewPage',
    'RunPage',
    'pacer.worker',
  ];
  return [
    atMost('bytes: first view, brotli', 1, await size(first), 'kB', 110),
    atMost('bytes: path to a finished delegation, brotli', 1, await size(await withPages(toTheEnd)), 'kB', 320),
    atMost(
      'bytes: everything that one reader can load, brotli',
      1,
      await size(['/index.html', ...code.filter((path) => !otherLanguage.includes(path))]),
      'kB',
      450,
    ),
  ];
}
