import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * Joins a `Request -> Response` function to Node's server. Where the function rejects (a fault breaks the connection), the
 * socket is destroyed: the client sees a lost connection, not an error page. A client that gives up aborts the request.
 */
export function nodeListener(
  handle: (request: Request) => Promise<Response>,
  scheme: 'http' | 'https',
): RequestListener {
  return (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    answer(incoming, outgoing, gone.signal).catch((failure: unknown) => {
      // A lost connection or a client that gave up is a fault at work; anything else is a defect worth seeing.
      if (!isExpected(failure)) console.error(failure);
      incoming.socket.destroy();
    });
  };

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
    const request = await readRequest(incoming, scheme, signal);
    const unreadable = new Response('This is not a request the emulator can read.', { status: 400 });
    await send(request === undefined ? unreadable : await handle(request), outgoing);
  }
}

async function readRequest(
  incoming: IncomingMessage,
  scheme: string,
  signal: AbortSignal,
): Promise<Request | undefined> {
  // Put together as text: `new URL(path, base)` would take a path such as `//other/subscriptions` for another host.
  const url = `${scheme}://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  const { method = 'GET' } = incoming;
  if (!URL.canParse(url) || ['CONNECT', 'TRACE', 'TRACK'].includes(method)) return undefined;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    if (!name.startsWith(':')) for (const item of value ?? []) headers.append(name, item);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = method === 'GET' || method === 'HEAD' || chunks.length === 0 ? null : Buffer.concat(chunks);
  return new Request(url, { method, headers, body, signal });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.statusCode = response.status;
  // The last piece ends the answer, so that one that comes in one piece says how long it is.
  let last: Uint8Array | undefined;
  for await (const piece of response.body ?? []) {
    if (last) outgoing.write(last);
    last = piece;
  }
  outgoing.end(last);
}

function isExpected(failure: unknown): boolean {
  return failure instanceof Error && (failure.message === 'Failed to fetch' || failure.name === 'AbortError');
}
