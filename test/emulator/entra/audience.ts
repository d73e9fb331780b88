/** Scopes of OpenID Connect itself: they name no API. */
const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

const armHosts: readonly string[] = ['https://management.azure.com', 'https://management.core.windows.net'];
const graphAudience = 'https://graph.microsoft.com';

/** The API a token is asked for, and the scopes it is good for once issued. */
export interface RequestedAudience {
  readonly audience: string;
  /** Permission names inside the API (`user_impersonation`), without the API's own name. */
  readonly permissions: readonly string[];
  /** What the token response says was granted, in full scope form. */
  readonly granted: readonly string[];
}

/** Whether a token for this audience is a token for Azure Resource Manager. */
export function isArmAudience(audience: unknown): boolean {
  return typeof audience === 'string' && armHosts.includes(audience.replace(/\/$/, ''));
}

/** Whether a token for this audience is a token for Microsoft Graph. */
export function isGraphAudience(audience: unknown): boolean {
  return typeof audience === 'string' && audience.replace(/\/$/, '') === graphAudience;
}

/**
 * Reads `scope` of a token request: the API is what stands before the last slash, so `https://host//.default` asks
 * for the API `https://host/` (https://learn.microsoft.com/entra/identity-platform/scopes-oidc, trailing slash).
 *
 * @returns `undefined` when the API is not one this directory knows.
 */
export function readScope(scope: string): RequestedAudience | undefined {
  const resourceScopes = scope.split(/\s+/).filter((item) => item !== '' && !openIdScopes.includes(item));
  const first = resourceScopes[0];
  if (first === undefined) return { audience: graphAudience, permissions: ['openid', 'profile', 'email'], granted: [] };
  const audience = first.includes('/') ? first.slice(0, first.lastIndexOf('/')) : graphAudience;
  return readResource(audience, resourceScopes);
}

/** The same for the `resource` parameter of the v1 endpoint, which names the API alone. */
export function readResource(audience: string, asked: readonly string[] = []): RequestedAudience | undefined {
  if (isArmAudience(audience)) {
    // A client may ask by name or by `.default` and must find its token again under either.
    const granted = new Set([...asked, `${audience}/user_impersonation`, `${audience}/.default`]);
    return { audience, permissions: ['user_impersonation'], granted: [...granted] };
  }
  if (!isGraphAudience(audience)) return undefined;
  const permissions = asked.map((item) => item.slice(item.lastIndexOf('/') + 1));
  return { audience, permissions, granted: asked };
}
