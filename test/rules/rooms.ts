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
  /** Packages that may be used; the rest of the name may follow (`@azure/arm-` opens every ARM client). */
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
    uses: ['domain'],
    usesTypesOf: ['text'],
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
    uses: ['domain'],
    usesTypesOf: ['auth', 'azure', 'storage'],
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
    packages: [...view, '@tanstack/react-virtual'],
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
    uses: ['domain', 'queries', 'runs', 'text', 'ui', 'paths'],
    usesTypesOf: ['auth', 'azure', 'config', 'storage'],
    packages: view,
  },
  {
    name: 'App',
    files: ['src/App.tsx'],
    uses: ['domain', 'queries', 'runs', 'text', 'ui', 'paths', 'pages'],
    usesTypesOf: ['auth', 'config', 'storage'],
    packages: view,
  },
  {
    name: 'redirect',
    files: ['src/redirect.ts'],
    uses: [],
    packages: ['@azure/msal-browser'],
  },
  {
    name: 'main',
    files: ['src/main.tsx'],
    uses: ['domain', 'config', 'auth', 'azure', 'queries', 'runs', 'storage', 'text', 'ui', 'paths', 'pages', 'App'],
    packages: ['react', 'react-dom', 'react-router'],
  },
];

/** The room that a file belongs to, by its path from the project's folder. */
export function roomOf(path: string): Room | undefined {
  return rooms.find(({ files }) =>
    files.some((file) => (file.endsWith('**') ? path.startsWith(file.slice(0, -2)) : path === file)),
  );
}
