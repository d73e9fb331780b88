import { html } from '../../host/html.ts';
import type { Markup } from '../../host/html.ts';
import type { Persona } from '../../model.ts';
import { personaParameter } from '../authorizeRequest.ts';
import { offeredAccounts } from '../chooseAccount.ts';
import { hintedAccount } from '../idToken.ts';
import { signInTexts } from '../texts.ts';
import type { SignInTexts } from '../texts.ts';
import { actionLink, choiceForm, signInCard } from './signInPage.ts';
import type { SignInPage } from './signInPage.ts';

/**
 * Who do you want to be: every persona as one button that says who this is, where the account lives and what to expect
 * in the app.
 *
 * @param refused A person just chosen who has no account in this tenant: said above the list.
 */
export function accountPicker(page: SignInPage, refused?: Persona): Response {
  const texts = signInTexts(page.language);
  const { directory } = page;
  const tenant = directory.kind === 'tenant' ? directory.tenant.displayName : undefined;
  const people = offeredAccounts(page.context.world, page.session, page.request);
  const alert =
    refused === undefined
      ? undefined
      : html`<p class="alert" role="alert">${texts.notInTenant(refused.account, tenant ?? '')}</p>`;
  const list = html`<ul class="accounts" aria-label="${texts.accounts}">
    ${people.map((persona) => html`<li>${accountButton(page, texts, persona)}</li>`)}
  </ul>`;
  return signInCard(200, page, {
    title: texts.pickTitle,
    content: html`${alert}
      <p>${texts.pickHint(tenant)}</p>
      ${choiceForm(page, {}, list)}`,
    links: html`<a href="${actionLink(page, 'cancel')}">${texts.cancel}</a>`,
  });
}

function accountButton(
  { context, language, session, request }: SignInPage,
  texts: SignInTexts,
  persona: Persona,
): Markup {
  const home = context.world.tenants.find((tenant) => tenant.id === persona.homeTenantId);
  const suggested = hintedAccount(request.loginHint)?.toLowerCase() === persona.account.toLowerCase();
  const state = session.has(persona.name) ? texts.signedIn : suggested ? texts.suggested : undefined;
  return html`<button name="${personaParameter}" value="${persona.name}">
    <span class="initials" aria-hidden="true">${initials(persona.displayName)}</span>
    <span class="who">
      <strong>${persona.displayName}</strong>
      ${state === undefined ? undefined : html`<em class="tag">${state}</em>`}
      <span class="account">${persona.account} · ${texts.from(home?.displayName ?? persona.homeTenantId)}</span>
      <span class="about">${persona.about[language]}</span>
    </span>
  </button>`;
}

/** The first letters of the first two words, for the round picture. */
function initials(displayName: string): string {
  const words = displayName.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
}
