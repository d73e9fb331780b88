import { html } from './html.ts';
import type { Markup } from './html.ts';

type Headers = Readonly<Record<string, string>>;

/** Where the one style sheet of all pages is served. */
export const stylePath = '/_emulator/style.css';

/** A JSON answer that no cache keeps. */
export function jsonResponse(status: number, body: unknown, headers: Headers = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** A redirect the browser follows with GET (303 after a form, 302 otherwise). */
export function redirectResponse(location: string, headers: Headers = {}, status: 302 | 303 = 302): Response {
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store', ...headers } });
}

export type Language = 'en' | 'ko';

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Origins that a form of this page may end up on after a redirect, besides its own. */
  readonly formTargets?: readonly string[];
}

/** A whole HTML page under a policy that allows its own style sheet and its own forms, no script, no frame around it. */
export function pageResponse(status: number, page: Page, headers: Headers = {}): Response {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action ${["'self'", ...(page.formTargets ?? [])].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const shell = html`<html lang="${page.language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${page.title}</title>
      <link rel="stylesheet" href="${stylePath}" />
    </head>
    <body>
      ${page.body}
    </body>
  </html>`;
  return new Response(`<!doctype html>\n${shell.text}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
