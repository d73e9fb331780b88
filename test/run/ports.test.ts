import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, wantedPort } from './ports.ts';

async function held(host: string): Promise<{ readonly port: number; free(): Promise<unknown> }> {
  const server = createServer();
  const port = await freePort(0);
  await new Promise<void>((resolve) => server.listen({ port, host }, resolve));
  return { port, free: () => new Promise((resolve) => server.close(resolve)) };
}

describe('freePort', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('passes over a port that is held on %s', async (host) => {
    const { port, free } = await held(host);
    try {
      expect(await freePort(port)).toBeGreaterThan(port);
    } finally {
      await free();
    }
    expect(await freePort(port)).toBe(port);
  });
});

describe('wantedPort', () => {
  it('is the usual one unless the environment names another', () => {
    expect(wantedPort(5173, undefined)).toBe(5173);
    expect(wantedPort(5173, '')).toBe(5173);
    expect(wantedPort(5173, '8080')).toBe(8080);
  });

  it.each(['abc', '0', '65536', '80.5', '-1'])('refuses PORT=%s with a sentence', (text) => {
    expect(() => wantedPort(5173, text)).toThrow(`PORT is "${text}", which is not a port.`);
  });
});
