import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { tellings } from './tellings.ts';
import { costReview, managedPlatform, securityWatch } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { keyOf, reviewPath, scopesPath, subscription } from './places.ts';

const identity = subscription(3);
const sap = subscription(6);
const factory = subscription(8);
const development = subscription(9);

describe.each(tellings(import.meta.filename))('a tenant with several providers, in %s', (language) => {
  it('shows each offer once, however many copies and references there are of it', async () => {
    const world = await openWorld({ world: 'busy', language, path: paths.offers });
    const { t, format, reads, row } = world;
    await reads(
      [t.offers.copies(format, 3), 'Northwind Managed Services', '1.0.0', t.common.scopes(format, 7)],
      await row(managedPlatform.name),
    );
    await reads([t.offers.template, t.common.scopes(format, 2), t.offers.both], await row(securityWatch.name));
    expect(world.rows()).toHaveLength(6);
    await reads(t.offers.unknownCopy(format, 1));
    await reads([t.offers.notDelegatedTitle(costReview.name), t.offers.notDelegatedWhat]);
    expect(world.says()).not.toContain(t.offers.notDelegatedTitle(managedPlatform.name));
  });
});

describe('what is known of a scope that others work in', () => {
  it('stands beside it: every offer that it is delegated to', async () => {
    const world = await openWorld({ world: 'busy', path: scopesPath() });
    const { t, reads, row } = world;
    await reads(
      [t.readiness.delegatedHere, 'Northwind Backup Care', managedPlatform.name],
      await row(subscription(4).name),
    );
    await reads([t.readiness.ready, securityWatch.name, 'Northwind Backup Care'], await row(identity.name));
    await reads([t.readiness.reason.otherTenant, 'Contoso shared services'], await row(subscription(17).name));
    await world.press(t.delegate.openGroups(subscription(7).name));
    await reads(t.readiness.delegatedHere, await row('rg-datalake-prod'));
    await reads(t.readiness.ready, await row('rg-reporting-prod'));
  });

  it('an attempt that failed is told, and may be repeated', async () => {
    const world = await openWorld({ world: 'busy', path: scopesPath([], securityWatch) });
    await world.reads(world.t.readiness.warning.earlierAttempt, await world.row(sap.name));
  });

  it('a deny assignment keeps it out of the run', async () => {
    const world = await openWorld({ world: 'busy', path: reviewPath([development, factory]) });
    const { t, format, reads } = world;
    const denied = t.readiness.reason.denyAssignment('Deny assignment created by Deployment Stack online-store-dev');
    await reads([t.review.numbers.delegate(format, 1), factory.name]);
    await reads([t.review.numbers.cannot(format, 1), development.name, denied]);
  });

  it('an offer of the own tenant cannot be delegated to', async () => {
    const own = {
      ...securityWatch,
      managedByTenantId: '11111111-1111-4111-8111-111111111111',
      name: 'Contoso shared services',
    };
    const world = await openWorld({ world: 'busy', path: scopesPath([], own) });
    await world.reads(world.t.readiness.reason.ownTenant, await world.row(factory.name));
  });
});

it('the page of an offer lists where it is in effect and where Azure keeps it, the failed copy too', async () => {
  const world = await openWorld({ world: 'busy', path: paths.offer(keyOf(managedPlatform)) });
  const { t, format, reads, find } = world;
  await reads(t.offer.knownTenant(format, 11));
  const where = await find('table', t.offer.whereTitle);
  await reads('rg-synapse-prod', where);
  await reads(subscription(13).name, where);
  const copies = await find('table', t.offer.copiesTitle);
  await reads([factory.name, t.offer.copyState.failed], copies);
  await reads(t.offer.copyState.succeeded, copies);
});
