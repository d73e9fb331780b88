import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, reviewPath, scopesPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';

const management = subscription(2);
const store = subscription(4);
const sap = subscription(6);
const hana = resourceGroup(6, 'rg-sap-hana-prod');
const chosen = [management, store, hana];

describe('an Owner delegates two subscriptions and one resource group of a third', () => {
  it('from the overview to the end of the run', async () => {
    const world = await openWorld({ timing: 'azure' });
    const { t, format, reads, press, tick, find } = world;

    await reads(t.overview.may(format, 15, 16));
    await reads(t.overview.notDelegated(format, 1));
    await press(t.offers.delegate);
    await tick(t.delegate.selectRow(management.name));
    await tick(t.delegate.selectRow(store.name));
    await press(t.delegate.openGroups(sap.name));
    await tick(t.delegate.selectRow(hana.name));
    await reads(t.delegate.summary(format, 3, 2, 1));
    await press(t.delegate.review);

    await reads(t.review.numbers.delegate(format, 3));
    await reads(t.review.numbers.register(format, 1));
    await reads('rg-sap-hana-prod Resource group · SAP S/4HANA - Production');
    expect(world.writes()).toEqual([]);

    await confirmAndRun(world, 3);
    await find('heading', t.run.endedAll('3 scopes'));
    expect(delegationsIn(world)).toEqual(chosen.map(({ id }) => id).toSorted());
    expect(world.writes()).toEqual([
      expect.stringMatching(/^POST .*0006\/providers\/Microsoft.ManagedServices\/register$/),
      ...chosen.map(() => expect.stringMatching(/^PUT .*\/registrationAssignments\//)),
    ]);

    await world.follow(t.frame.overview);
    await reads(t.overview.allDelegated);
    await reads(t.overview.nothingNeeded);
    await world.follow(t.frame.offers);
    await reads('3 scopes', await world.row('Northwind Managed Platform'));
    expect(world.says()).not.toContain(t.offers.notDelegatedWhat);
  });
});
