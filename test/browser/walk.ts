import * as shapes from '../domain/templates.ts';
import { chooseThree, confirm, offerName, openReview, untilDone } from './delegate.ts';
import type { Person } from './person.ts';

/**
 * Called where there is something to look at. The name is short and the same in every language; `part` selects what
 * lies over the page, where only that can be used.
 */
export type Look = (name: string, part?: string) => Promise<void>;

/**
 * Leads an owner of the small world past every page, each in the states that look different: from the start page to the
 * receipt and what stands beside the way. `look` may resize the window, and must leave the page as it found it.
 */
export async function walk(person: Person, look: Look): Promise<void> {
  await beforeSigningIn(person, look);
  await theFrame(person, look);
  await theOffers(person, look);
  await theDelegation(person, look);
  await theTemplate(person, look);
  await theRest(person, look);
}

async function beforeSigningIn(person: Person, look: Look): Promise<void> {
  await person.open();
  await person.button(person.start.signIn).waitFor();
  await look('start');
  await person.pressSignIn();
  await person.pick('owner');
}

async function theFrame(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  await page.getByText(t.overview.registered(format, 4, 16)).waitFor();
  await look('overview');
  await person.button(t.frame.language).click();
  await page.getByRole('menu').waitFor();
  await look('languageMenu', '[role=menu]');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t.frame.account('') }).click();
  await page.getByRole('menu').waitFor();
  await look('accountMenu', '[role=menu]');
  await page.keyboard.press('Escape');
}

async function theOffers(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  await goTo(person, t.frame.offers, t.offers.title);
  await page.getByText(t.access.level.l4).or(page.getByText(t.access.level.l5)).first().waitFor();
  await look('offers');
  await person.button(t.offers.details).first().click();
  await person.arriveAt(offerName);
  await page.getByText(t.offer.overallLabel).first().waitFor();
  await look('offer');
  await page.getByText(t.offer.rawActions).first().click();
  await look('offerActions');
}

async function theTemplate(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  const given = { ...shapes.given, resourceGroups: [{ rgName: 'rg-sap-hana-prod' }] };
  const bring = (template: shapes.Draft, values: shapes.Draft) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        [['offer.json', JSON.stringify(template)] as const, ['values.json', shapes.parameterFile(values)] as const].map(
          ([name, text]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) }),
        ),
      );
  await goTo(person, t.frame.offers, t.offers.title);
  await person.button(t.template.title).click();
  await person.arriveAt(t.template.title);
  await person.button(t.template.files.paste.template).click();
  await look('templateEmpty');
  await bring(shapes.template([{ type: 'Microsoft.Compute/virtualMachines' }]), shapes.given);
  await page.getByText(t.template.refusedTitle).waitFor();
  await look('templateRefused');
  await bring(shapes.forGroups, { managedByTenantId: shapes.managing });
  await page.getByText(t.template.asks.title).waitFor();
  await look('templateAsks');
  await bring(shapes.forGroups, given);
  await page.getByText(t.offer.overallLabel).first().waitFor();
  await look('templateOffer');
}

async function theDelegation(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  await page.goBack();
  await person.button(t.offers.delegate).first().click();
  await person.arriveAt(t.delegate.title(offerName));
  await person.button(t.delegate.selectAllReady(format, 12)).waitFor();
  await look('scopes');
  await theLongReview(person, look);
  await chooseThree(person);
  await look('scopesChosen');
  await person.button(t.delegate.whoFor('Contoso Treasury')).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await look('owners');
  await page.keyboard.press('Escape');
  await openReview(person);
  await page.getByText(t.review.step.register).first().waitFor();
  await look('review');
  await confirm(person);
  await page.getByText(t.run.state.confirming).first().waitFor();
  await look('run');
  await untilDone(person);
  await look('runEnded');
  await person.button(t.run.receipt).click();
  await person.arriveAt(t.receipt.title);
  await page.getByText(t.receipt.integrity).first().waitFor();
  await look('receipt');
}

/** Everything that can be delegated, with every list opened. */
async function theLongReview(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  await person.button(t.delegate.selectAllReady(format, 12)).click();
  await person.button(t.delegate.review).click();
  await person.button(t.review.action(format, 12)).waitFor();
  await page.locator('main details').evaluateAll((lists) => {
    for (const list of lists) list.setAttribute('open', '');
  });
  await look('reviewMany');
  await person.button(t.review.changeSelection).click();
  await person.button(t.delegate.clear).click();
}

async function theRest(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  await goTo(person, t.frame.runs, t.runs.title);
  await person.row(offerName).waitFor();
  await look('runs');
  await goTo(person, t.frame.registration, t.registration.title);
  await page.getByText(t.registration.state.registered, { exact: true }).nth(5).waitFor();
  await look('registration');
  await goTo(person, t.frame.guide, t.guide.title);
  await look('guide');
  await goTo(person, t.frame.overview, t.overview.title);
  await page.getByText(t.overview.allDelegated).waitFor();
  await look('overviewDelegated');
  await person.open(`/offers/none/delegate`);
  await page.locator('#content h2, #content p').first().waitFor();
  await look('offerNotFound');
  await person.open('/run');
  await page.getByRole('heading', { name: t.run.none }).waitFor();
  await look('runNone');
}

async function goTo(person: Person, link: string, heading: string): Promise<void> {
  await person.page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
  await person.arriveAt(heading);
}
