import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from '../../deploy/headers.ts';
import { freePort } from './ports.ts';
import { serveSite, type BuiltSite, type Listening } from './site.ts';

const site = {
  local: { entra: 'http://localhost:9', arm: 'http://localhost:9' },
};
let built: BuiltSite;
let served: Listening;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>app</title>');
  await writeFile(join(folder, 'redirect.html'), '<!doctype html><title>bridge</title>');
  await writeFile(join(folder, 'config.json'), '{"from":"the build"}');
  await writeFile(join(folder, 'assets', 'app-12345678.js'), 'export {};');
  built = { folder, site, config: { from: 'here' } };
  served = await serveSite(built, await freePort(0));
});

afterAll(async () => {
  await served.close();
  await rm(built.folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks for a path exactly as it is, with exactly these headers: `fetch` would tidy up both. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(served.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname: 'localhost', port, path, headers, method }, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode, headers: response.headers, text: body }),
        reject,
      );
    });
    asked.on('error', reject).end();
  });
}

const navigation = { accept: 'text/html,*/*' };

describe('serveSite', () => {
  it.each([
    ['/', '/index.html'],
    ['/index.html', '/index.html'],
    ['/redirect.html', '/redirect.html'],
    ['/assets/app-12345678.js', '/assets/app-12345678.js'],
    ['/config.json', '/config.json'],
  ])('answers %s with the production headers of %s', async (path, file) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    for (const [name, value] of Object.entries(headersFor(file, site))) expect(headers[name.toLowerCase()]).toBe(value);
  });

  it('answers its own configuration', async () => {
    expect(JSON.parse((await ask('/config.json')).text)).toEqual({ from: 'here' });
  });

  it('answers pages of the app to navigations only', async () => {
    expect((await ask('/offers/a.b-1.0.0', navigation)).text).toContain('<title>app');
    expect((await ask('/offers', { 'sec-fetch-mode': 'navigate' })).text).toContain('<title>app');
    expect((await ask('/offers', { accept: 'application/json' })).status).toBe(404);
    expect((await ask('/offers', { ...navigation, 'sec-fetch-mode': 'cors' })).status).toBe(404);
  });

  it.each(['/assets/gone.js', '/missing.json', '/favicon.ico'])(
    'answers 404 to %s, even as a navigation',
    async (path) => {
      const { status, headers } = await ask(path, navigation);
      expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    },
  );

  it.each(['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '//elsewhere/package.json'])(
    'gives nothing from outside: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('says "not modified" to who has it', async () => {
    const first = await ask('/');
    const again = await ask('/', { 'if-none-match': first.headers.etag ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
  });

  it('compresses for who can read it', async () => {
    expect((await ask('/', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br');
    expect((await ask('/')).headers).not.toHaveProperty('content-encoding');
  });

  it('takes no other method', async () => {
    const { status, headers } = await ask('/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});
