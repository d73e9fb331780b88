/**
 * Who may know what. A room is a folder of src, or one of the files beside the folders; it may import itself, and what
 * stands here. Lint and the tests about the repository both follow this table: after a change of it,
 * `npx vitest run --project unit test/rules.test.ts --update` writes the lint's half.
 */
export interface Room {
  readonly name: string;
  readonly files: readonly string[];
  /** Rooms whose values and types may be used. */
  readonly uses: readonly string[];
  /** Rooms and packages of which only types may be used. */
  readonly usesTypesOf?: readonly string[];
  /** Packages that may be used; one that ends in `-` or `/` stands for all whose names begin so. */
  readonly packages: readonly string[];
}

const view = ['react', '@fluentui/react-components', '@fluentui/react-icons', 'react-router'] as const;

export const rooms: readonly Room[] = [
  {
    name: 'domain',
    files: ['src/domain/**'],
    uses: [],
    packages: ['uuid'],
  },
  {
    name: 'config',
    files: ['src/config.ts', 'src/configFile.ts'],
    uses: ['domain', 'text'],
    packages: ['valibot'],
  },
  {
    name: 'auth',
    files: ['src/auth/**'],
    uses: ['domain', 'config'],
    usesTypesOf: ['@azure/core-auth'],
    packages: ['@azure/msal-browser'],
  },
  {
    name: 'azure',
    files: ['src/azure/**'],
    uses: ['domain', 'config'],
    packages: ['@azure/arm-', '@azure/core-', '@azure-rest/', 'valibot'],
  },
  {
    name: 'storage',
    files: ['src/storage/**'],
    uses: ['domain', 'text'],
    packages: ['idb', 'valibot'],
  },
  {
    name: 'queries',
    files: ['src/queries/**'],
    uses: ['domain'],
    usesTypesOf: ['azure'],
    packages: ['@tanstack/react-query', 'react'],
  },
  {
    name: 'runs',
    files: ['src/runs/**'],
    uses: ['domain', 'queries'],
    usesTypesOf: ['auth', 'azure', 'storage', 'text'],
    packages: ['uuid'],
  },
  {
    name: 'text',
    files: ['src/text/**'],
    uses: ['domain'],
    usesTypesOf: ['config'],
    packages: ['es-hangul', 'react'],
  },
  {
    name: 'ui',
    files: ['src/ui/**'],
    uses: [],
    usesTypesOf: ['domain'],
    packages: [...view, 'react-dom', '@tanstack/react-virtual'],
  },
  {
    name: 'paths',
    files: ['src/paths.ts'],
    uses: [],
    usesTypesOf: ['domain'],
    packages: [],
  },
  {
    name: 'pages',
    files: ['src/pages/**'],
    uses: ['domain', 'queries', 'runs', 'storage', 'text', 'ui', 'paths'],
    usesTypesOf: ['auth', 'azure', 'config'],
    packages: view,
  },
  {
    // Drawn before anything is loaded, so it stays light: no Fluent UI, no queries.
    name: 'start',
    files: ['src/pages/start/**'],
    uses: ['domain', 'paths', 'storage', 'text'],
    usesTypesOf: ['auth', 'config'],
    packages: ['react', 'react-dom'],
  },
  {
    name: 'App',
    files: ['src/App.tsx', 'src/routes.tsx'],
    uses: ['domain', 'queries', 'runs', 'storage', 'text', 'ui', 'paths', 'pages'],
    usesTypesOf: ['auth', 'config'],
    packages: view,
  },
  {
    name: 'redirect',
    files: ['src/redirect.ts'],
    uses: ['auth'],
    packages: [],
  },
  {
    name: 'main',
    files: ['src/main.tsx', 'src/open.tsx', 'src/version.ts'],
    uses: 'domain config auth azure queries runs storage text ui paths pages start App'.split(' '),
    packages: ['react', 'react-dom', 'react-router'],
  },
];

/** The room that a file belongs to, by its path from the project's folder: the last, which is the narrowest. */
export function roomOf(path: string): Room | undefined {
  return rooms.findLast(({ files }) =>
    files.some((file) => (file.endsWith('**') ? path.startsWith(file.slice(0, -2)) : path === file)),
  );
}

/** Whether an entry of `packages` means this package, or a module inside it. */
export function opens(entry: string, specifier: string): boolean {
  return /[-/]$/.test(entry) ? specifier.startsWith(entry) : specifier === entry || specifier.startsWith(`${entry}/`);
}
