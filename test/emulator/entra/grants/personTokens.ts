import { note } from '../../host/notes.ts';
import { jsonResponse } from '../../host/respond.ts';
import type { Persona } from '../../model.ts';
import { readScope } from '../audience.ts';
import { missingConsents } from '../consents.ts';
import { clientInfo, identityClaims, issueIdToken } from '../idToken.ts';
import { problems } from '../problems.ts';
import { opaqueValue, signInState } from '../state.ts';
import type { RefreshToken, SignIn } from '../state.ts';
import { directoryName } from '../tenantSegment.ts';
import { issueAccessToken } from '../tokens.ts';
import { refuse } from './answer.ts';
import type { TokenRequest } from './answer.ts';

/** Refresh tokens of a single-page app live a day from sign-in, whatever happens (https://learn.microsoft.com/entra/identity-platform/refresh-tokens). */
const refreshTokenLifetimeMs = 24 * 3600_000;

export interface PersonGrant {
  readonly persona: Persona;
  readonly tenantId: string;
  readonly signIn: SignIn;
  readonly scope: string;
  readonly nonce?: string | undefined;
  /** The refresh token that was handed in: the new one ends when it would have. */
  readonly replaced?: RefreshToken;
}

/** Access, refresh and ID token for a person in a tenant, or the reason why not. */
export function personTokens(request: TokenRequest, grant: PersonGrant): Response {
  const { context, clientId } = request;
  const { persona, tenantId, signIn } = grant;
  const identity = identityClaims(context, persona, tenantId);
  if (identity === undefined) {
    return refuse(request, problems.notMember(persona.account, persona.homeTenantId, tenantId, clientId));
  }
  if (persona.signIn?.consent === 'needed') return refuse(request, problems.consentNeeded(clientId));
  const wanted = readScope(grant.scope);
  if (wanted === undefined) {
    return refuse(request, problems.unknownResource(grant.scope, directoryName(request.directory)));
  }
  if (missingConsents(context.world, persona, tenantId, grant.scope).length > 0) {
    return refuse(request, problems.consentNeeded(clientId));
  }
  const { audience, permissions, granted } = wanted;
  const { sessionId, mfa, acrs } = signIn;
  const proved = { mfa, ...(acrs && { acrs }) };
  const access = issueAccessToken(context, {
    persona,
    tenantId,
    audience,
    permissions,
    ...proved,
    sessionId,
    clientId,
  });

  const now = context.clock.now();
  const issuedAt = grant.replaced?.issuedAt ?? now;
  const expiresAt = grant.replaced?.expiresAt ?? now + refreshTokenLifetimeMs;
  const refreshToken = opaqueValue();
  signInState(context).refreshTokens.set(refreshToken, { ...signIn, clientId, issuedAt, expiresAt });

  const nonce = grant.nonce === undefined ? {} : { nonce: grant.nonce };
  const idToken = { persona, identity, clientId, origin: request.url.origin, sessionId, mfa, ...nonce };
  const body = {
    token_type: 'Bearer',
    scope: [...granted, 'openid', 'profile', 'email'].join(' '),
    expires_in: access.expiresIn,
    ext_expires_in: access.expiresIn,
    access_token: access.accessToken,
    refresh_token: refreshToken,
    refresh_token_expires_in: Math.floor((expiresAt - now) / 1000),
    id_token: issueIdToken(context, idToken),
    client_info: clientInfo(persona),
  };
  return note(jsonResponse(200, body), { persona: persona.name });
}
