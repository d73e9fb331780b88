import { describe, expect, it, vi } from 'vitest';
import { findBrowser } from './launch.ts';
import { routes } from './routes.ts';

const all = routes.map(({ name }) => name);

describe('findBrowser', () => {
  it('says what to do when there is no browser and none can be had', async () => {
    await expect(findBrowser({ skip: all })).rejects.toThrow(
      /^No Chromium, Chrome or Edge was found .* Install one of them, or set CHROME_PATH/,
    );
  });

  it('never takes another browser than the one that a person named', async () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    await expect(findBrowser()).rejects.toThrow(/^CHROME_PATH names a browser that does not start: /);
  });

  it('asks what a person named first, and what has to be fetched last', () => {
    expect(all).toEqual(['CHROME_PATH', 'PATH', 'channels', 'playwright', 'npm', 'apt', 'download']);
  });
});
