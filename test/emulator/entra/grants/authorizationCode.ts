import { createHash } from 'node:crypto';
import { clients } from '../clients.ts';
import { findPersona } from '../people.ts';
import { problems } from '../problems.ts';
import type { EntraProblem } from '../problems.ts';
import { signInState } from '../state.ts';
import type { AuthorizationCode, SignIn } from '../state.ts';
import { parameter, refuse } from './answer.ts';
import type { TokenRequest } from './answer.ts';
import { personTokens } from './personTokens.ts';

/** Redeems an authorization code, once, with the PKCE verifier that belongs to it. */
export function authorizationCodeGrant(request: TokenRequest): Response {
  const { codes } = signInState(request.context);
  const code = parameter(request, 'code') ?? '';
  const grant = codes.get(code);
  if (grant === 'used') return refuse(request, problems.codeUsed());
  if (grant === undefined) return refuse(request, problems.codeExpired());
  const problem = wrongWith(request, grant);
  if (problem !== undefined) return refuse(request, problem);
  codes.set(code, 'used');
  const persona = findPersona(request.context.world, grant.persona);
  if (persona === undefined) return refuse(request, problems.grantRevoked());
  const { tenantId, scope, nonce } = grant;
  return personTokens(request, { persona, tenantId, signIn: signInOf(grant), scope, nonce });
}

function signInOf({ persona, sessionId, mfa }: AuthorizationCode): SignIn {
  return { persona, sessionId, mfa };
}

function wrongWith(request: TokenRequest, grant: AuthorizationCode): EntraProblem | undefined {
  if (grant.expiresAt <= request.context.clock.now() || grant.clientId !== request.clientId) {
    return problems.codeExpired();
  }
  // A code of a single-page app is worth nothing outside a browser.
  if (grant.clientId === clients.spa && request.origin === undefined) return problems.crossOriginRequired();
  if (grant.redirectUri !== parameter(request, 'redirect_uri')) return problems.codeRedirectMismatch();
  const verifier = createHash('sha256')
    .update(parameter(request, 'code_verifier') ?? '')
    .digest('base64url');
  return verifier === grant.challenge ? undefined : problems.pkceMismatch();
}
