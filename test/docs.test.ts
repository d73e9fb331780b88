import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloudOf } from '../src/config.ts';
import { filesUnder } from './rules/sources.ts';
import { root } from './run/process.ts';

/* What the documents point to is there, and what they list is complete. */

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'SECURITY.md', ...filesUnder('docs').filter((path) => path.endsWith('.md'))];
const manifest: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
} = JSON.parse(read('package.json'));

/** The first column of every table under a heading, without its marks. */
function firstColumn(path: string, heading: string): string[] {
  const section = read(path)
    .split(/^#{1,3} /m)
    .find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`${path} has no heading "${heading}".`);
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
}

/** The address of a heading, as GitHub makes it. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

describe.each(documents)('%s', (path) => {
  const text = read(path);

  it('links only to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links.filter((link) => {
      if (link.startsWith('https://')) return false;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : posix.join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names only scripts that npm knows', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('names no folder of the machine that it was written on', () => {
    expect(text).not.toMatch(/(?:^|[\s"'`(=])(?:\/(?:work|root|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\)/m);
  });
});

describe('docs/deploy.md', () => {
  const text = read('docs/deploy.md');

  it('marks each group of commands: run here or not', () => {
    const groups = text.split('```bash\n').slice(0, -1);
    const unmarked = groups.filter(
      (before) => !/_(?:Not run|Run) here/.test(before.trimEnd().split('\n\n').at(-1) ?? ''),
    );
    expect(groups.length).toBeGreaterThan(5);
    expect(unmarked.map((before) => before.slice(-80))).toEqual([]);
  });

  it('lists every field of config.json, and no other', () => {
    const schema: { readonly properties: object; readonly required: readonly string[] } = JSON.parse(
      read('public/config.schema.json'),
    );
    expect(firstColumn('docs/deploy.md', '3. config.json').toSorted()).toEqual(
      Object.keys(schema.properties).toSorted(),
    );
    const needed = [...text.matchAll(/^\| `(\w+)`\s+\| yes \|/gm)].map(([, name]) => name);
    expect(needed).toEqual(schema.required);
  });

  it.each(['public', 'usgov', 'china'] as const)(
    'tells the addresses of the %s cloud as the app uses them',
    (cloud) => {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${cloud}\` `)) ?? '';
      const { login, arm, graph } = cloudOf({ cloud });
      expect([...row.matchAll(/`(https:[^`]+)`/g)].map(([, address]) => address)).toEqual([login, arm, graph]);
    },
  );
});

describe('docs/dependencies.md', () => {
  it.each([
    ['In the site', manifest.dependencies],
    ['For development', manifest.devDependencies],
  ])('says of each package what it is for: %s', (heading, packages) => {
    expect(firstColumn('docs/dependencies.md', heading).toSorted()).toEqual(Object.keys(packages).toSorted());
  });
});

describe('docs/threat-model.md', () => {
  const sections = read('docs/threat-model.md')
    .split(/^## /m)
    .filter((section) => /^\d+\. /.test(section));
  const proofs = [...read('docs/threat-model.md').matchAll(/^- `([^`]+\.test\.tsx?)` “(.+)”$/gm)].map(
    ([, path = '', name = '']) => ({ path, name }),
  );

  it('proves the measures against each attack by a test', () => {
    expect(sections.length).toBeGreaterThan(10);
    expect(sections.filter((section) => !/^- `/m.test(section) || !section.includes('**Measures.**'))).toEqual([]);
    const points = sections.flatMap((section) => section.match(/^- .+$/gm) ?? []);
    expect(points.length).toBe(proofs.length);
  });

  it('names only tests that exist', () => {
    const missing = proofs.filter(({ path, name }) => !existsSync(join(root, path)) || !testsIn(path).includes(name));
    expect(missing).toEqual([]);
  });
});

/** The names of the tests of a file: what stands in quotes first in a call of `it`, or in the call that `it.each` gives. */
function testsIn(path: string): string[] {
  const calls = /(?:\bit(?:\.\w+)*|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g;
  return [...read(path).matchAll(calls)].map(([, single, double, back]) => single ?? double ?? back ?? '');
}
