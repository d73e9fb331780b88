import { html } from '../../host/html.ts';
import { note } from '../../host/notes.ts';
import { pageResponse } from '../../host/respond.ts';
import type { Language } from '../../host/respond.ts';
import type { EntraProblem } from '../problems.ts';
import { signInTexts } from '../texts.ts';

/** A refusal that cannot be handed to the app, because the app or its address is the trouble. */
export function troublePage(language: Language, problem: EntraProblem): Response {
  const texts = signInTexts(language);
  const body = html`<main class="card">
    <h1>${texts.troubleTitle}</h1>
    <p class="alert" role="alert" lang="en">${problem.description}</p>
    <p>${texts.troubleHint}</p>
  </main>`;
  const page = pageResponse(400, { language, title: texts.troubleTitle, body });
  return note(page, { errorCode: `AADSTS${problem.number}` });
}

/** The end of a sign-out that names no page to go back to. */
export function signedOutPage(language: Language): Response {
  const texts = signInTexts(language);
  const body = html`<main class="card">
    <h1>${texts.signedOutTitle}</h1>
    <p>${texts.signedOutBody}</p>
  </main>`;
  return pageResponse(200, { language, title: texts.signedOutTitle, body });
}
