import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, reviewPath, scopesPath, subscription } from './places.ts';
import { confirmAndRun, delegateAsColleague } from './stories.ts';

/* What nobody could verify about Azure, both ways. */

const management = subscription(2);
const store = subscription(4);
const sap = subscription(6);
const web = resourceGroup(4, 'rg-store-web-prod');

describe('a delegation that refers to a copy of the offer in another subscription', () => {
  it.each([
    { crossSubscriptionReferences: 'allowed', copies: [management.id] },
    { crossSubscriptionReferences: 'refused', copies: [management.id, store.id, sap.id] },
  ] as const)(
    '$crossSubscriptionReferences: ends delegated, with copies at $copies',
    async ({ copies, ...switches }) => {
      const world = await openWorld({ switches, path: reviewPath([management, store, sap]) });
      const { t, format, reads, row } = world;
      await reads(t.review.numbers.copyMaybe(format, 2));
      await confirmAndRun(world, 3);
      await world.find('heading', t.run.endedAll('3 scopes'));
      expect(copiesIn(world)).toEqual(copies);
      expect(delegationsIn(world)).toEqual([management.id, store.id, sap.id]);
      const copied = (await row(store.name)).textContent.includes(t.run.step.copied);
      expect(copied).toBe(switches.crossSubscriptionReferences === 'refused');
      expect((await row(management.name)).textContent).not.toContain(t.run.step.copied);
      world.close();

      // The copies are of one offer, and what refers to them is delegated to it.
      const after = await openWorld({ from: world, path: paths.offers });
      await after.reads(
        [t.offers.copies(format, copies.length), '3 scopes'],
        await after.row('Northwind Managed Platform'),
      );
      expect(after.rows()).toHaveLength(1);
    },
  );
});

describe('a resource group whose subscription somebody has just delegated to the same offer', () => {
  it.each(['allowed', 'refused'] as const)('%s', async (resourceGroupUnderDelegatedSubscription) => {
    const world = await openWorld({ switches: { resourceGroupUnderDelegatedSubscription }, path: reviewPath([web]) });
    const { t, reads, row } = world;
    await world.find('heading', t.review.confirmTitle);
    await delegateAsColleague(world, store);
    await confirmAndRun(world, 1);
    if (resourceGroupUnderDelegatedSubscription === 'allowed') {
      await reads(t.run.state.done, await row(web.name));
    } else {
      const { title, what } = t.problems.alreadyDelegated({ code: 'alreadyDelegated' });
      await reads([`${t.run.state.failed}: ${title}`, what], await row(web.name));
    }
    world.close();

    const after = await openWorld({ from: world, path: scopesPath() });
    await after.press(t.delegate.openGroups(store.name));
    await after.reads(t.readiness.delegatedAbove, await after.row('rg-store-api-prod'));
    expect(after.writes()).toEqual([]);
  });
});

describe('headers that say how long something takes', () => {
  it.each(['all', 'none'] as const)(
    '%s of them readable by a browser: the run ends the same',
    async (exposedHeaders) => {
      const world = await openWorld({ switches: { exposedHeaders }, timing: 'azure', path: reviewPath([store, sap]) });
      const { t } = world;
      await world.fault({
        route: 'PUT /subscriptions/**/registrationAssignments/*',
        times: 1,
        action: { kind: 'throttle', seconds: 7 },
      });
      await confirmAndRun(world, 2);
      await world.find('heading', t.run.endedAll('2 scopes'));
      expect(delegationsIn(world)).toEqual([store.id, sap.id]);
      expect(new Set(world.written()).size).toBe(world.written().length);
    },
  );
});

describe('Resource Graph', () => {
  it.each(['small', 'busy'])('refused: the lists of %s say the same, read one by one', async (name) => {
    const seen: string[][] = [];
    for (const resourceGraph of ['available', 'refused'] as const) {
      const world = await openWorld({ world: name, switches: { resourceGraph }, path: scopesPath() });
      await world.reads(world.t.readiness.reason.otherTenant, await world.row(subscription(17).name));
      await world.reads(`${world.t.delegate.filter.notChecked} 0`);
      await world.device.quiet();
      const scopes = world.rows();
      await world.follow(world.t.frame.offers);
      await world.find('table', world.t.offers.table);
      // What is newer comes after everything else.
      if (name === 'busy') await world.reads(world.t.update.badge);
      seen.push([...scopes, ...world.rows()]);
      world.close();
    }
    expect(seen[1]).toEqual(seen[0]);
  });
});
