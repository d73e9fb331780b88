import type { Context } from '../context.ts';
import { note } from '../host/notes.ts';
import type { Persona } from '../model.ts';
import { answerCode, answerProblem } from './authorizeAnswer.ts';
import { readAuthorizeRequest } from './authorizeRequest.ts';
import { chooseSilently } from './chooseAccount.ts';
import { asksForMfa, contextsIn, mfaClaims } from './claimsRequest.ts';
import { giveConsent, mayConsent, missingConsents } from './consents.ts';
import { pageLanguage } from './language.ts';
import { accountPicker } from './pages/accountPicker.ts';
import { consentPage } from './pages/consentPage.ts';
import { mfaPage } from './pages/mfaPage.ts';
import { permissionsPage } from './pages/permissionsPage.ts';
import { troublePage } from './pages/troublePage.ts';
import type { SignInPage } from './pages/signInPage.ts';
import { findPersona } from './people.ts';
import { problems } from './problems.ts';
import { rememberSignIn, sessionOf } from './state.ts';
import { directoryName, tenantFor } from './tenantSegment.ts';
import type { Directory } from './tenantSegment.ts';
import { signsInWithMfa } from './tokens.ts';

/**
 * The authorization endpoint: who is it, are they in this tenant, has the app consent, is a second factor due, and then
 * a code. Each question is a page where a person may be asked, and an error to the app under `prompt=none`.
 */
export function authorize(
  request: Request,
  url: URL,
  context: Context,
  directory: Directory,
  parameters: URLSearchParams,
): Response {
  const language = pageLanguage(request, parameters);
  const reading = readAuthorizeRequest(context.world, parameters, directoryName(directory));
  if (reading.outcome === 'page') return troublePage(language, reading.problem);
  if (reading.outcome === 'redirect') return answerProblem(context, url, reading.request, reading.problem);
  const asked = reading.request;
  if (asked.action === 'cancel') return answerProblem(context, url, asked, problems.cancelled());

  const session = sessionOf(context, request);
  const page: SignInPage = { context, url, directory, request: asked, language, session };
  const silent = asked.prompt === 'none';
  const choice =
    asked.personaName === undefined ? chooseSilently(context.world, session, asked) : known(context, asked.personaName);
  if ('problem' in choice) {
    return silent ? answerProblem(context, url, asked, choice.problem) : accountPicker(page);
  }
  const { persona } = choice;
  return note(decide(request, page, persona, silent), { persona: persona.name });
}

function known(context: Context, name: string): ReturnType<typeof chooseSilently> {
  const persona = findPersona(context.world, name);
  return persona === undefined ? { problem: problems.notSignedIn() } : { persona };
}

function decide(request: Request, page: SignInPage, persona: Persona, silent: boolean): Response {
  const { context, url, directory, request: asked, session } = page;
  const tenantId = tenantFor(directory, persona);
  if (persona.objectIds[tenantId] === undefined) {
    const { account, homeTenantId } = persona;
    const problem = problems.notMember(account, homeTenantId, tenantId, asked.clientId);
    if (silent) return answerProblem(context, url, asked, { ...problem, error: 'interaction_required' });
    return accountPicker(page, persona);
  }
  if (persona.signIn?.consent === 'needed') {
    if (!silent) return consentPage(page, persona);
    const problem = problems.consentNeeded(asked.clientId);
    return answerProblem(context, url, asked, { ...problem, error: 'interaction_required' });
  }
  const missing = missingConsents(context.world, persona, tenantId, asked.scope);
  if (missing.length > 0) {
    if (silent) {
      const problem = problems.consentNeeded(asked.clientId);
      return answerProblem(context, url, asked, { ...problem, error: 'interaction_required' });
    }
    if (!mayConsent(context.world, missing)) return consentPage(page, persona);
    if (asked.action !== 'accept') return permissionsPage(page, persona, missing);
    giveConsent(context.world, persona, tenantId, missing);
  }
  const mfa = secondFactor(page, persona);
  if (mfa === 'due') {
    if (!silent) return mfaPage(page, persona);
    return answerProblem(context, url, asked, problems.mfaNeeded(asked.clientId, asked.claims ?? mfaClaims));
  }
  const acrs = mfa === 'done' ? [...(session.get(persona.name)?.acrs ?? []), ...contextsIn(asked.claims)] : [];
  const made = { persona: persona.name, mfa: mfa === 'done', ...(acrs.length > 0 && { acrs: [...new Set(acrs)] }) };
  const { signIn, cookie } = rememberSignIn(context, request, url, made);
  return answerCode(context, asked, { persona, tenantId, signIn, cookie });
}

/** Whether the second factor is done, still due, or not asked for. */
function secondFactor({ request: asked, session }: SignInPage, persona: Persona): 'done' | 'due' | 'notAsked' {
  if (asked.action === 'approve') return 'done';
  const setting = persona.signIn?.mfa;
  const before = session.get(persona.name)?.mfa === true && asked.prompt !== 'login';
  if (before) return 'done';
  // A person without a setting of their own approves on their phone as they sign in: nothing to show.
  if (setting === undefined) return signsInWithMfa(persona) ? 'done' : 'notAsked';
  const due = setting === 'atSignIn' || asksForMfa(asked.claims) || asked.prompt === 'login';
  return due ? 'due' : 'notAsked';
}
