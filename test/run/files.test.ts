import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chosenEncoding, siteFile } from './files.ts';

describe('chosenEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, *;q=0.1', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['identity', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('%s: %s', (accepted, encoding) => {
    expect(chosenEncoding(accepted)).toBe(encoding);
  });
});

describe('siteFile', () => {
  const text = 'lighthouse '.repeat(100);
  const file = siteFile('/assets/a.js', Buffer.from(text));

  it('knows its type', () => {
    expect(file.type).toBe('text/javascript; charset=utf-8');
    expect(siteFile('/picture.png', Buffer.of(1)).isText).toBe(false);
    expect(siteFile('/unknown', Buffer.of(1)).type).toBe('application/octet-stream');
  });

  it('gives the same content in every encoding', async () => {
    expect(brotliDecompressSync(await file.body('br')).toString()).toBe(text);
    expect(gunzipSync(await file.body('gzip')).toString()).toBe(text);
    expect((await file.body('identity')).toString()).toBe(text);
  });

  it('has a hash that follows its content', () => {
    expect(siteFile('/a.js', Buffer.from(text)).hash).toBe(file.hash);
    expect(siteFile('/a.js', Buffer.from(`${text}.`)).hash).not.toBe(file.hash);
  });
});
