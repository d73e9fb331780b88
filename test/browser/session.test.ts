import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { chosen, offerName } from './delegate.ts';
import { useStage } from './stage.ts';

const stage = useStage();
/** A subscription that others own. */
const others = 'Contoso Treasury';

describe('a session', () => {
  it('brings back the address that was typed, signs out for good, and signs in again as somebody else', async () => {
    const person = await stage.person();
    const { page, t, signIn } = person;
    await person.open('/registration');
    // Nobody is sent to sign in who has not asked for it.
    await person.button(person.start.signIn).waitFor();
    await person.pressSignIn();
    await person.pick('owner');
    await person.arriveAt(t.registration.title);
    expect(new URL(page.url()).pathname).toBe('/registration');
    // The name of the tenant is asked for on the way; its id stands there until it is known.
    await expect.poll(() => page.title()).toBe(t.frame.pageTitle(t.registration.title, 'Contoso'));
    await page.reload();
    await person.arriveAt(t.registration.title);

    await person.choose(t.frame.account('Jiwoo Kim (김지우)'), t.frame.signOut);
    await page.getByText(signIn.signedOut.title).waitFor();
    expect(page.url()).toBe(`${person.origins.app}/`);
    expect(await tokensKept()).toEqual([]);
    // The way back leads to the start page, not into the session.
    await page.goBack();
    await person.button(person.start.signIn).waitFor();
    expect(await tokensKept()).toEqual([]);

    await person.open('/guide');
    await person.pressSignIn();
    await person.pick('reader');
    await person.arriveAt(t.guide.title);
    await person.choose(t.frame.account('Rina Sato (佐藤 里奈)'), t.frame.switchAccount);
    await page.waitForURL((url) => url.origin === person.origins.entra);
    await person.pick('contributor');
    await person.arriveAt(t.guide.title);
    await person.button(t.frame.account('Carlos Romero')).waitFor();
    // One tab, one person.
    expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toMatch(/Rina|reader@/);

    function tokensKept(): Promise<readonly string[]> {
      return page.evaluate(() =>
        [sessionStorage, localStorage].flatMap((kept) =>
          Array.from({ length: kept.length }, (_, at) => kept.getItem(kept.key(at) ?? '') ?? '').filter((text) =>
            text.includes('eyJ'),
          ),
        ),
      );
    }
  });

  it('keeps a selection through the sign-in of whom it was handed to', async () => {
    const sender = await stage.person();
    const { t } = sender;
    await sender.signInAs('contributor', '/offers');
    await sender.button(t.offers.delegate).first().click();
    await sender.button(t.delegate.whoFor(chosen.registered)).click();
    await sender.page.getByRole('dialog').getByRole('button', { name: t.owners.copyLink }).click();
    const link = await sender.page.evaluate(() => navigator.clipboard.readText());

    const owner = await stage.person({ language: 'ko' });
    await owner.open(link.replace(owner.origins.app, ''));
    await owner.pressSignIn();
    await owner.pick('owner');
    await owner.arriveAt(owner.t.delegate.title(offerName));
    const ticked = owner.page.getByRole('checkbox', {
      name: owner.t.delegate.selectRow(chosen.registered),
      exact: true,
    });
    await ticked.waitFor();
    expect(await ticked.isChecked()).toBe(true);
  });

  it('asks Microsoft for names when somebody wants them, and comes back to the same list, declined or allowed', async () => {
    // The answer to the first press: nobody has allowed it yet.
    const person = await stage.person({ expects: [/^400 .*\/oauth2\/v2\.0\/token\?/] });
    const { page, t, format } = person;
    await person.signInAs('owner', '/offers');
    await person.button(t.offers.delegate).first().click();
    await page.getByRole('checkbox', { name: t.delegate.selectRow(chosen.registered), exact: true }).check();
    await person.button(t.delegate.whoFor(others)).click();
    const dialog = page.getByRole('dialog', { name: t.owners.title(others) });
    const goToMicrosoft = async (): Promise<void> => {
      await dialog.getByRole('button', { name: t.ownerNames.show }).click();
      await dialog.getByRole('button', { name: t.ownerNames.goOn }).click();
      await page.getByRole('heading', { name: 'Permissions requested' }).waitFor();
    };

    await goToMicrosoft();
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual(['User.ReadBasic.All']);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await dialog.getByText(t.ownerNames.declined.title).waitFor();
    await goToMicrosoft();
    await page.getByRole('button', { name: 'Accept' }).click();
    await dialog.getByText('Seoyun Han (한서윤)').waitFor();
    await dialog.getByText(t.ownerNames.shown(format, 2, 2)).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: t.owners.close }).click();
    await page.getByText(t.delegate.summary(format, 1, 1, 0)).waitFor();
  });

  it('moves to another tenant, where a guest is told why they cannot delegate', async () => {
    const person = await stage.person();
    const { page, t, format } = person;
    await person.signInAs('twoTenantOwner');
    await page.getByText(t.overview.account.member).waitFor();
    await person.button(t.frame.tenant('Contoso')).click();
    await page.getByRole('menu').waitFor();
    expect(await violations(page, '[role=menu]')).toEqual([]);
    await page.keyboard.press('Escape');
    await person.choose(t.frame.tenant('Contoso'), /^Tailspin Toys/);
    await page.getByText(t.overview.account.guest).waitFor();
    await page.getByText(t.overview.account.guestHelp).waitFor();
    await person.button(t.frame.tenant('Tailspin Toys')).waitFor();
    await expect.poll(() => page.title()).toContain('Tailspin Toys');
    // Nothing of the first tenant is left over: two subscriptions, both Tailspin's.
    await page.getByText(t.overview.registered(format, 1, 2)).waitFor();
    expect(await page.getByText('Online Store').count()).toBe(0);
  });

  it('ends with a sentence where an administrator has to approve the app, and where the person turns back', async () => {
    const person = await stage.person();
    const { page, signIn } = person;
    await person.open();
    await person.pressSignIn();
    await page.locator('button[value="consentNeeded"]').click();
    await page.getByRole('link', { name: 'Return to the application' }).click();
    await page.getByRole('alert').getByText(signIn.problems.consentNeeded.title).waitFor();
    await person.pressSignIn();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('alert').waitFor();
    await person.pressSignIn();
    await person.pick('owner');
  });
});
