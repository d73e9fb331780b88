import type { Page, Request } from 'playwright-core';

/** The only origins that a page may talk to. */
export interface Origins {
  readonly app: string;
  readonly entra: string;
  readonly arm: string;
}

/** Where each API is asked, by whom its tokens are for: nothing else may be told who the person is. */
const places: Readonly<Record<string, RegExp>> = {
  'https://management.azure.com': /^\/(?:subscriptions|providers|tenants)(?:\/|$)/i,
  'https://graph.microsoft.com': /^\/v1\.0\/users$/,
};

/** Every token of Entra is two JSON objects and a signature, in base64. https://www.rfc-editor.org/rfc/rfc7519 */
const token = /\beyJ[\w-]+\.eyJ[\w-]+\./;

/**
 * Follows every request of a page, its frames and workers. The answer lists, when asked, each request that went to a
 * stranger, carried a token to anybody but the API it is for, or had one in its address.
 */
export function confine(page: Page, { app, entra, arm }: Origins): () => Promise<readonly string[]> {
  const known = new Set([app, entra, arm]);
  const judged: Promise<readonly string[]>[] = [];
  page.on('request', (request) => judged.push(judge(request)));

  async function judge(request: Request): Promise<readonly string[]> {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return [];
    const where = `${request.method()} ${url.origin}${url.pathname}`;
    // A page may be closed while its last requests are on their way; what the page itself set is known all the same.
    const headers = await request.allHeaders().catch(() => request.headers());
    return [
      ...(known.has(url.origin) ? [] : [`a stranger was asked: ${where}`]),
      ...(headers['authorization'] === undefined || (url.origin === arm && isFor(headers['authorization'], url))
        ? []
        : [`a token was sent astray: ${where}`]),
      ...(token.test(url.href) ? [`a token stands in an address: ${where}`] : []),
    ];
  }

  return async () => (await Promise.all(judged)).flat();
}

/** Whether the token is for the API that stands behind this address. https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
function isFor(authorization: string, { pathname }: URL): boolean {
  try {
    const payload = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
    const { aud } = JSON.parse(payload) as { readonly aud: string };
    return places[aud]?.test(pathname) ?? false;
  } catch {
    return false;
  }
}
