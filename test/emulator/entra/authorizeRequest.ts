import type { World } from '../model.ts';
import { clientKind, isRegisteredRedirect } from './clients.ts';
import { problems } from './problems.ts';
import type { EntraProblem } from './problems.ts';

/** Parameters of the emulator's own pages. A test may send them from the start and so skip a page. */
export const personaParameter = 'emulator_persona';
export const actionParameter = 'emulator_action';

export type PickerAction = 'approve' | 'accept' | 'cancel';

export interface AuthorizeRequest {
  /** What the client asked, without the emulator's own parameters: pages send it back with the person's choice. */
  readonly asked: URLSearchParams;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly responseMode: 'fragment' | 'query';
  readonly prompt: string | undefined;
  readonly state: string | undefined;
  readonly scope: string;
  readonly claims: string | undefined;
  readonly loginHint: string | undefined;
  readonly domainHint: string | undefined;
  readonly personaName: string | undefined;
  readonly action: PickerAction | undefined;
}

/** `page`: nobody may be sent back, so the refusal is shown. `redirect`: the app gets it. */
export type AuthorizeReading =
  | { readonly outcome: 'request'; readonly request: AuthorizeRequest }
  | { readonly outcome: 'page'; readonly problem: EntraProblem }
  | { readonly outcome: 'redirect'; readonly request: AuthorizeRequest; readonly problem: EntraProblem };

/**
 * Reads an authorization request (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow).
 * An unknown application or redirect URI is never redirected to.
 */
export function readAuthorizeRequest(world: World, parameters: URLSearchParams, directory: string): AuthorizeReading {
  const clientId = parameters.get('client_id') ?? '';
  if (clientKind(world, clientId) !== 'spa') {
    return { outcome: 'page', problem: problems.unknownApp(clientId, directory) };
  }
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri)) {
    return { outcome: 'page', problem: problems.redirectMismatch(redirectUri, clientId) };
  }
  const text = (name: string): string | undefined => parameters.get(name) || undefined;
  const asked = new URLSearchParams(parameters);
  asked.delete(personaParameter);
  asked.delete(actionParameter);
  const action = text(actionParameter);
  const mode = text('response_mode') ?? 'query';
  const request: AuthorizeRequest = {
    asked,
    clientId,
    redirectUri,
    responseMode: mode === 'fragment' ? 'fragment' : 'query',
    prompt: text('prompt'),
    state: text('state'),
    scope: text('scope') ?? '',
    claims: text('claims'),
    loginHint: text('login_hint'),
    domainHint: text('domain_hint'),
    personaName: text(personaParameter),
    action: action === 'approve' || action === 'accept' || action === 'cancel' ? action : undefined,
  };
  const problem = wrongWith(parameters, mode);
  return problem === undefined ? { outcome: 'request', request } : { outcome: 'redirect', request, problem };
}

function wrongWith(parameters: URLSearchParams, mode: string): EntraProblem | undefined {
  const type = parameters.get('response_type') ?? '';
  if (type !== 'code') return problems.unsupportedResponseType(type);
  if (mode !== 'fragment' && mode !== 'query') {
    return problems.badRequest(`The emulator answers with response_mode 'fragment' or 'query', not '${mode}'.`);
  }
  if ((parameters.get('scope') ?? '') === '') {
    return problems.badRequest("The request must contain the following parameter: 'scope'.");
  }
  // A single-page app must use PKCE with S256; Entra says so when the code is redeemed, the emulator at once.
  const pkce = parameters.get('code_challenge_method') === 'S256' && (parameters.get('code_challenge') ?? '') !== '';
  return pkce ? undefined : problems.pkceRequired();
}
