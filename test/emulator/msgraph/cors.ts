import type { Switches } from '../model.ts';

/** Headers a page may send: what Microsoft's own JavaScript client sends from browsers, and no more. */
const accepted = [
  'accept',
  'authorization',
  'client-request-id',
  'consistencylevel',
  'content-type',
  'prefer',
  'sdkversion',
];
/** Headers a page may read; that `Retry-After` was missing among them is reported (https://github.com/microsoftgraph/microsoft-graph-docs/issues/17488). */
const readable = ['client-request-id', 'location', 'request-id', 'www-authenticate'];

/** The answer to a browser's question before a call from a page. */
export function graphPreflight(): Response {
  return new Response(null, {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': accepted.join(', '),
      'access-control-max-age': '3600',
    },
  });
}

/** Lets a page read the answer, and some of its headers; all of them with the world's switch `exposedHeaders`. */
export function withGraphCors(response: Response, exposed: Switches['exposedHeaders']): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  const names = exposed === 'all' ? [...response.headers.keys()] : readable;
  headers.set('access-control-expose-headers', names.join(', '));
  return new Response(response.body, { status: response.status, headers });
}
