import type { Context } from '../context.ts';
import { redirectResponse } from '../host/respond.ts';
import { isRegisteredRedirect } from './clients.ts';
import { hintedAccount } from './idToken.ts';
import { pageLanguage } from './language.ts';
import { signedOutPage } from './pages/troublePage.ts';
import { findPersonaByAccount } from './people.ts';
import { sessionKey, sessionOf, signInState } from './state.ts';

/**
 * Signs out: the hinted account, or everybody in this browser. Goes back to `post_logout_redirect_uri` where that is a
 * registered address (https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc, sign-out request).
 */
export function logout(request: Request, context: Context, parameters: URLSearchParams): Response {
  const hinted = hintedAccount(parameters.get('logout_hint') ?? undefined);
  const persona = hinted === undefined ? undefined : findPersonaByAccount(context.world, hinted);
  if (persona === undefined) signInState(context).sessions.delete(sessionKey(request) ?? '');
  else sessionOf(context, request).delete(persona.name);

  const target = parameters.get('post_logout_redirect_uri') ?? '';
  if (!isRegisteredRedirect(target)) return signedOutPage(pageLanguage(request, parameters));
  const back = new URL(target);
  const state = parameters.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return redirectResponse(back.href);
}
