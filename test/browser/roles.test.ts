import { describe, expect, it } from 'vitest';
import { chosen, offerName } from './delegate.ts';
import type { Person } from './person.ts';
import { isWrite, useStage } from './stage.ts';
import { wordsOf, type Words } from './words.ts';

const stage = useStage();

const assign = ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Authorization/roleAssignments/delete'];
const delegate = 'Microsoft.ManagedServices/registrationAssignments/write';
const lacks =
  (...actions: readonly string[]) =>
  ({ t, format }: Words) =>
    t.readiness.reason.missingActions(format.list(actions));

/** What somebody is told who may not delegate: on the overview, and beside a subscription that could be delegated. */
interface Truth {
  readonly persona: string;
  readonly overview: (words: Words) => readonly string[];
  readonly row: (words: Words) => readonly string[];
}

const mayNot = ({ t }: Words) => [t.overview.mayNone, t.overview.mayNoneHelp];
const truths: readonly Truth[] = [
  { persona: 'contributor', overview: mayNot, row: (words) => [lacks(...assign)(words)] },
  { persona: 'reader', overview: mayNot, row: (words) => [lacks(...assign, delegate)(words)] },
  { persona: 'userAccessAdministrator', overview: mayNot, row: (words) => [lacks(delegate)(words)] },
  {
    persona: 'eligibleOwner',
    overview: mayNot,
    row: (words) => [lacks(...assign, delegate)(words), words.t.readiness.warning.eligibleRole('Owner')],
  },
];

describe('who may not delegate is told the truth, in both languages, and nothing is written', () => {
  it.each(truths)('$persona', async ({ persona, overview, row }) => {
    const person = await stage.person();
    const { page, t } = person;
    await person.signInAs(persona);
    await reads(person, overview);
    await person.button(t.offers.delegate).click();
    await person.arriveAt(t.delegate.title(offerName));
    await reads(person, row, chosen.registered);

    // Even a selection that was handed over leads to nothing that could be pressed.
    await page.getByRole('checkbox', { name: t.delegate.selectRow(chosen.registered), exact: true }).check();
    expect(await person.button(t.delegate.review).getAttribute('aria-disabled')).toBe('true');
    await page.waitForURL(/delegate\?.+/);
    await person.open(page.url().replace(person.origins.app, '').replace('/delegate?', '/review?'));
    await page.getByText(t.review.nothingTitle).waitFor();
    await cannotWrite(person);
  });

  it('guestOwner', async () => {
    const person = await stage.person();
    const { page, t } = person;
    await person.signInAs('guestOwner');
    // At home in Tailspin there is nothing; the subscriptions are Contoso's.
    await person.choose(t.frame.tenant('Tailspin Toys'), 'Contoso');
    await page.getByText(t.overview.lead('Contoso')).waitFor();
    await reads(person, (words) => [words.t.overview.account.guest, words.t.overview.account.guestHelp]);
    await person.button(t.offers.delegate).click();
    await person.arriveAt(t.delegate.title(offerName));
    await page.getByText(t.identity.guestTitle('Contoso')).waitFor();
    await page.getByText(t.identity.guestWhat('tailspin.example')).waitFor();
    await reads(person, (words) => [words.t.readiness.reason.guest], chosen.registered);
    await person.button(t.identity.copyLink).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${person.origins.app}/offers/[^/]+/delegate`));
    await cannotWrite(person);
  });

  it('resourceGroupOwner', async () => {
    const person = await stage.person();
    const { t } = person;
    // They may not even ask what they may do on the subscription.
    person.expect(new RegExp(`^403 ${person.origins.arm}/subscriptions/`));
    await person.signInAs('resourceGroupOwner');
    await reads(person, (words) => [words.t.overview.mayUnknown, words.t.overview.mayNoneHelp]);
    await person.link(t.frame.offers).click();
    await person.arriveAt(t.offers.title);
    await reads(person, (words) => [words.t.offers.emptyTitle, words.t.offers.emptyWhat]);
    await cannotWrite(person);
  });
});

/** Reads these sentences in the language at hand, changes to the other one, and reads them there. */
async function reads(person: Person, sentences: (words: Words) => readonly string[], row?: string): Promise<void> {
  const { page } = person;
  const place = row === undefined ? page.getByRole('main') : person.row(row);
  const see = async (words: Words) => {
    for (const sentence of sentences(words)) await place.getByText(sentence).first().waitFor();
  };
  await see(person);
  await person.choose(person.t.frame.language, '한국어');
  await see(wordsOf.ko);
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
  await person.choose(wordsOf.ko.t.frame.language, 'English');
  await see(person);
}

async function cannotWrite(person: Person): Promise<void> {
  const { t, format, page } = person;
  const asked = await stage.asked();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter(isWrite)).toEqual([]);
  expect(await person.button(t.review.action(format, 1)).count()).toBe(0);
  expect(await page.getByRole('alert').count()).toBe(0);
}
