import type { World } from '../model.ts';
import { isLoopbackOrigin } from '../host/outsideUrl.ts';

/** Client ids the directory knows beside the world's service principal. */
export const clients = {
  /** The single-page app. */
  spa: '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a',
} as const;

export type ClientKind = 'spa' | 'automation';

/** Which of the registered applications a client id names. */
export function clientKind(world: World, clientId: string): ClientKind | undefined {
  if (clientId.toLowerCase() === clients.spa) return 'spa';
  return clientId.toLowerCase() === world.automation.clientId.toLowerCase() ? 'automation' : undefined;
}

/**
 * Whether the single-page app may be answered there: any loopback origin, since the port of a local build is not known
 * beforehand, and only the two paths such an app registers. Entra itself compares whole URLs
 * (https://learn.microsoft.com/entra/identity-platform/reply-url).
 */
export function isRegisteredRedirect(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { origin, pathname, username, password, hash } = new URL(redirectUri);
  if (username !== '' || password !== '' || hash !== '') return false;
  return isLoopbackOrigin(origin) && (pathname.endsWith('/redirect.html') || pathname.endsWith('/'));
}
