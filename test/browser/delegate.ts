import type { Person } from './person.ts';

/** The accepted offer of the small world, as its provider calls it. */
export const offerName = 'Northwind Managed Platform';

/** Scopes that the owner may delegate there: two subscriptions, and one group of a third, where registration is missing. */
export const chosen = {
  registered: 'Online Store - Production',
  unregistered: 'SAP S/4HANA - Production',
  groupsOf: 'Data and Analytics - Development',
  group: 'rg-datalake-dev',
} as const;

/** From any page to the list of scopes of the small world's offer. */
export async function openScopes(person: Person): Promise<void> {
  const { page, t } = person;
  await page.getByRole('navigation').getByRole('link', { name: t.frame.offers, exact: true }).click();
  await person.arriveAt(t.offers.title);
  await person.button(t.offers.delegate).first().click();
  await person.arriveAt(t.delegate.title(offerName));
}

/** Two subscriptions and a resource group of a third, by mouse. */
export async function chooseThree(person: Person): Promise<void> {
  const { page, t } = person;
  const tick = (name: string) => page.getByRole('checkbox', { name: t.delegate.selectRow(name), exact: true }).check();
  await tick(chosen.registered);
  await tick(chosen.unregistered);
  await person.button(t.delegate.openGroups(chosen.groupsOf)).click();
  await tick(chosen.group);
}

/** From the list of scopes to a review that is checked and complete. */
export async function openReview(person: Person): Promise<void> {
  const { page, t, format } = person;
  await person.button(t.delegate.review).click();
  await person.arriveAt(t.review.title(offerName));
  await person.button(t.review.action(format, 3)).waitFor();
  await page.getByText(t.review.fingerprint).first().waitFor();
}

/** Ticks the box and begins to write. */
export async function confirm(person: Person): Promise<void> {
  const { page, t, format } = person;
  await page.getByRole('checkbox').check();
  await person.button(t.review.action(format, 3)).click();
  await page.getByRole('progressbar', { name: t.run.bar }).waitFor();
}

/** Waits until the run has ended well. */
export async function untilDone(person: Person): Promise<void> {
  const { page, t, format } = person;
  const summary = page.getByRole('heading', { name: t.run.endedAll(t.common.scopes(format, 3)) });
  await summary.waitFor({ timeout: 45_000 });
}
