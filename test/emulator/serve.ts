import { createServer as createHttpServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Emulator } from './emulator.ts';
import { nodeListener } from './host/nodeListener.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** `localhost` (the default) listens on 127.0.0.1 and on ::1, since clients differ in which one they try. */
  readonly host?: string;
  /** PEM texts; with both, the emulator speaks https. */
  readonly cert?: string;
  readonly key?: string;
}

export interface ServedEmulator {
  /** `http://localhost:5174` */
  readonly origin: string;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/**
 * Puts an emulator on the network.
 *
 * @throws Error with a sentence for a person when the port is taken or may not be used.
 */
export async function serve(emulator: Pick<Emulator, 'handle'>, options: ServeOptions): Promise<ServedEmulator> {
  const { host = 'localhost', cert, key } = options;
  const secure = cert !== undefined && key !== undefined;
  const listener = nodeListener((request) => emulator.handle(request), secure ? 'https' : 'http');
  const make = (): Server => (secure ? createHttpsServer({ cert, key }, listener) : createHttpServer(listener));

  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const servers = await listenOnAll(make, addresses, options.port);
  return {
    origin: `${secure ? 'https' : 'http'}://${host}:${portOf(servers)}`,
    close: () => stopAll(servers),
  };
}

/** As many times as a free port of one address may turn out to be taken on the other. */
const tries = 10;

/** One server per address, all on one port. */
async function listenOnAll(
  make: () => Server,
  addresses: readonly string[],
  wanted: number,
): Promise<readonly Server[]> {
  for (let attempt = 1; ; attempt += 1) {
    const servers: Server[] = [];
    try {
      for (const address of addresses) {
        const server = make();
        if (await listen(server, servers.length === 0 ? wanted : portOf(servers), address)) servers.push(server);
      }
      return servers;
    } catch (error) {
      await stopAll(servers);
      if (wanted !== 0 || attempt === tries) throw error;
    }
  }
}

/** Starts listening; false where the machine does not have that address (no IPv6, for example). */
function listen(server: Server, port: number, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (address === '::1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')) resolve(false);
      else reject(new Error(sentence(error, port, address), { cause: error }));
    });
    server.listen(port, address, () => resolve(true));
  });
}

function sentence(error: NodeJS.ErrnoException, port: number, address: string): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is already in use on ${address}. Choose another one.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023.`;
  return `The emulator cannot listen on ${address}, port ${port}: ${error.message}`;
}

function portOf(servers: readonly Server[]): number {
  const address = servers[0]?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return address.port;
}

async function stopAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(stop));
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
