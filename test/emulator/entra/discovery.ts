import type { Context } from '../context.ts';
import { jsonResponse } from '../host/respond.ts';
import { problemBody, problems } from './problems.ts';
import { signingKey } from './signingKey.ts';
import { directoryName, readDirectory } from './tenantSegment.ts';

// Anybody may read what is public about a directory, from any page.
const anyOrigin = { 'access-control-allow-origin': '*' };

export type ProtocolVersion = 'v1' | 'v2';

/**
 * The OpenID configuration of a tenant, of `organizations` or of `common`
 * (https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc). Shared directories print the issuer with a
 * placeholder, as Entra does. Under `adfs` the emulator answers as AD FS does, without a tenant, which is the form the
 * Azure CLI accepts from an authority it does not know (https://learn.microsoft.com/azure-stack/user/azure-stack-version-profiles-azurecli2).
 */
export function openIdConfiguration(context: Context, url: URL, segment: string, version: ProtocolVersion): Response {
  const directory = readDirectory(context.world, segment);
  if (directory === undefined) {
    return jsonResponse(400, problemBody(problems.unknownTenant(segment), context.clock, url.origin), anyOrigin);
  }
  const name = directoryName(directory);
  const base = `${url.origin}/${name}`;
  const protocol = version === 'v2' ? '/v2.0' : '';
  const issued = directory.kind === 'tenant' ? name : '{tenantid}';
  const body = {
    issuer: version === 'v2' ? `${url.origin}/${issued}/v2.0` : `https://sts.windows.net/${issued}/`,
    authorization_endpoint: `${base}/oauth2${protocol}/authorize`,
    token_endpoint: `${base}/oauth2${protocol}/token`,
    end_session_endpoint: `${base}/oauth2${protocol}/logout`,
    jwks_uri: `${base}/discovery${protocol}/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'name', 'preferred_username', 'tid', 'oid', 'sid'],
    tenant_region_scope: directory.kind === 'tenant' ? 'EU' : null,
    cloud_instance_name: url.host,
  };
  return jsonResponse(200, body, anyOrigin);
}

/** The public half of the signing key. */
export function keySet(): Response {
  return jsonResponse(200, { keys: [signingKey().jwk] }, anyOrigin);
}

/**
 * Instance discovery: whether an authority is a known one, and its aliases. The emulator knows itself only.
 * `authorization_endpoint` is the one the client means to use.
 */
export function instanceDiscovery(context: Context, url: URL): Response {
  const asked = url.searchParams.get('authorization_endpoint') ?? '';
  const segment = URL.canParse(asked) ? (new URL(asked).pathname.split('/')[1] ?? '') : '';
  const directory = readDirectory(context.world, segment);
  if (directory === undefined) {
    return jsonResponse(400, problemBody(problems.unknownTenant(segment), context.clock, url.origin), anyOrigin);
  }
  return jsonResponse(
    200,
    {
      'api-version': '1.1',
      tenant_discovery_endpoint: `${url.origin}/${directoryName(directory)}/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: url.host, preferred_cache: url.host, aliases: [url.host] }],
    },
    anyOrigin,
  );
}
