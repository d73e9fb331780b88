import { screen } from '@testing-library/dom';
import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import * as shapes from '../domain/templates.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, subscription } from './places.ts';
import { bring, confirmAndRunTemplate, fileOf, given, offerName } from './templateStories.ts';

/** ARM's guid(). */
const guid = (value: string) => v5(value, '11fb06fb-712d-4ddd-98c7-e71bbd588830');

describe("an offer from a provider's template", () => {
  it('is read on the device, reviewed like any other, and stored under the names of the template', async () => {
    const world = await openWorld({ path: '/offers', timing: 'azure' });
    const { t, format, reads, press, find } = world;
    await press(t.template.title);
    await find('heading', t.template.title);
    await world.device.quiet();
    const before = world.requests().length;

    const groups = ['rg-automation', 'rg-sap-hana-prod'];
    const values = { ...given, resourceGroups: groups.map((rgName) => ({ rgName })) };
    await bring(
      world,
      fileOf(shapes.parameterFile(values), 'values.json'),
      fileOf(JSON.stringify(shapes.forGroups), 'offer.json'),
    );
    await reads(['values.json']);
    await find('heading', offerName);
    await reads(t.template.wanted.group('rg-automation'));
    await reads(fabrikam.id);
    expect(world.writes()).toEqual([]);
    expect(
      world
        .requests()
        .slice(before)
        .filter(({ url }) => !/roleDefinitions|ResourceGraph/i.test(url)),
    ).toEqual([]);

    const where = await screen.findByLabelText(t.template.wanted.where);
    await screen.findByRole('option', { name: subscription(6).name });
    await world.user.selectOptions(where, subscription(6).name);
    await press(t.template.next);
    await world.tick(t.delegate.selectRow(subscription(4).name));
    await press(t.delegate.review);
    await find('heading', t.review.confirmTitle);
    expect(world.writes()).toEqual([]);
    // Only one of the two groups is in that subscription: the other is said not to be there, and left out.
    await reads(t.review.numbers.delegate(format, 2));
    await confirmAndRunTemplate(world, 2);
    await find('heading', t.run.endedAll(t.common.scopes(format, 2)));

    const services = 'providers/Microsoft.ManagedServices';
    const sap = resourceGroup(6, 'rg-sap-hana-prod').id;
    expect(world.written().filter((line) => line.startsWith('PUT'))).toEqual(
      expect.arrayContaining([
        `PUT ${subscription(6).id}/${services}/registrationDefinitions/${guid('rg-sap-hana-prod')}`,
        `PUT ${sap}/${services}/registrationAssignments/${guid('rg-sap-hana-prod')}`,
        `PUT ${subscription(4).id}/${services}/registrationDefinitions/${guid('rg-automation')}`,
      ]),
    );
    expect(delegationsIn(world)).toEqual([subscription(4).id, sap].toSorted());

    await world.follow(t.frame.offers);
    await reads(t.common.scopes(format, 2), await world.row(offerName));
  });
});
