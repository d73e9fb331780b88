import type { Authority } from './authority.ts';

/**
 * An Entra on this machine, over http. MSAL takes https authorities only, so it is given one that is never fetched,
 * together with the endpoints it would have found there. Everything else is as with the real Entra.
 * https://learn.microsoft.com/entra/msal/javascript/browser/configuration
 */
export function localAuthority(entra: string): Authority {
  const { host } = new URL(entra);
  return {
    of: (tenant) => `https://${host}/${tenant}`,
    probe: (tenant) => `${entra}/${tenant}/v2.0/.well-known/openid-configuration`,
    options: {
      knownAuthorities: [host],
      authorityMetadata: JSON.stringify({
        issuer: `${entra}/{tenantid}/v2.0`,
        authorization_endpoint: `${entra}/{tenantid}/oauth2/v2.0/authorize`,
        token_endpoint: `${entra}/{tenantid}/oauth2/v2.0/token`,
        end_session_endpoint: `${entra}/{tenantid}/oauth2/v2.0/logout`,
        jwks_uri: `${entra}/{tenantid}/discovery/v2.0/keys`,
      }),
    },
  };
}
