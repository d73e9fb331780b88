import { html } from '../../host/html.ts';
import type { Persona } from '../../model.ts';
import { actionParameter, personaParameter } from '../authorizeRequest.ts';
import { signInTexts } from '../texts.ts';
import { actionLink, choiceForm, signInCard } from './signInPage.ts';
import type { SignInPage } from './signInPage.ts';

/** The second factor: one button that approves, and the way out. */
export function mfaPage(page: SignInPage, persona: Persona): Response {
  const texts = signInTexts(page.language);
  const button = html`<button class="primary" name="${actionParameter}" value="approve">${texts.approve}</button>`;
  return signInCard(200, page, {
    title: texts.mfaTitle,
    content: html`<p>${texts.mfaBody(persona.account)}</p>
      ${choiceForm(page, { [personaParameter]: persona.name }, button)}`,
    links: html`<a href="${actionLink(page, 'cancel')}">${texts.cancel}</a>`,
  });
}
