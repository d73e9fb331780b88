import type { Switches } from '../model.ts';

/**
 * The answer to a browser's question before a cross-origin call: Azure Resource Manager takes calls from any page with
 * any header, and lets the answer be kept for an hour.
 */
export function armPreflight(request: Request): Response {
  const headers = new Headers({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, PUT, POST, PATCH, DELETE, HEAD, OPTIONS',
    'access-control-max-age': '3600',
  });
  const asked = request.headers.get('access-control-request-headers');
  if (asked !== null) headers.set('access-control-allow-headers', asked);
  return new Response(null, { status: 200, headers });
}

/** Lets a page read the answer; which of its headers, the world's switch `exposedHeaders` decides. */
export function withArmCors(response: Response, exposed: Switches['exposedHeaders']): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  if (exposed === 'all') headers.set('access-control-expose-headers', [...response.headers.keys()].join(', '));
  return new Response(response.body, { status: response.status, headers });
}
