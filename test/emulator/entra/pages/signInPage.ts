import type { Context } from '../../context.ts';
import { html } from '../../host/html.ts';
import type { Markup } from '../../host/html.ts';
import { pageResponse } from '../../host/respond.ts';
import type { Language } from '../../host/respond.ts';
import type { AuthorizeRequest, PickerAction } from '../authorizeRequest.ts';
import { actionParameter } from '../authorizeRequest.ts';
import type { Session } from '../state.ts';
import type { Directory } from '../tenantSegment.ts';
import { signInTexts } from '../texts.ts';

/** What every page of a running sign-in is drawn from. */
export interface SignInPage {
  readonly context: Context;
  readonly url: URL;
  readonly directory: Directory;
  readonly request: AuthorizeRequest;
  readonly language: Language;
  readonly session: Session;
}

/** A link back to the same authorization request, with some of its parameters set anew. */
export function againWith({ url, request }: SignInPage, changes: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(request.asked);
  for (const [name, value] of Object.entries(changes)) parameters.set(name, value);
  return `${url.pathname}?${parameters}`;
}

/** A link that answers the request in the person's stead: `cancel` it. */
export function actionLink(page: SignInPage, action: PickerAction): string {
  return againWith(page, { [actionParameter]: action });
}

/** A form that repeats the authorization request; its buttons add the person's choice. */
export function choiceForm(page: SignInPage, fields: Readonly<Record<string, string>>, content: Markup): Markup {
  const all = [...page.request.asked, ...Object.entries(fields)];
  return html`<form method="get" action="${page.url.pathname}">
    ${all.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)} ${content}
  </form>`;
}

/** The page itself: a card with a heading, the content, links below, and the note that none of this is real. */
export function signInCard(
  status: number,
  page: SignInPage,
  card: { readonly title: string; readonly content: Markup; readonly links: Markup },
): Response {
  const texts = signInTexts(page.language);
  const other = page.language === 'ko' ? 'en' : 'ko';
  const body = html`<main class="card">
      <p class="kicker">${texts.emulator}</p>
      <h1>${card.title}</h1>
      ${card.content}
      <p class="links">${card.links}</p>
    </main>
    <footer>
      <p>${texts.notReal} <a href="/_emulator/" hreflang="en">/_emulator/</a></p>
      <p><a href="${againWith(page, { mkt: other })}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></p>
    </footer>`;
  return pageResponse(status, {
    language: page.language,
    title: card.title,
    body,
    formTargets: [new URL(page.request.redirectUri).origin],
  });
}
