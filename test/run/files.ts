import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface SiteFile {
  readonly type: string;
  /** Strong validator over the content, without quotes. */
  readonly hash: string;
  body(encoding: Encoding): Promise<Buffer>;
  readonly isText: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Reads a built site into memory, by path (`/assets/index-….js`): what is not in the map cannot be asked for. */
export async function readSite(folder: string): Promise<Map<string, SiteFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, SiteFile]> => {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/');
      return [path, siteFile(path, await readFile(file))];
    });
  return new Map(await Promise.all(files));
}

/** One file of the site from its content. Compressed forms are made when they are first asked for, once. */
export function siteFile(path: string, content: Buffer): SiteFile {
  const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const isText = /charset/.test(type);
  const made = new Map<Encoding, Promise<Buffer>>();
  return {
    type,
    isText,
    hash: createHash('sha256').update(content).digest('base64url').slice(0, 27),
    body(encoding) {
      const body = made.get(encoding) ?? compressed(content, encoding);
      made.set(encoding, body);
      return body;
    },
  };
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compressed(content: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    case 'gzip':
      return zip(content, { level: 9 });
    case 'identity':
      return content;
  }
}

/** The best of our encodings that an `Accept-Encoding` header takes. */
export function chosenEncoding(accepted: string | undefined): Encoding {
  const taken = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(';'))
      .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ''))
      .map(([name]) => name),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}
