import { isLoopbackOrigin } from '../host/outsideUrl.ts';

/**
 * Lets a page read an answer of the sign-in service, where its origin is one registered for the app: here, any loopback
 * one. Adds nothing to an answer that everybody may read already.
 */
export function withEntraCors(request: Request, response: Response): Response {
  const origin = request.headers.get('origin');
  if (origin === null || !isLoopbackOrigin(origin) || response.headers.has('access-control-allow-origin'))
    return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.append('vary', 'origin');
  return response;
}

/** The answer to a browser's question before a cross-origin call. */
export function entraPreflight(request: Request): Response {
  const headers = new Headers({
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-max-age': '3600',
  });
  const asked = request.headers.get('access-control-request-headers');
  if (asked !== null) headers.set('access-control-allow-headers', asked);
  return withEntraCors(request, new Response(null, { status: 204, headers }));
}
