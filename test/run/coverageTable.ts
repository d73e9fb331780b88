import { relative, sep } from 'node:path';

/** What is counted. https://istanbul.js.org/docs/advanced/coverage-object-report/ */
const measures = ['statements', 'branches', 'functions', 'lines'] as const;
type Measure = (typeof measures)[number];

/** So many of them there are, and so many were reached. */
interface Reach {
  readonly total: number;
  readonly covered: number;
}

export type Reached = Readonly<Record<Measure, Reach>>;

/** vitest's summary: `total`, and each file by its path. */
export type Summary = Readonly<Record<string, Reached>>;

/** The least share of each, in percent: a little below what was measured last. */
export type Floor = Readonly<Record<Measure, number>>;

/** A file below this stands in the table by name. */
const named = 95;
const nameWidth = 44;

/** The table of a summary: the whole, each folder below `folder`, and the files that are below 95 % in anything. */
export function coverageTable(summary: Summary, root: string, folder: string): readonly string[] {
  const files = Object.entries(summary)
    .filter(([path, reached]) => path !== 'total' && reached.statements.total > 0)
    .map(([path, reached]) => ({ path: relative(root, path).split(sep).join('/'), reached }))
    .filter(({ path }) => path.startsWith(`${folder}/`));
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))].toSorted();
  const low = files
    .filter(({ reached }) => measures.some((measure) => share(reached[measure]) < named))
    .toSorted((one, other) => least(one.reached) - least(other.reached));
  return [
    head(''),
    line('together', sum(files.map(({ reached }) => reached))),
    ...folders.map((own) =>
      line(own, sum(files.filter(({ path }) => folderOf(path) === own).map(({ reached }) => reached))),
    ),
    '',
    `${files.length - low.length} of ${files.length} files have ${named} % and more of everything.${low.length > 0 ? ' The others:' : ''}`,
    ...low.map(({ path, reached }) => line(path.slice(folder.length + 1), reached)),
  ];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** What is below the floor, in words; nothing where all is well. */
export function belowFloor(summary: Summary, floor: Floor): readonly string[] {
  const { total } = summary;
  if (!total || total.statements.total === 0) return ['Nothing was measured.'];
  return measures
    .filter((measure) => share(total[measure]) < floor[measure])
    .map((measure) => `${measure}: ${percent(total[measure])} %, at least ${floor[measure]} % is wanted.`);
}

function head(name: string): string {
  return `${name.padEnd(nameWidth)}${measures.map((measure) => measure.padStart(12)).join('')}`;
}

function line(name: string, reached: Reached): string {
  return `${name.padEnd(nameWidth)}${measures.map((measure) => percent(reached[measure]).padStart(12)).join('')}`;
}

function sum(all: readonly Reached[]): Reached {
  const of = (measure: Measure): Reach => ({
    total: all.reduce((n, reached) => n + reached[measure].total, 0),
    covered: all.reduce((n, reached) => n + reached[measure].covered, 0),
  });
  return { statements: of('statements'), branches: of('branches'), functions: of('functions'), lines: of('lines') };
}

/** In percent; what is not there is all reached. */
function share({ total, covered }: Reach): number {
  return total === 0 ? 100 : (100 * covered) / total;
}

function least(reached: Reached): number {
  return Math.min(...measures.map((measure) => share(reached[measure])));
}

/** Never rounded up to 100: one that is missing shows. */
function percent(reach: Reach): string {
  return (Math.floor(share(reach) * 10) / 10).toFixed(1);
}
