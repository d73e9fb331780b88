import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import type { Emulator } from '../../emulator/emulator.ts';
import { serve } from '../../emulator/serve.ts';
import { timeOf, delays, wires, type WireName } from '../wire.ts';
import type { Certificate } from './certificate.ts';

/** Azure Resource Manager at the distance of a benchmark, on the network of this machine, in real time. */
export interface FarAzure {
  readonly port: number;
  /** Requests so far, without preflights. */
  asked(): number;
  /** Refusals for asking too fast, so far. */
  refused(): number;
  close(): Promise<void>;
}

/**
 * Serves the emulated Azure as far away as `delays` say: over HTTP/1.1, where a browser opens six connections, or over
 * HTTP/2 with a hundred streams.
 */
export async function serveFar(emulator: Emulator, wire: WireName, certificate: Certificate): Promise<FarAzure> {
  let asked = 0;
  let refused = 0;
  const handle = async (request: Request): Promise<Response> => {
    const isPreflight = request.method === 'OPTIONS';
    if (!isPreflight) asked += 1;
    const takes = isPreflight ? delays.preflight : timeOf(request);
    await wait(takes / 2);
    const response = await emulator.handle(request);
    if (response.status === 429) refused += 1;
    await wait(takes / 2);
    return response;
  };
  const served =
    wire === 'HTTP/1.1' ? await serveHttp1({ handle }, certificate) : await serveHttp2(handle, certificate);
  return { ...served, asked: () => asked, refused: () => refused };
}

/** Serves an emulator over TLS, one request at a time on each connection. */
export async function serveHttp1(emulator: Pick<Emulator, 'handle'>, certificate: Certificate) {
  const { origin, close } = await serve(emulator, { port: 0, ...certificate });
  return { port: Number(new URL(origin).port), close };
}

async function serveHttp2(handle: (request: Request) => Promise<Response>, certificate: Certificate) {
  const sessions = new Set<{ destroy(): void }>();
  const server = createSecureServer(
    { ...certificate, settings: { maxConcurrentStreams: wires['HTTP/2'] } },
    (incoming, outgoing) => {
      answer(incoming, outgoing, handle).catch(() => outgoing.stream.close());
    },
  );
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    port: address.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  };
}

async function answer(
  incoming: Http2ServerRequest,
  outgoing: Http2ServerResponse,
  handle: (request: Request) => Promise<Response>,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (!name.startsWith(':') && value !== undefined) headers.set(name, [value].flat().join(', '));
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const response = await handle(
    new Request(`https://${incoming.authority}${incoming.url}`, {
      method: incoming.method,
      headers,
      body: chunks.length === 0 ? null : Buffer.concat(chunks),
    }),
  );
  // Of a connection's own headers HTTP/2 allows none.
  const kept = [...response.headers].filter(([name]) => !/^(?:connection|keep-alive|transfer-encoding)$/.test(name));
  outgoing.writeHead(response.status, Object.fromEntries(kept));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
