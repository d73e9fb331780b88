import { paths } from '../../src/paths.ts';
import { backupCare, managedPlatform } from '../emulator/worlds/offers.ts';
import { keyOf, subscription } from '../flows/places.ts';
import type { Person } from './person.ts';
import { widerTemplate } from './template.ts';
import type { Look } from './walk.ts';

/** In a tenant with several providers: what they did, what holds them, and every kind of change to its end. */
export async function changes(person: Person, look: Look): Promise<void> {
  // A role that was deleted since.
  person.expect(/^404 .*\/roleDefinitions\//);
  await person.signInAs('owner', paths.activity);
  await theActivity(person, look);
  await theGuardrails(person, look);
  await theTemplateAgain(person, look);
  await theAcceptance(person, look);
  await theUpdate(person, look);
  await theRemoval(person, look);
}

async function theActivity(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  await person.arriveAt(t.activity.title);
  await person.settled();
  await look('activity');
  await page.getByRole('checkbox', { name: t.activity.all, exact: true }).uncheck();
  await page.getByRole('checkbox', { name: subscription(4).name, exact: true }).check();
  await person.button(t.activity.read(format, 1)).click();
  await page.getByRole('table').first().waitFor();
  await person.settled();
  await look('activityRead');
  await page.getByRole('tab', { name: t.activity.tab.change }).click();
  await look('activityChanges');
}

async function theGuardrails(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  const words = t.guardrails;
  await person.go(paths.guardrails);
  await person.settled();
  await look('guardrails');
  await page.getByRole('radio', { name: words.name.audit }).check();
  await page.getByRole('combobox', { name: words.scope }).click();
  await page.getByRole('option', { name: words.subscription(subscription(4).name) }).click();
  await person.button(t.guardrailReview.review).click();
  await page.getByRole('heading', { name: t.review.confirmTitle }).waitFor();
  await page.getByRole('checkbox').check();
  // Its button has changed its colours by then.
  await person.settled();
  await look('guardrailReview');
  await person.button(words.assign).click();
  await page.getByText(t.guardrailReview.outcome.written).waitFor();
  await person.settled();
  await look('guardrailDone');
}

/** A template of an offer that is accepted already, with more access than what is stored. */
async function theTemplateAgain(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  await person.go(paths.template);
  await page.locator('input[type=file]').first().setInputFiles(widerTemplate());
  await person.button(t.templateUpdate.compare).waitFor();
  await look('templateAgain');
  await person.button(t.templateUpdate.compare).click();
  await person.button(t.templateUpdate.accept).waitFor();
  await look('templateDiff');
  await person.button(t.templateUpdate.accept).click();
  await person.page.getByRole('heading', { name: t.review.confirmTitle }).waitFor();
  await look('templateConfirm');
}

/** Acceptance without the portal, up to its confirmation: a plan that only one subscription sees. */
async function theAcceptance(person: Person, look: Look): Promise<void> {
  const { t } = person;
  const into = subscription(4).id.split('/')[2] ?? '';
  await person.go(`${paths.addOffer}?offer=northwind.managed-platform.premium-contoso&in=${into}`);
  await person.settled();
  await look('addOfferPrivate');
  await person.button(t.acceptHere.other).click();
  await person.settled();
  await look('acceptHere');
}

async function theUpdate(person: Person, look: Look): Promise<void> {
  await person.go(`${paths.update(keyOf(managedPlatform))}?accept`);
  await person.page.getByRole('heading', { name: person.t.review.confirmTitle }).waitFor();
  await look('updateConfirm');
  await carryOut(person);
  await look('updateEnded');
}

async function theRemoval(person: Person, look: Look): Promise<void> {
  const { page, t } = person;
  await person.go(paths.remove(keyOf(backupCare)));
  await page.getByRole('heading', { name: t.review.confirmTitle }).waitFor();
  await carryOut(person);
  await look('removeEnded');
  await person.button(t.run.receipt).click();
  await page.getByText(t.receipt.integrity).first().waitFor();
  await look('removeReceipt');
}

/** Ticks what is to be confirmed, presses the one primary button, and waits for the end. */
async function carryOut({ page, t, button }: Person): Promise<void> {
  await page.getByRole('checkbox').last().check();
  await page.locator('#content').getByRole('button').last().click();
  await button(t.run.receipt).waitFor({ timeout: 60_000 });
}

/** Somebody who may become Owner: the role is asked for, and active. */
export async function activation(person: Person, look: Look): Promise<void> {
  const { page, t, format } = person;
  await person.signInAs('eligibleOwner');
  await person.settled();
  await look('eligibleOverview');
  const scopes = paths.delegate(keyOf(managedPlatform));
  await person.go(scopes);
  await person.settled();
  await look('eligibleScopes');
  await person.go(paths.activate(scopes));
  await person.arriveAt(t.activate.title);
  await person.settled();
  await look('activate');
  const reason = page.getByRole('textbox', { name: t.activate.reason });
  await reason.fill('Change 4711');
  await page.getByRole('checkbox', { name: format.minutes(60) }).check();
  await look('activateFilled');
  await person.button(t.activate.action('Owner')).click();
  await person.button(t.activate.back).waitFor();
  await look('activateActive');
}
