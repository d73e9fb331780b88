import { cloudOf, type Config } from '../src/config.ts';

/** Where the app talks to: a cloud of Microsoft's, or an emulated one on this machine. */
export type Site =
  | { readonly cloud: Config['cloud']; readonly graph?: boolean }
  | { readonly local: { readonly entra: string; readonly arm: string } };

/** The hash of the empty string: Fluent UI adds empty style tags and fills them through the CSSOM. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Every header that the site's files are served with: the one source for `npm start`, the browser tests and the hosting
 * files. `path` is the path of the file that is answered (`/index.html` for every page of the app, `/assets/...`).
 * Names are in their usual spelling; a name that is absent must not be sent.
 */
export function headersFor(path: string, site: Site): Readonly<Record<string, string>> {
  const isBridge = path === '/redirect.html';
  return {
    'Content-Security-Policy': isBridge ? bridgePolicy() : appPolicy(site),
    'Cache-Control': cachingOf(path),
    // MSAL forbids this header on the bridge page, which must be able to answer the window that opened it:
    // https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-browser/docs/redirect-bridge.md
    ...(isBridge ? {} : { 'Cross-Origin-Opener-Policy': 'same-origin' }),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    ...('cloud' in site ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  };
}

function appPolicy(site: Site): string {
  const { entra, others } = hostsOf(site);
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' ${emptyStyle}`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': `'self' ${[...new Set([entra, ...others])].join(' ')}`,
    // 'self' is the bridge page, in which a hidden frame ends after Entra has renewed a token.
    'frame-src': `'self' ${entra}`,
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    // The one policy that may exist names the timer worker's address and nothing else.
    'trusted-types': 'pacer',
  });
}

function bridgePolicy(): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'frame-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'object-src': "'none'",
    // The app itself holds this page in the hidden frame that renews tokens.
    'frame-ancestors': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  });
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

function hostsOf(site: Site): { readonly entra: string; readonly others: readonly string[] } {
  if ('local' in site) return { entra: site.local.entra, others: [site.local.arm] };
  const { login, arm, graph } = cloudOf(site);
  return { entra: login, others: site.graph ? [arm, graph] : [arm] };
}

function cachingOf(path: string): string {
  // Names of assets carry a hash of their content: what is behind a name never changes.
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  if (path === '/config.json' || path === '/redirect.html') return 'no-store';
  return 'no-cache';
}
