import { opens, rooms, type Room } from './rooms.ts';

interface Pattern {
  readonly regex: string;
  readonly message: string;
  readonly allowTypeImports?: true;
}

/**
 * The rooms as overrides of oxlint's configuration, so that an editor says at once what the tests would say later.
 * `packages` are the names of the packages that the app depends on. The last override that fits a file counts.
 * https://oxc.rs/docs/guide/usage/linter/rules/eslint/no-restricted-imports
 */
export function roomOverrides(packages: readonly string[]) {
  return [
    ...rooms.map((room) => ({
      files: room.files,
      rules: restricted(patternsFor(room, packages)),
    })),
    {
      files: ['test/emulator/**'],
      rules: restricted([
        {
          regex: '(^|/)src/',
          message: 'The emulator shares nothing with the app it is to prove.',
        },
      ]),
    },
    // Tests may bring in whatever they need to prove their neighbour.
    {
      files: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
      rules: { 'no-restricted-imports': 'off' },
    },
  ];
}

function restricted(patterns: readonly Pattern[]) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

function patternsFor(room: Room, packages: readonly string[]): Pattern[] {
  const closed = rooms.filter((other) => other.name !== room.name && !room.uses.includes(other.name));
  const typesOf = room.usesTypesOf ?? [];
  const foreign = packages.filter((name) => !room.packages.some((entry) => opens(entry, name)));
  const message = `The room "${room.name}" may not know this: see test/rules/rooms.ts.`;
  return [
    pattern(closed.filter(({ name }) => !typesOf.includes(name)).flatMap(inside), message),
    pattern(closed.filter(({ name }) => typesOf.includes(name)).flatMap(inside), `${message} Types are fine.`, true),
    pattern(foreign.filter((name) => !typesOf.includes(name)).map(whole), message),
    pattern(foreign.filter((name) => typesOf.includes(name)).map(whole), `${message} Types are fine.`, true),
    {
      regex: '^node:|^(\\.\\./)+(test|deploy)/',
      message: 'The app runs in a browser, without its tests.',
    },
  ].filter((one) => one !== undefined);
}

function pattern(parts: readonly string[], message: string, allowTypeImports?: true): Pattern | undefined {
  if (parts.length === 0) return undefined;
  return { regex: `^(${parts.join('|')})`, message, ...(allowTypeImports ? { allowTypeImports } : {}) };
}

/** How an import of another room's files begins, from anywhere in src. */
function inside(room: Room): string[] {
  return room.files.map((files) => {
    const path = files.replace(/^src\//, '');
    return `(\\./|(\\.\\./)+)${path.endsWith('/**') ? path.slice(0, -2) : `${escape(path)}$`}`;
  });
}

function whole(name: string): string {
  return `${escape(name)}($|/)`;
}

function escape(text: string): string {
  return text.replace(/[.\\/]/g, (character) => (character === '/' ? '/' : `\\${character}`));
}
