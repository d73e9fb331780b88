import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { isAppPage } from '../../deploy/fallback.ts';
import { headersFor, type Site } from '../../deploy/headers.ts';
import { chosenEncoding, readSite, siteFile, type SiteFile } from './files.ts';

export interface Listening {
  /** `http://localhost:{port}`, without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface BuiltSite {
  /** Folder of the built site. */
  readonly folder: string;
  readonly site: Site;
  /** What `/config.json` says, in place of the built one; `undefined`: there is none. */
  readonly config: unknown;
}

/** Serves a built site as production does, with its headers and compression, on this machine's loopback only. */
export async function serveSite(built: BuiltSite, port: number): Promise<Listening> {
  const files = await readSite(built.folder);
  const config = '/config.json';
  if (built.config === undefined) files.delete(config);
  else files.set(config, siteFile(config, Buffer.from(JSON.stringify(built.config, null, 2))));
  return listen((request, response) => {
    answer(request, response, files, built.site).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  }, port);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, SiteFile>,
  site: Site,
): Promise<void> {
  const found = fileFor(request, files);
  const headers = headersFor(found?.path ?? '/index.html', site);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(response, 405, { ...headers, Allow: 'GET, HEAD', 'Cache-Control': 'no-store' });
    return;
  }
  if (!found) {
    send(response, 404, { ...headers, 'Cache-Control': 'no-store' }, 'Not found');
    return;
  }
  const encoding = found.file.isText ? chosenEncoding(request.headers['accept-encoding']) : 'identity';
  const tag = `"${found.file.hash}-${encoding}"`;
  const kept = { ...headers, ETag: tag, ...(found.file.isText ? { Vary: 'Accept-Encoding' } : {}) };
  if (request.headers['if-none-match'] === tag && headers['Cache-Control'] !== 'no-store') {
    send(response, 304, kept);
    return;
  }
  const body = await found.file.body(encoding);
  const coded = encoding === 'identity' ? kept : { ...kept, 'Content-Encoding': encoding };
  response.writeHead(200, { ...coded, 'Content-Type': found.file.type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function fileFor(
  request: IncomingMessage,
  files: ReadonlyMap<string, SiteFile>,
): { readonly path: string; readonly file: SiteFile } | undefined {
  const asked = (request.url ?? '/').replace(/\?.*$/, '');
  const path =
    asked === '/' || (!files.has(asked) && isNavigation(request) && isAppPage(asked)) ? '/index.html' : asked;
  const file = files.get(path);
  return file && { path, file };
}

/** Browsers say so; other clients say that they want a page. */
function isNavigation(request: IncomingMessage): boolean {
  const mode = request.headers['sec-fetch-mode'];
  return mode === undefined ? (request.headers.accept ?? '').includes('text/html') : mode === 'navigate';
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, text = ''): void {
  response.writeHead(status, text === '' ? headers : { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}

/** Answers on both loopback addresses, so that `localhost` works whichever of them a client tries first. */
async function listen(handler: RequestListener, port: number): Promise<Listening> {
  const servers = [createServer(handler), createServer(handler)] as const;
  await listening(servers[0], port, '127.0.0.1');
  await listening(servers[1], port, '::1').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error;
  });
  return {
    origin: `http://localhost:${port}`,
    async close() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

function listening(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
