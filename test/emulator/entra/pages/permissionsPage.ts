import { html } from '../../host/html.ts';
import type { Persona } from '../../model.ts';
import { actionParameter, personaParameter } from '../authorizeRequest.ts';
import { signInTexts } from '../texts.ts';
import { actionLink, choiceForm, signInCard } from './signInPage.ts';
import type { SignInPage } from './signInPage.ts';

/**
 * "Permissions requested": what the app asks this person for, to accept or to decline (AADSTS65004)
 * (https://learn.microsoft.com/entra/identity-platform/application-consent-experience).
 */
export function permissionsPage(page: SignInPage, persona: Persona, permissions: readonly string[]): Response {
  const texts = signInTexts(page.language);
  const button = html`<button class="primary" name="${actionParameter}" value="accept">${texts.accept}</button>`;
  return signInCard(200, page, {
    title: texts.permissionsTitle,
    content: html`<p>${texts.permissionsBody(persona.account)}</p>
      <ul>
        ${permissions.map((name) => html`<li lang="en">${name}</li>`)}
      </ul>
      ${choiceForm(page, { [personaParameter]: persona.name }, button)}`,
    links: html`<a href="${actionLink(page, 'cancel')}">${texts.cancel}</a>`,
  });
}
