import { connect, createServer } from 'node:net';

/** Both loopback addresses: browsers try either of them for `localhost`. */
const loopback = ['127.0.0.1', '::1'] as const;

/**
 * The first port from `wanted` on that nothing on this machine's loopback uses; 0 asks for any. Whoever takes it must do
 * so soon: between the answer and the use another program may come first.
 */
export async function freePort(wanted: number): Promise<number> {
  if (wanted === 0) return anyPort();
  for (let port = wanted; port < 65_536; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${wanted} on. Name another one with PORT.`);
}

/** The port that the environment asks for, or `usual`. Throws with a sentence when PORT is not a port. */
export function wantedPort(usual: number, text = process.env['PORT']): number {
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${text}", which is not a port. Use a number from 1 to 65535.`);
  }
  return port;
}

async function isFree(port: number): Promise<boolean> {
  for (const host of loopback) {
    // Some systems let a second program bind one address of a port that another holds on all: so ask first.
    if (await answers(port, host)) return false;
    if ((await bind(port, host)) === 'taken') return false;
  }
  return true;
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}

/** A machine may have no IPv6 at all: that is not "taken". */
function bind(port: number, host: string): Promise<'free' | 'taken'> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? 'free' : 'taken');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: loopback[0] }, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
