interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What we read of package-lock.json. https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Optional packages that others name and the lock file lacks. A registry that did not have the package for some other
 * system leaves such a gap without a word, and `npm ci` refuses the file there.
 */
export function missingFromLock({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(path, name).some((place) => place in packages))
      .map((name) => `${path} -> ${name}`),
  );
}

/** Where Node.js would look for a package that the one at `path` asks for, nearest first. */
function placesFor(path: string, name: string): string[] {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).filter(Boolean);
  const bases = parts.map((_, count) => parts.slice(0, parts.length - count));
  return [...bases, []].map((base) => [...base, name].map((part) => `node_modules/${part}`).join('/'));
}
