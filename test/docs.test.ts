import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { cloudOf } from '../src/config.ts';
import { portalParity } from './flows/portalParity.ts';
import { parityTable } from './rules/parityTable.ts';
import { pictureOf } from './rules/picture.ts';
import { catalog as en } from '../src/text/en/catalog.ts';
import { signIn as signInEn } from '../src/text/en/signIn.ts';
import { start as startEn } from '../src/text/en/start.ts';
import { catalog as ko } from '../src/text/ko/catalog.ts';
import { signIn as signInKo } from '../src/text/ko/signIn.ts';
import { start as startKo } from '../src/text/ko/start.ts';
import { rooms, type Room } from './rules/rooms.ts';
import { filesUnder } from './rules/sources.ts';
import { root } from './run/process.ts';

/* What the documents point to is there, and what they list is complete. */

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...filesUnder('docs').filter((path) => path.endsWith('.md')),
];
const manifest: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly prettier: object;
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

  it('names only files of the project that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|deploy|public|docs)\/[\w./-]+)`/g)].map(([, target = '']) => target);
    expect(named.filter((target) => !existsSync(join(root, target)))).toEqual([]);
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

describe('CONTRIBUTING.md', () => {
  it('says of every script when to use it', () => {
    const named = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?(\w+)/gm)].map(([, script = '']) => script);
    expect(named.toSorted()).toEqual(Object.keys(manifest.scripts).toSorted());
  });
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

describe('docs/portal-parity.md', () => {
  it('names only tests that exist', () => {
    const proofs = portalParity.flatMap(({ shownBy }) => shownBy);
    const missing = proofs.filter(({ file, name }) => !existsSync(join(root, file)) || !testsIn(file).includes(name));
    expect(missing).toEqual([]);
  });

  it('says what the list says', async () => {
    const expected = await format(parityTable(portalParity), { ...manifest.prettier, parser: 'markdown' });
    await expect(expected).toMatchFileSnapshot('../docs/portal-parity.md');
  });
});

describe('docs/architecture.md', () => {
  it('draws the rooms as they are', async () => {
    const drawn = read('docs/architecture.md').replace(
      /(<!-- rooms: .+ -->\n)[^]*(<!-- end of rooms -->)/,
      (_, begin: string, end: string) => `${begin}\n${pictureOf(rooms)}\n\n${end}`,
    );
    const expected = await format(drawn, { ...manifest.prettier, parser: 'markdown' });
    await expect(expected).toMatchFileSnapshot('../docs/architecture.md');
  });

  it('leaves no arrow out that no other path says', () => {
    const room = (name: string, uses: readonly string[], usesTypesOf: readonly string[] = []): Room => ({
      name,
      uses,
      usesTypesOf,
      files: [],
      packages: [],
    });
    const picture = pictureOf([
      room('ground', []),
      room('other', [], ['ground']),
      room('middle', ['ground'], ['other']),
      room('top', ['ground', 'middle'], ['other', 'ground', 'some-package']),
    ]);
    expect([...picture.matchAll(/^ {2}(\w+ -\.?->? \w+)$/gm)].map(([, arrow]) => arrow)).toEqual([
      'top --> middle',
      'middle --> ground',
      'middle -.-> other',
      'other -.-> ground',
    ]);
  });
});

describe('the user guides', () => {
  const words = {
    en: placesOf({ ...en, signIn: signInEn, start: startEn }),
    ko: placesOf({ ...ko, signIn: signInKo, start: startKo }),
  };
  const guide = (language: 'en' | 'ko') => read(`docs/guide.${language}.md`);
  const pages = (language: 'en' | 'ko') => [...guide(language).matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);

  it.each(['en', 'ko'] as const)('use the words of the app: %s', (language) => {
    const bold = [...guide(language).matchAll(/\*\*(.+?)\*\*/gs)].map(([, word = '']) => word.replace(/\s+/g, ' '));
    expect(bold.length).toBeGreaterThan(30);
    expect([...bold, ...pages(language)].filter((word) => !words[language].has(word))).toEqual([]);
  });

  it('have the same pages in the same order', () => {
    const places = (language: 'en' | 'ko') => pages(language).map((title) => words[language].get(title) ?? []);
    const korean = places('ko');
    expect(places('en').filter((found, index) => !found.some((place) => korean[index]?.includes(place)))).toEqual([]);
    expect(korean.length).toBe(places('en').length);
  });

  it('tell of every page that the frame leads to', () => {
    const { overview, offers, delegations, runs, guide: help } = en.frame;
    const further = [en.registration.title, en.activate.title, en.activity.title, en.guardrails.title];
    expect(pages('en')).toEqual(expect.arrayContaining([overview, offers, delegations, runs, help, ...further]));
  });

  it('are bold where they mean to be', () => {
    // A closing mark between punctuation and a letter closes nothing: https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run
    for (const language of ['en', 'ko'] as const) {
      expect([...guide(language).matchAll(/[?.,)”]\*\*[가-힣A-Za-z]/g)]).toEqual([]);
    }
  });
});

/** Every fixed text of a catalog, with the places where it stands: `frame.overview`. */
function placesOf(words: object): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const visit = (value: unknown, place: string) => {
    if (typeof value === 'string') found.set(value, [...(found.get(value) ?? []), place]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(part, place === '' ? key : `${place}.${key}`);
    }
  };
  visit(words, '');
  return found;
}

/** The names of the tests of a file: what stands in quotes first in a call of `it`, or in the call that `it.each` gives. */
function testsIn(path: string): string[] {
  const calls = /(?:\bit(?:\.\w+)*|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g;
  return [...read(path).matchAll(calls)].map(([, single, double, back]) => single ?? double ?? back ?? '');
}
