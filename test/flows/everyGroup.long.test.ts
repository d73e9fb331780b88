import { screen, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/text/problemTexts.ts';
import { fillTab } from './fullTab.ts';
import { openWorld, type World } from './harness.ts';
import { added, createSubscription } from './newSubscription.ts';
import { resourceGroup, scopesPath, subscription } from './places.ts';

const management = subscription(2);
const store = subscription(4);
const sap = subscription(6);
const hana = resourceGroup(6, 'rg-sap-hana-prod');

async function openList(options: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld({ path: scopesPath(), ...options });
  await world.reads(world.t.readiness.ready, await world.row(management.name));
  await world.reads(world.t.readiness.needsRegistration, await world.row(sap.name));
  await world.reads(`${world.t.delegate.filter.notChecked} 0`);
  return world;
}

/** How many resource groups there are, as the page says. */
function groupsRead({ says, t, format }: World): number {
  const found = new RegExp(t.delegate.groupsRead(format, 77).replace('77', '(\\d+)')).exec(says());
  return Number(found?.[1]);
}

describe('the resource groups of all subscriptions', () => {
  it('are searched where no subscription is called like that, chosen, and reviewed', async () => {
    const world = await openList();
    const { t, format, press, reads, row, rows, write } = world;
    await write(t.delegate.search, 'sap-hana-prod');
    await reads([t.delegate.emptyFiltered, t.delegate.groupsNotSearched]);
    await press(t.delegate.searchGroupsToo);
    await reads(t.readiness.needsRegistration, await row(hana.name));
    // Under its management group and its subscription, which was not looked for.
    expect(rows().slice(1)).toEqual([expect.stringContaining(sap.name), expect.stringContaining(hana.name)]);
    expect(groupsRead(world)).toBeGreaterThan(10);

    // Nobody looked for the subscription: choosing its management group would give it away.
    expect(
      world.has('checkbox', t.delegate.selectGroup('Tenant Root Group / Contoso / Landing zones / Production')),
    ).toBe(false);

    await press(t.delegate.selectAllGroups(format, 1));
    await reads(t.delegate.summary(format, 1, 0, 1));
    await press(t.delegate.hideGroups);
    await write(t.delegate.search, ' ');
    await reads(t.delegate.summary(format, 1, 0, 1));
    await press(t.delegate.review);
    await reads([t.review.numbers.delegate(format, 1), hana.name]);
    expect(world.writes()).toEqual([]);
  });

  it('all chosen are reviewed, also where the tab keeps nothing', async () => {
    fillTab();
    const world = await openList();
    const { t, format, find, press, reads } = world;
    await press(t.delegate.showGroups);
    await find('button', t.delegate.hideGroups);
    const all = await find('button', new RegExp(t.delegate.selectAllGroups(format, 77).replace('77', '\\d+')));
    const groups = Number(/\d+/.exec(world.says(all))?.[0]);
    // More than an address carries.
    expect(groups).toBeGreaterThan(40);
    await world.user.click(all);
    await find('tab', new RegExp(`^${t.delegate.filter.selected} ${groups}`));
    await press(t.delegate.review);
    await reads(t.review.numbers.delegate(format, groups));
  });

  it('stand under their subscriptions, which close and open one by one; "all" keeps both apart', async () => {
    const world = await openList();
    const { t, format, find, press, reads, rows, write } = world;
    const before = rows().length;
    await press(t.delegate.showGroups);
    await find('button', t.delegate.hideGroups);
    await waitFor(() => expect(rows().length).toBeGreaterThan(before + 10));
    await reads(hana.name);
    await press(t.delegate.closeGroups(sap.name));
    await waitFor(() => expect(world.says()).not.toContain(hana.name));
    await press(t.delegate.openGroups(sap.name));
    await reads(hana.name);
    // What a chosen subscription brings with it is not counted once more.
    await write(t.delegate.search, 'sap');
    await press(t.delegate.selectAllSubscriptions(format, 1));
    await reads(t.delegate.summary(format, 1, 0, 1));
    expect(screen.queryByText(t.delegate.selectAllGroups(format, 1))).toBeNull();
    await reads(t.delegate.coveredByAbove, await world.row(hana.name));
    await press(t.delegate.hideGroups);
    await waitFor(() => expect(world.says()).not.toContain(hana.name));
  });

  it('a range of them passes by the subscriptions between', async () => {
    const world = await openList();
    const { t, format, press, find, reads, user } = world;
    await press(t.delegate.showGroups);
    await find('button', t.delegate.hideGroups);
    const from = await find('checkbox', t.delegate.selectRow('rg-synapse-dev'));
    await user.click(from);
    await user.keyboard('{Shift>}');
    await user.click(await find('checkbox', t.delegate.selectRow('rg-store-feature-02')));
    await user.keyboard('{/Shift}');
    await reads(t.delegate.summary(format, 3, 0, 3));
  });

  it('come from the subscriptions themselves where Resource Graph is refused, and one that cannot be read says so', async () => {
    const whole = await openList();
    await whole.press(whole.t.delegate.showGroups);
    await whole.find('button', whole.t.delegate.hideGroups);
    const all = groupsRead(whole);
    whole.close();

    const broken = { kind: 'error', status: 500, code: 'InternalServerError', message: 'Oops.' };
    const world = await openList({
      switches: { resourceGraph: 'refused' },
      faults: [{ route: `GET ${store.id}/resourceGroups`, action: broken }],
    });
    const { t, press, reads, find } = world;
    await press(t.delegate.showGroups);
    await find('button', t.delegate.hideGroups);
    await reads(hana.name);
    await reads(t.delegate.groupsUnread(problemText(t.problems, { code: 'azureDown' }).title));
    expect(groupsRead(world)).toBeGreaterThan(10);
    expect(groupsRead(world)).toBeLessThan(all);
  });

  it('are not asked for twice where the reading was stopped and begun again', async () => {
    const world = await openList({ switches: { resourceGraph: 'refused' } });
    const { t, press, reads, find } = world;
    const asked = () => world.requests().flatMap(({ url }) => (/\/resourceGroups\?/i.test(url) ? url : []));
    // One subscription takes its time, so that there is something left to be stopped.
    const answer = world.device.holdRequests(new RegExp(`^GET ${store.id}/resourceGroups$`, 'i'));
    await press(t.delegate.showGroups);
    await find('button', t.delegate.stopGroups);
    await waitFor(() => expect(asked().length).toBeGreaterThan(10));
    await press(t.delegate.stopGroups);
    await find('button', t.delegate.showGroups);
    expect(world.says()).not.toContain(hana.name);

    answer();
    await press(t.delegate.showGroups);
    await find('button', t.delegate.hideGroups);
    await reads(hana.name);
    expect(new Set(asked()).size).toBe(asked().length);
    await reads('rg-store-feature-02');
  });

  it('that cannot be read leave the list as it is, and are asked for again', async () => {
    const world = await openList();
    const { t, press, reads, find } = world;
    const lost = {
      route: 'POST /providers/Microsoft.ResourceGraph/resources',
      action: { kind: 'lose', when: 'beforeCommit' },
    };
    await world.fault(lost);
    await press(t.delegate.showGroups);
    await reads([t.delegate.groupsFailed, problemText(t.problems, { code: 'noAnswer' }).title], await find('alert'));
    await world.row(management.name);
    await world.repair();
    await press(t.delegate.showGroups);
    await reads(hana.name);
    expect(world.has('alert')).toBe(false);
  });

  it('those of a subscription that appears meanwhile are shown as well', async () => {
    const route = `GET ${store.id}/providers/Microsoft.ManagedServices/registrationDefinitions`;
    const broken = { route, action: { kind: 'error', status: 500, code: 'InternalServerError', message: 'Oops.' } };
    const world = await openList({ switches: { resourceGraph: 'refused' }, faults: [broken] });
    const { t, press, reads, find } = world;
    await press(t.delegate.showGroups);
    await find('button', t.delegate.hideGroups);
    await reads(hana.name);

    const before = groupsRead(world);
    createSubscription(world, ['rg-logistics']);
    await world.repair();
    await press(t.common.retry);
    await reads('rg-logistics');
    expect(groupsRead(world)).toBe(before + 1);
    await press(t.delegate.closeGroups(added.name));
    await waitFor(() => expect(world.says()).not.toContain('rg-logistics'));
    await reads(hana.name);
  });
});
