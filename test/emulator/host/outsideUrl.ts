/**
 * The URL as the client sees it: `X-Forwarded-Proto` and `X-Forwarded-Host` of a proxy in front win over `Host`,
 * which wins over the address the request carries. Every absolute URL the emulator prints starts from it.
 */
export function outsideUrl(request: Request): URL {
  const url = new URL(request.url);
  const first = (header: string): string | undefined => request.headers.get(header)?.split(',')[0]?.trim() || undefined;
  const protocol = first('x-forwarded-proto') ?? url.protocol.slice(0, -1);
  const host = first('x-forwarded-host') ?? first('host') ?? url.host;
  const outside = `${protocol}://${host}${url.pathname}${url.search}`;
  return URL.canParse(outside) ? new URL(outside) : url;
}

/** Whether an origin (`http://localhost:5173`) belongs to this machine: localhost, 127.0.0.0/8 or ::1. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
