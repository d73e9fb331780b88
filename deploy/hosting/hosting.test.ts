import { describe, expect, it } from 'vitest';
import { isAppPage } from '../fallback.ts';
import { headersFor, type Site } from '../headers.ts';
import { nginxServer } from './nginx.ts';
import { staticWebApp, type StaticWebApp } from './staticWebApp.ts';
import { headerTable } from './table.ts';

const sites: readonly (readonly [string, Site])[] = [
  ['public', { cloud: 'public' }],
  ['public, with Graph', { cloud: 'public', graph: true }],
  ['usgov', { cloud: 'usgov' }],
  ['china', { cloud: 'china' }],
];
const files = ['/index.html', '/redirect.html', '/config.json', '/config.schema.json', '/boot.js', '/assets/a-1.js'];
const pages = ['/', '/offers', '/offers/a.b-1.0.0', '/runs/2026-01-01T00:00'];
const missing = ['/assets/old-1.js', '/nothing.json', '/favicon.ico'];

/** Whether a pattern of Azure Static Web Apps means this path: `*` and `{a,b}`, as its documentation says. */
function means(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`)
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(path);
}

/** What Azure Static Web Apps answers by this configuration, if all files are there. */
function answered({ routes, globalHeaders }: StaticWebApp, path: string): Record<string, string> {
  const own = routes.find(({ route }) => means(route, path))?.headers ?? {};
  return Object.fromEntries(Object.entries({ ...globalHeaders, ...own }).filter(([, value]) => value !== ''));
}

describe.each(sites)('Azure Static Web Apps, %s', (_, site) => {
  const config = staticWebApp(site);

  it.each(files)('answers %s with exactly our headers', (path) => {
    expect(answered(config, path)).toEqual(headersFor(path, site));
  });

  it.each([...pages, ...missing])('answers %s with the start page only where it is a page', (path) => {
    const tried = [path, `${path}/index.html`.replace('//', '/')];
    const falls = !config.navigationFallback.exclude.some((pattern) => tried.some((one) => means(pattern, one)));
    expect(falls).toBe(isAppPage(path));
  });
});

describe.each(sites)('nginx, %s', (_, site) => {
  const locations = new Map(
    [...nginxServer(site).matchAll(/location ([^{]+?) \{\n([^}]*)\}/g)].map(([, name = '', body = '']) => [
      name,
      Object.fromEntries(
        [...body.matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(([, key, value]) => [key, value]),
      ),
    ]),
  );

  it.each([
    ['= /redirect.html', '/redirect.html'],
    ['= /config.json', '/config.json'],
    ['^~ /assets/', '/assets/a-1.js'],
    [String.raw`~ \.(css|html|ico|js|json|map|md|png|svg|txt|webmanifest|woff2)$`, '/boot.js'],
    ['/', '/index.html'],
  ])('%s answers as %s does', (location, path) => {
    expect(locations.get(location)).toEqual(headersFor(path, site));
  });
});

it('the table for other hosts names every header of every kind of file', () => {
  const table = headerTable({ cloud: 'public' });
  for (const path of files) {
    for (const [name, value] of Object.entries(headersFor(path, { cloud: 'public' }))) {
      expect(table).toContain(`${name}: ${value}`);
    }
  }
});
