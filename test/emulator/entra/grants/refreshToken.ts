import { asksForMfa } from '../claimsRequest.ts';
import { readScope } from '../audience.ts';
import { clients } from '../clients.ts';
import { findPersona } from '../people.ts';
import { problems } from '../problems.ts';
import { signInState } from '../state.ts';
import { tenantFor } from '../tenantSegment.ts';
import { parameter, refuse } from './answer.ts';
import type { TokenRequest } from './answer.ts';
import { personTokens } from './personTokens.ts';

/**
 * Renews tokens, in any tenant the person belongs to: a refresh token is bound to the person and the client, not to a
 * tenant (https://learn.microsoft.com/entra/identity-platform/refresh-tokens).
 */
export function refreshTokenGrant(request: TokenRequest): Response {
  const { context, clientId, directory } = request;
  const token = signInState(context).refreshTokens.get(parameter(request, 'refresh_token') ?? '');
  const persona = token === undefined ? undefined : findPersona(context.world, token.persona);
  // A token from before the emulator was started, or of somebody who is not in this world.
  if (token === undefined || persona === undefined || token.clientId !== clientId) {
    return refuse(request, problems.grantRevoked());
  }
  if (clientId === clients.spa && request.origin === undefined) {
    return refuse(request, problems.crossOriginRequired());
  }
  if (token.expiresAt <= context.clock.now()) return refuse(request, problems.refreshTokenExpired(token.issuedAt));
  const scope = parameter(request, 'scope') ?? '';
  const claims = parameter(request, 'claims');
  if (asksForMfa(claims) && !token.mfa) {
    return refuse(request, problems.mfaNeeded(readScope(scope)?.audience ?? scope, claims ?? ''));
  }
  const { sessionId, mfa } = token;
  const signIn = { persona: persona.name, sessionId, mfa };
  return personTokens(request, {
    persona,
    tenantId: tenantFor(directory, persona),
    signIn,
    scope,
    replaced: token,
  });
}
