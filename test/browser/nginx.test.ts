import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from '../../deploy/headers.ts';
import { nginxServer } from '../../deploy/hosting/nginx.ts';
import { siteFolder } from '../run/build.ts';
import { freePort } from '../run/ports.ts';

const site = { cloud: 'public' } as const;
const isHere = spawnSync('nginx', ['-v']).status === 0;

// A real nginx, where this machine has one, with the server block that `npm run hosting` writes.
describe.runIf(isHere)('the built site behind nginx', () => {
  let folder: string;
  let origin: string;
  let server: ChildProcess | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nginx-'));
    const port = await freePort(8090);
    origin = `http://127.0.0.1:${port}`;
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${join(folder, name)};`)
      .join('\n');
    const block = nginxServer(site, { root: siteFolder, listen: `127.0.0.1:${port}` });
    const file = join(folder, 'nginx.conf');
    // Started as root it would serve as a user who may not read this folder.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    await writeFile(
      file,
      `${user} daemon off; pid ${join(folder, 'pid')}; events {} http { access_log off; ${places}\n${block} }`,
    );
    server = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
    for (let tries = 0; tries < 50; tries += 1) {
      if (await fetch(origin).catch(() => undefined)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  afterAll(async () => {
    server?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(path: string) {
    const response = await fetch(origin + path);
    const expected = headersFor(path, site);
    const seen = Object.fromEntries(Object.keys(expected).map((name) => [name, response.headers.get(name)]));
    return { response, expected, seen, text: await response.text() };
  }

  it('answers every kind of file with exactly our headers', async () => {
    const [asset = ''] = await readdir(join(siteFolder, 'assets'));
    for (const path of ['/index.html', '/redirect.html', '/config.json', '/boot.js', `/assets/${asset}`]) {
      const { response, expected, seen } = await ask(path);
      expect([path, response.status, seen]).toEqual([path, 200, expected]);
    }
    expect((await ask('/redirect.html')).response.headers.has('Cross-Origin-Opener-Policy')).toBe(false);
  });

  it('answers pages with the start page, and what is missing with 404', async () => {
    const start = await ask('/index.html');
    for (const path of ['/', '/offers', '/offers/a.b-1.0.0', '/runs/2026-01-01T00:00']) {
      const { response, text } = await ask(path);
      expect([path, response.status, text === start.text]).toEqual([path, 200, true]);
      expect(response.headers.get('Content-Security-Policy')).toBe(start.expected['Content-Security-Policy']);
    }
    for (const path of ['/assets/old-1.js', '/nothing.json']) {
      const { response, seen, expected } = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(seen['X-Content-Type-Options']).toBe(expected['X-Content-Type-Options']);
    }
  });
});
