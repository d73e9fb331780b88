import { html } from '../../host/html.ts';
import { note } from '../../host/notes.ts';
import type { Persona } from '../../model.ts';
import { problems } from '../problems.ts';
import { signInTexts } from '../texts.ts';
import { actionLink, againWith, signInCard } from './signInPage.ts';
import type { SignInPage } from './signInPage.ts';

/**
 * "Need admin approval": the app asks for permissions this person may not grant (AADSTS90094). The way back to the app
 * is a refusal, AADSTS65004 (https://learn.microsoft.com/entra/identity-platform/application-consent-experience).
 */
export function consentPage(page: SignInPage, persona: Persona): Response {
  const texts = signInTexts(page.language);
  const problem = problems.adminConsentNeeded();
  const card = signInCard(200, page, {
    title: texts.consentTitle,
    content: html`<p>${texts.consentBody(persona.account)}</p>
      <p class="fine" lang="en">${problem.description}</p>`,
    links: html`<a href="${againWith(page, { prompt: 'select_account' })}">${texts.otherAccount}</a>
      <a href="${actionLink(page, 'cancel')}">${texts.consentReturn}</a>`,
  });
  return note(card, { errorCode: `AADSTS${problem.number}` });
}
