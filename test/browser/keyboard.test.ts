import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { managedPlatform, securityWatch } from '../emulator/worlds/offers.ts';
import { keyOf } from '../flows/places.ts';
import { chosen, offerName, untilDone } from './delegate.ts';
import { focusNow, press, pressUntil, showsFocus, type Stop } from './keyboard.ts';
import { isWrite, useStage } from './stage.ts';
import { widerTemplate } from './template.ts';

const stage = useStage();
const names = (stops: readonly Stop[]) => stops.map(({ name }) => name);
const unseen = (stops: readonly Stop[]) => stops.filter(({ hidden }) => hidden !== undefined);

/** What the page's one action is called. */
const lastButton = async (page: Page) => page.locator('#content').getByRole('button').last().innerText();

describe('by keyboard alone', () => {
  it(
    'an owner delegates two subscriptions and a resource group, and saves the receipt',
    { timeout: 90_000 },
    async () => {
      const owner = await stage.person();
      const { page, t, format, start } = owner;
      const walked: Stop[] = [];
      const go = async (key: string, name: string) => {
        const stops = await pressUntil(page, key, name);
        walked.push(...stops);
        return stops;
      };
      const visible: string[] = [];
      const look = async () => {
        const { name } = await focusNow(page);
        if (!(await showsFocus(page))) visible.push(name);
      };

      await owner.open();
      await go('Tab', start.signIn);
      await look();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.origin === owner.origins.entra);
      // The account picker is Entra's affair; ours begins when it hands over.
      await page.locator('button[value="owner"]').focus();
      await page.keyboard.press('Enter');
      await owner.arriveAt(t.overview.title);

      // The heading has the focus: forwards lies the page, backwards the frame up to the way past it.
      await page.getByText(t.overview.may(format, 15, 16)).waitFor();
      const frame = await go('Shift+Tab', t.frame.skip);
      expect(names(frame).toReversed()).toEqual([
        t.frame.skip,
        t.common.product,
        t.frame.language,
        `${t.frame.theme}: ${t.frame.dark}`,
        t.frame.help,
        t.frame.account('Jiwoo Kim (김지우)'),
        t.frame.overview,
        t.frame.offers,
        t.frame.delegations,
        t.frame.registration,
        t.activity.nav,
        t.frame.runs,
        t.frame.guide,
      ]);
      await look();
      await page.keyboard.press('Enter');
      expect(names(await go('Tab', t.offers.delegate))).toEqual([
        t.overview.showOffers,
        t.overview.showRegistration,
        t.offers.delegate,
      ]);
      await look();
      await page.keyboard.press('Enter');
      await owner.arriveAt(t.delegate.title(offerName));

      await owner.button(t.delegate.selectAllReady(format, 12)).waitFor();
      expect(names(await go('Tab', t.delegate.selectAllReady(format, 12)))).toEqual([
        t.delegate.search,
        t.delegate.managementGroup,
        t.delegate.tag,
        t.delegate.showGroups,
        t.delegate.selectAllReady(format, 12),
      ]);
      await go('Tab', t.delegate.selectRow(chosen.groupsOf));
      await look();
      expect((await press(page, 'Tab')).name).toBe(t.delegate.openGroups(chosen.groupsOf));
      await look();
      await page.keyboard.press('Enter');
      await owner.row(chosen.group).waitFor();
      expect((await press(page, 'Shift+Tab')).name).toBe(t.delegate.selectRow(chosen.groupsOf));
      for (const name of [chosen.group, chosen.registered, chosen.unregistered]) {
        await go('ArrowDown', t.delegate.selectRow(name));
        await page.keyboard.press('Space');
      }
      await page
        .getByRole('status')
        .filter({ hasText: t.delegate.summary(format, 3, 1, 2) })
        .waitFor();
      await go('Tab', t.delegate.review);
      await look();
      await page.keyboard.press('Enter');

      await owner.arriveAt(t.review.title(offerName));
      await owner.button(t.review.action(format, 3)).waitFor();
      const provider = 'Northwind Managed Services';
      const tenant = '22222222-2222-4222-8222-222222222222';
      await go('Tab', t.review.confirm(provider, tenant, t.common.scopes(format, 3)));
      await look();
      await page.keyboard.press('Space');
      expect(names(await go('Tab', t.review.action(format, 3)))).toEqual([
        t.review.changeSelection,
        t.asCode.button,
        t.handOver.button,
        t.review.action(format, 3),
      ]);
      await look();
      await page.keyboard.press('Enter');

      await untilDone(owner);
      expect((await focusNow(page)).name).toBe(t.run.endedAll(t.common.scopes(format, 3)));
      await go('Tab', t.run.receipt);
      await look();
      await page.keyboard.press('Enter');
      await owner.arriveAt(t.receipt.title);
      await owner.button(t.receipt.json).waitFor();
      await go('Tab', t.receipt.json);
      await look();
      const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(saved.suggestedFilename()).toMatch(/\.json$/);

      expect(unseen(walked)).toEqual([]);
      expect(visible).toEqual([]);
    },
  );

  it('menus and dialogs take the focus, keep it, give it back, and hide nothing', async () => {
    const owner = await stage.person();
    const { page, t, format } = owner;
    await owner.signInAs('owner');
    await owner.arriveAt(t.overview.title);
    await page.getByText(t.overview.may(format, 15, 16)).waitFor();
    await pressUntil(page, 'Shift+Tab', t.frame.language);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: 'English' }).and(page.locator(':focus')).waitFor();
    // The page stays in view behind it.
    const heading = page.getByRole('heading', { level: 1 });
    expect(
      await heading.evaluate((it) => {
        const { left, top } = it.getBoundingClientRect();
        return document.elementFromPoint(left + 5, top + 5) === it;
      }),
    ).toBe(true);
    expect((await press(page, 'ArrowDown')).name).toBe('한국어');
    expect((await press(page, 'Escape')).name).toBe(t.frame.language);

    await owner.open('/offers');
    await owner.arriveAt(t.offers.title);
    await owner.button(t.offers.delegate).first().press('Enter');
    await owner.arriveAt(t.delegate.title(offerName));
    const asks = t.delegate.whoFor('Contoso Treasury');
    await owner.button(asks).waitFor();
    await pressUntil(page, 'Tab', asks);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    const inside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null);
    expect(await inside()).toBe(true);
    const stops = await pressUntil(page, 'Tab', t.owners.close);
    expect(unseen(stops)).toEqual([]);
    for (let more = 0; more < 12; more += 1) {
      await press(page, 'Tab');
      expect(await inside()).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await focusNow(page)).name).toBe(asks);
  });

  it(
    'an offer is looked up and taken from a template, updated, taken back, and the list saved',
    {
      timeout: 120_000,
    },
    async () => {
      await stage.reset({ world: 'busy', timing: 'instant' });
      const owner = await stage.person();
      const { page, t, format } = owner;
      // A role that was deleted since.
      owner.expect(/^404 .*\/roleDefinitions\//);
      const walked: Stop[] = [];
      const go = async (name: string, key = 'Tab') => walked.push(...(await pressUntil(page, key, name)));
      const follow = async (name: string, key = 'Tab') => {
        await go(name, key);
        await page.keyboard.press('Enter');
      };
      await owner.signInAs('owner', paths.offers);
      await owner.arriveAt(t.offers.title);
      await owner.button(t.addOffer.add).waitFor();

      await follow(t.addOffer.add);
      await owner.arriveAt(t.addOffer.title);
      await go(t.addOffer.field);
      await page.keyboard.type('northwind.managed-platform.standard');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: managedPlatform.name }).waitFor();
      await go(t.addOffer.goDelegate);

      await follow(t.frame.offers, 'Shift+Tab');
      await owner.arriveAt(t.offers.title);
      await owner.button(t.template.title).waitFor();
      await follow(t.template.title);
      await owner.arriveAt(t.template.title);
      // Waited for from here on: the browser needs a moment before it hands choosers over.
      const chooser = page.waitForEvent('filechooser');
      await follow(t.template.files.choose.template);
      const files = await chooser;
      await files.setFiles(widerTemplate());
      await owner.button(t.templateUpdate.compare).waitFor();
      await follow(t.templateUpdate.compare);
      await owner.arriveAt(t.update.title(securityWatch.name));
      await owner.button(t.templateUpdate.keep).waitFor();
      await follow(t.templateUpdate.accept);
      const confirmation = page.getByRole('heading', { name: t.review.confirmTitle }).and(page.locator(':focus'));
      await confirmation.waitFor();
      await follow(t.update.back);
      await page.getByRole('button', { name: t.templateUpdate.accept }).and(page.locator(':focus')).press('Enter');
      await confirmation.waitFor();
      await owner.settled();
      await go(t.review.reason);
      await press(page, 'Tab');
      await page.keyboard.press('Space');
      await follow(await lastButton(page));
      await owner.button(t.run.receipt).waitFor();
      expect(await page.locator(':focus').getAttribute('tabindex')).toBe('-1');

      await follow(t.frame.delegations, 'Shift+Tab');
      await owner.arriveAt(t.delegations.title);
      await page.getByRole('row').nth(2).waitFor();
      await follow(t.delegations.export);
      await page.getByRole('menuitem', { name: t.delegations.csv }).and(page.locator(':focus')).waitFor();
      const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(saved.suggestedFilename()).toMatch(/\.csv$/);
      expect((await focusNow(page)).name).toBe(t.delegations.export);

      const row = page.getByRole('checkbox').nth(1);
      await go((await row.getAttribute('aria-label')) ?? '');
      await page.keyboard.press('Space');
      await follow(t.delegations.remove(format, 1));
      await page.getByRole('heading', { name: t.review.confirmTitle }).waitFor();
      await owner.settled();
      await go(t.review.reason);
      await press(page, 'Tab');
      await page.keyboard.press('Space');
      await follow(await lastButton(page));
      await owner.button(t.run.receipt).waitFor();
      expect((await stage.asked()).filter(isWrite).some(({ method }) => method === 'DELETE')).toBe(true);
      expect(unseen(walked)).toEqual([]);
    },
  );

  it('the focus stays on its row however far a long list is scrolled, and Space takes what the arrow came to', async () => {
    await stage.reset({ world: 'large', timing: 'instant', pageSize: 1000 });
    const owner = await stage.person();
    const { page, t, format } = owner;
    await owner.signInAs('owner', paths.delegations);
    await owner.arriveAt(t.delegations.title);
    const boxes = page.locator('#content [role=row][data-at] input');
    await boxes.first().focus();
    const first = await focusNow(page);
    await page.mouse.move(600, 600);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 3000);
        return page.evaluate(() => scrollY);
      })
      .toBeGreaterThan(15_000);
    expect(await focusNow(page)).toEqual({ name: first.name, hidden: 'covered' });

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const next = await focusNow(page);
    expect(next.hidden).toBeUndefined();
    expect(next.name).not.toBe(first.name);
    await owner.button(t.delegations.remove(format, 1)).waitFor();
    const chosenRows = page.locator('#content [role=row] input:checked');
    expect(await chosenRows.evaluateAll((all) => all.map((it) => it.ariaLabel))).toEqual([next.name]);
  });

  it('what is gone once it was pressed leaves the focus where it was', async () => {
    await stage.reset({ world: 'busy', timing: 'instant' });
    const owner = await stage.person();
    const { page, t, format } = owner;
    await owner.signInAs('owner', paths.registration);
    await owner.arriveAt(t.registration.title);
    const name = 'Online Store - Development';
    await owner.button(t.registration.actionOneLabel(name)).press('Enter');
    await owner.row(name).filter({ hasText: t.registration.state.registered }).and(page.locator(':focus')).waitFor();
    expect((await press(page, 'Tab')).name).toBe(t.common.copyId(name));

    await owner.go(paths.delegate(keyOf(managedPlatform)));
    await owner.settled();
    const all = page.getByRole('button', { name: /^Select all/ });
    await all.press('Enter');
    await all.waitFor({ state: 'detached' });
    await page.getByRole('group', { name: t.delegate.search }).and(page.locator(':focus')).waitFor();
    await pressUntil(page, 'Tab', t.delegate.clear);
    await page.keyboard.press('Enter');
    await owner.button(t.delegate.selectAllReady(format, 8)).waitFor();
    expect((await focusNow(page)).hidden).toBeUndefined();
  });

  it('is judged by what can be seen: a ring on something half outside the window, and none at all', async () => {
    const { page } = await stage.person();
    const shown = async (style: string) => {
      await page.setContent(`<button style="position: absolute; left: -40px; width: 90px; ${style}">Here</button>`);
      await page.keyboard.press('Tab');
      return showsFocus(page);
    };
    expect(await shown('')).toBe(true);
    expect(await shown('outline: none')).toBe(false);
  });
});
