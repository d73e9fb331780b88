import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import { root } from '../run/process.ts';

export interface Source {
  /** Path from the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** As written: a package, or a relative path. */
  readonly specifier: string;
  /** Path from the project's folder of what a relative one means. */
  readonly target?: string;
  /** Only types come in: nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

/** Every file under a folder of the project, by path; what is installed there is not the project's. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/'))
    .toSorted();
}

/** The TypeScript files under a folder of the project. */
export function sourcesUnder(folder: string): Source[] {
  return filesUnder(folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What a file imports, re-exports or loads on demand, as the parser of the build sees it. */
export function importsOf({ path, text }: Source): Import[] {
  const { module } = parseSync(path, text);
  const found = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typesOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typesOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
      typesOnly: false,
    })),
  ];
  return found.map((one) => {
    const target = targetOf(path, one.specifier);
    return target === undefined ? one : { ...one, target };
  });
}

function targetOf(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}
