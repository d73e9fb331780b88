import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/text/problemTexts.ts';
import { localConfig } from '../run/demo.ts';
import { freePort } from '../run/ports.ts';
import { violations } from './axe.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('an app that is not set up', () => {
  it.each([
    ['en', 'tenant', 'contoso.onmicrosoft.com'],
    ['ko', 'clientId', 'lighthouse'],
  ] as const)('names the bad field of config.json: %s', async (language, field, value) => {
    const config = (await localConfig(stage.demo().emulatorOrigin)) as object;
    const visitor = await stage.person({ language }, await stage.siteWith({ ...config, [field]: value }));
    const { page, signIn } = visitor;
    await visitor.open('/offers');
    await page.getByRole('alert').getByText(signIn.config.faults.fieldInvalid(field)).waitFor();
    await page.getByText(value, { exact: true }).waitFor();
    expect(await visitor.button(visitor.start.signIn).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('says so when config.json is missing, and goes on once it is there', async () => {
    const origins = await stage.siteWith(undefined);
    const visitor = await stage.person({ expects: [/^404 .*\/config\.json$/] }, origins);
    const { page, signIn } = visitor;
    await visitor.open();
    await page.getByText(signIn.config.faults.missing.what).waitFor();
    await page.getByText(signIn.config.faults.missing.next).waitFor();
    await visitor.button(signIn.config.retry).click();
    await page.getByText(signIn.config.faults.missing.what).waitFor();
  });
});

describe('an Azure that is down', () => {
  it('is said on the start page instead of leaving for it, and signing in works once it is up', async () => {
    const nobody = `http://localhost:${await freePort(0)}`;
    const config = (await localConfig(nobody)) as object;
    const origins = await stage.siteWith(config, { entra: nobody, arm: nobody });
    const visitor = await stage.person({ expects: [/^net::ERR_CONNECTION_REFUSED /] }, origins);
    const { page, start, signIn } = visitor;
    await visitor.open();
    await visitor.button(start.signIn).click();
    await page.getByRole('alert').getByText(signIn.problems.offline.title).waitFor();
    expect(page.url()).toBe(`${origins.app}/`);
    expect(await visitor.button(start.signIn).isEnabled()).toBe(true);
  });

  it('is said on the page, with a way to try again that works', async () => {
    const owner = await stage.person({ expects: [/^net::ERR_/] });
    const { page, t } = owner;
    await owner.signInAs('owner', '/guide');
    await stage.fault({ route: '* /providers/**', action: { kind: 'lose' } });
    await stage.fault({ route: '* /subscriptions/**', action: { kind: 'lose' } });
    await owner.link(t.frame.offers).click();
    await owner.arriveAt(t.offers.title);
    await owner.button(t.common.retry).first().waitFor();
    await page.getByText(problemText(t.problems, { code: 'noAnswer' }).title).waitFor();
    await stage.mend();
    await owner.button(t.common.retry).first().click();
    await owner.row('Northwind Managed Platform').waitFor();
  });

  it('does not end the session of a page that is loaded meanwhile', async () => {
    const owner = await stage.person({ expects: [/^net::ERR_/] });
    const { page, t } = owner;
    await owner.signInAs('owner', '/guide');
    await stage.fault({ route: '* /**', action: { kind: 'lose' } });
    await page.reload();
    await owner.arriveAt(t.guide.title);
    await stage.mend();
    await owner.link(t.frame.offers).click();
    await owner.row('Northwind Managed Platform').waitFor();
  });
});

describe('a tenant without subscriptions', () => {
  it('is said as such, with what it may come from', async () => {
    const nobody = await stage.person();
    const { page, t } = nobody;
    await nobody.signInAs('nobody');
    await page.getByText(t.overview.account.member).waitFor();
    await page.getByText(t.delegate.emptyTitle).waitFor();
    await nobody.link(t.frame.registration).click();
    await page.getByText(t.registration.emptyWhat).waitFor();
    await nobody.button(t.offers.reload).click();
    await page.getByText(t.registration.emptyWhat).waitFor();
  });
});
