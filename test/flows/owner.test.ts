import { describe, expect, it } from 'vitest';
import { tellings } from './tellings.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, reviewPath, scopesPath, subscription } from './places.ts';
import { confirmAndRun, delegateAsColleague } from './stories.ts';
import { long } from '../long.ts';

const management = subscription(2);
const store = subscription(4);
const sap = subscription(6);
const hana = resourceGroup(6, 'rg-sap-hana-prod');
const chosen = [management, store, hana];
const ids = chosen.map(({ id }) => id);

describe.each(tellings(import.meta.filename))(
  'an Owner delegates two subscriptions and one resource group of a third, in %s',
  (language) => {
    it('from the overview to the end of the run', async () => {
      const world = await openWorld({ timing: 'azure', language });
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
      await reads([hana.name, t.common.resourceGroup, sap.name]);
      expect(world.writes()).toEqual([]);

      await confirmAndRun(world, 3);
      await find('heading', t.run.endedAll(t.common.scopes(format, 3)));
      expect(delegationsIn(world)).toEqual(ids.toSorted());
      const written = world.written().map((line) => line.replace(/Assignments\/.*$/, 'Assignments'));
      const register = `POST ${sap.id}/providers/Microsoft.ManagedServices/register`;
      const delegate = ids.map((id) => `PUT ${id}/providers/Microsoft.ManagedServices/registrationAssignments`);
      expect(written.toSorted()).toEqual([register, ...delegate].toSorted());
      expect(written.indexOf(register)).toBeLessThan(written.findIndex((line) => line.includes(hana.name)));

      await world.follow(t.frame.overview);
      await reads(t.overview.allDelegated);
      await reads(t.overview.nothingNeeded);
      await reads(t.overview.registered(format, 5, 16));
      await world.follow(t.frame.offers);
      await reads(t.common.scopes(format, 3), await world.row('Northwind Managed Platform'));
      expect(world.says()).not.toContain(t.offers.notDelegatedWhat);
    });
  },
);

describe('what is delegated', () => {
  it('is shown as delegated, cannot be chosen, and reviewing it again finds nothing to do', long, async () => {
    const first = await openWorld({ path: reviewPath(chosen) });
    await confirmAndRun(first, 3);
    await first.find('heading', first.t.run.endedAll('3 scopes'));
    first.close();

    const later = await openWorld({ from: first, path: scopesPath() });
    const { t } = later;
    await later.reads(t.readiness.delegatedHere, await later.row(management.name));
    await later.reads('Northwind Managed Platform', await later.row(management.name));
    await later.press(t.delegate.openGroups(management.name));
    await later.reads(t.readiness.delegatedAbove, await later.row('rg-automation'));
    await later.press(t.delegate.openGroups(sap.name));
    await later.reads(t.readiness.delegatedHere, await later.row(hana.name));
    expect(later.has('checkbox', t.delegate.selectRow(management.name))).toBe(false);
    expect(later.has('checkbox', t.delegate.selectRow(hana.name))).toBe(false);
    later.close();

    const again = await openWorld({ from: first, path: reviewPath(chosen) });
    await again.find('heading', t.review.nothingTitle);
    await again.reads(t.review.numbers.already(again.format, 3));
    expect(again.has('button', /^Delegate/)).toBe(false);
    expect([...later.writes(), ...again.writes()]).toEqual([]);
  });

  it('is not written again by a run that was reviewed before', long, async () => {
    const world = await openWorld({ path: reviewPath([management, store]) });
    await world.find('heading', world.t.review.confirmTitle);
    await delegateAsColleague(world, management);
    await delegateAsColleague(world, store);
    await confirmAndRun(world, 2);
    await world.find('heading', world.t.run.endedAlready);
    await world.reads(world.t.run.state.already, await world.row(management.name));
    expect(world.writes()).toEqual([]);
  });
});
