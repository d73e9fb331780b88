/** A change that was tried. https://github.com/stryker-mutator/mutation-testing-elements (its report's schema) */
interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Lines and columns count from one. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** What Stryker leaves behind. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** By file and reason, the changes that nothing needs to notice. */
export type Explained = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface MutationFindings {
  /** Each folder with its changes. */
  readonly table: readonly string[];
  /** How many survivors each reason explains, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
  /** Survivors without a reason, as they would stand in the file of explanations. */
  readonly unexplained: readonly string[];
  /** Explanations of what was noticed, or is not there any more. */
  readonly outdated: readonly string[];
}

/** Changes of a status that is neither were not tried. */
const noticed = new Set(['Killed', 'Timeout']);
const survived = new Set(['Survived', 'NoCoverage']);
const longest = 72;

/** What the tests noticed, and whether there is a reason for everything else. */
export function judgeMutants(report: MutationReport, explained: Explained): MutationFindings {
  const files = Object.entries(report.files).map(([path, { source, mutants }]) => {
    const lines = source.split('\n');
    const reasonOf = new Map(
      Object.entries(explained[path] ?? {}).flatMap(([reason, changes]) => changes.map((it) => [it, reason])),
    );
    const left = mutants.filter(({ status }) => survived.has(status)).map((mutant) => describe(mutant, lines));
    return { path, left, reasonOf, seen: mutants.filter(({ status }) => noticed.has(status)).length };
  });
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))];
  const reasons = files.flatMap(({ left, reasonOf }) => left.flatMap((it) => reasonOf.get(it) ?? []));
  return {
    table: [
      row('', 'changes', 'noticed', 'share', 'explained', 'not'),
      ...folders.map((folder) => {
        const own = files.filter(({ path }) => folderOf(path) === folder);
        return tableRow(folder, own);
      }),
      tableRow('together', files),
    ],
    reasons: [...new Set(reasons)]
      .map((reason) => [reason, reasons.filter((it) => it === reason).length] as const)
      .toSorted(([, one], [, other]) => other - one),
    unexplained: files.flatMap(({ path, left, reasonOf }) =>
      left.filter((it) => !reasonOf.has(it)).map((it) => `${path}: ${it}`),
    ),
    outdated: files.flatMap(({ path, left, reasonOf }) =>
      [...reasonOf.keys()].filter((it) => !left.includes(it)).map((it) => `${path}: ${it}`),
    ),
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

interface Counted {
  readonly left: readonly string[];
  readonly reasonOf: ReadonlyMap<string, string>;
  readonly seen: number;
}

function tableRow(name: string, files: readonly Counted[]): string {
  const seen = files.reduce((sum, file) => sum + file.seen, 0);
  const left = files.reduce((sum, file) => sum + file.left.length, 0);
  const known = files.reduce((sum, file) => sum + file.left.filter((it) => file.reasonOf.has(it)).length, 0);
  const share = seen + left === 0 ? '-' : `${((100 * seen) / (seen + left)).toFixed(1)} %`;
  return row(name, String(seen + left), String(seen), share, String(known), String(left - known));
}

function row(name: string, ...cells: readonly string[]): string {
  return `${name.padEnd(22)}${cells.map((it) => it.padStart(11)).join('')}`.trimEnd();
}

/** The line with the change in it, between marks: `if (⟦a > b → a >= b⟧) return;`. Does not depend on where the line stands. */
function describe({ location: { start, end }, replacement = '' }: Mutant, lines: readonly string[]): string {
  const first = lines[start.line - 1] ?? '';
  const last = lines[end.line - 1] ?? '';
  const isOneLine = start.line === end.line;
  const original = isOneLine
    ? first.slice(start.column - 1, end.column - 1)
    : [first.slice(start.column - 1), ...lines.slice(start.line, end.line - 1), last.slice(0, end.column - 1)].join(
        ' ',
      );
  const before = first.slice(0, start.column - 1).trimStart();
  return `${before}⟦${short(original)} → ${short(replacement)}⟧${last.slice(end.column - 1).trimEnd()}`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}
