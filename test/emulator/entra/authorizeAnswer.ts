import type { Context } from '../context.ts';
import { note } from '../host/notes.ts';
import { redirectResponse } from '../host/respond.ts';
import type { Persona } from '../model.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';
import { clientInfo } from './idToken.ts';
import { problemBody } from './problems.ts';
import type { EntraProblem } from './problems.ts';
import { opaqueValue, signInState } from './state.ts';
import type { SignIn } from './state.ts';

const codeLifetimeMs = 10 * 60_000;

function sendBack(
  request: AuthorizeRequest,
  answer: Record<string, string>,
  headers: Record<string, string> = {},
): Response {
  const parameters = new URLSearchParams(answer);
  if (request.state !== undefined) parameters.set('state', request.state);
  if (request.responseMode === 'fragment') return redirectResponse(`${request.redirectUri}#${parameters}`, headers);
  const target = new URL(request.redirectUri);
  for (const [name, value] of parameters) target.searchParams.set(name, value);
  return redirectResponse(target.href, headers);
}

/** Sends the browser back to the app with a refusal. */
export function answerProblem(context: Context, url: URL, request: AuthorizeRequest, problem: EntraProblem): Response {
  const body = problemBody(problem, context.clock, url.origin);
  const response = sendBack(request, {
    error: body.error,
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.suberror === undefined ? {} : { suberror: body.suberror }),
    ...(body.claims === undefined ? {} : { claims: body.claims }),
  });
  return note(response, { errorCode: `AADSTS${problem.number}` });
}

/** Sends the browser back to the app with an authorization code, good once and for ten minutes. */
export function answerCode(
  context: Context,
  request: AuthorizeRequest,
  made: { readonly persona: Persona; readonly tenantId: string; readonly signIn: SignIn; readonly cookie: string },
): Response {
  const code = opaqueValue();
  signInState(context).codes.set(code, {
    ...made.signIn,
    tenantId: made.tenantId,
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    challenge: request.asked.get('code_challenge') ?? undefined,
    challengeMethod: request.asked.get('code_challenge_method') ?? undefined,
    nonce: request.asked.get('nonce') ?? undefined,
    scope: request.scope,
    expiresAt: context.clock.now() + codeLifetimeMs,
  });
  const answer = { code, client_info: clientInfo(made.persona), session_state: made.signIn.sessionId };
  return note(sendBack(request, answer, { 'set-cookie': made.cookie }), { persona: made.persona.name });
}
