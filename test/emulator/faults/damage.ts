import type { FaultAction, PagingTrick } from './rules.ts';
import { wait } from './wait.ts';

type Damage = Extract<FaultAction, { kind: 'body' }>['damage'];

/** The answer with its body damaged; status and headers stay. `draw` decides where a truncated body ends. */
export async function damageBody(response: Response, damage: Damage, draw: number): Promise<Response> {
  const text = await response.text();
  switch (damage) {
    case 'empty':
      return withBody(response, '');
    case 'truncated':
      return withBody(response, text.slice(0, Math.floor(text.length * (0.1 + 0.8 * draw))));
    case 'notJson':
      return withBody(response, `upstream error ${response.status}`);
    case 'unknownFields':
      return withBody(response, JSON.stringify(addUnknown(parse(text))));
  }
}

const pieces = 10;

/** The answer with its body coming piece by piece. A client that gives up ends it. */
export async function inPieces(response: Response, ms: number, signal: AbortSignal): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = Math.ceil(bytes.length / pieces);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(ms / pieces, signal);
      controller.enqueue(bytes.subarray(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
  return new Response(size === 0 ? null : body, { status: response.status, headers: response.headers });
}

/** The answer with one field saying something else; in a list, that field of each item. Other answers stay as they are. */
export async function rewriteField(response: Response, path: string, value: unknown): Promise<Response> {
  const text = await response.text();
  const body = parse(text);
  if (!response.ok || !isRecord(body)) return withBody(response, text);
  const names = path.split('.');
  const items = body['value'];
  const changed = Array.isArray(items)
    ? { ...body, value: items.map((item: unknown) => withField(item, names, value)) }
    : withField(body, names, value);
  return withBody(response, JSON.stringify(changed));
}

function withField(of: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  return isRecord(of) ? { ...of, [name]: withField(of[name], rest, value) } : of;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list with paging that misleads; an answer that is no list stays as it is. */
export async function trickPaging(url: URL, response: Response, trick: PagingTrick): Promise<Response> {
  const text = await response.text();
  const list = parse(text);
  if (!isRecord(list) || !Array.isArray(list['value'])) return withBody(response, text);
  const here = url.href;
  const items: readonly unknown[] = list['value'];
  const linkName = '@odata.context' in list ? '@odata.nextLink' : 'nextLink';
  switch (trick) {
    case 'emptyPage':
      // The items come with the next page, which is this URL asked once more.
      return withBody(response, JSON.stringify({ ...list, value: [], [linkName]: here }));
    case 'sameLinkForever':
      return withBody(response, JSON.stringify({ ...list, [linkName]: here }));
    case 'foreignOrigin':
      return withBody(response, JSON.stringify({ ...list, [linkName]: 'https://attacker.example/next?page=2' }));
    case 'itemTwice':
      return withBody(response, JSON.stringify({ ...list, value: [...items, ...items.slice(0, 1)] }));
    case 'itemMissed':
      return withBody(response, JSON.stringify({ ...list, value: items.slice(1) }));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Adds a field nobody documented to every object, as a newer service version would. */
function addUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(addUnknown);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).map(([name, member]) => [name, addUnknown(member)]);
  return { ...Object.fromEntries(known), somethingNew: { since: 'tomorrow', values: [1, null] } };
}

function withBody(response: Response, body: string): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body === '' ? null : body, { status: response.status, headers });
}
