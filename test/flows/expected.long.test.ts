import { describe, expect, it } from 'vitest';
import { tenantId } from '../../src/domain/ids.ts';
import { paths } from '../../src/paths.ts';
import { languages } from '../../src/text/language.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { keyOf, reviewPath, scopesPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';

const store = subscription(4);
const somebodyElse = [tenantId('99999999-9999-4999-8999-999999999999')];
const provider = [tenantId(managedPlatform.managedByTenantId)];

describe.each(languages)('where the installation expects other providers, in %s', (language) => {
  it('the offer says so, and nothing can be delegated to it', async () => {
    const world = await openWorld({
      language,
      path: paths.offer(keyOf(managedPlatform)),
      config: { expectedManagingTenants: somebodyElse },
    });
    const { t, reads } = world;
    await reads(t.readiness.warning.unexpected.managingTenant);
    await world.press(t.offer.delegate);
    await reads(t.readiness.reason.unexpected.managingTenant, await world.row(store.name));
    expect(world.writes()).toEqual([]);
  });

  it('a link to the review leads to the same answer', async () => {
    const world = await openWorld({
      language,
      path: reviewPath([store]),
      config: { expectedManagingTenants: provider, expectedOffers: ['fabrikam.backup.basic'] },
    });
    await world.reads(world.t.readiness.reason.unexpected.offer);
    expect(world.has('checkbox')).toBe(false);
    expect(world.writes()).toEqual([]);
  });
});

it('where a person may decide, they are warned before they confirm', async () => {
  const world = await openWorld({
    path: scopesPath([store]),
    config: { expectedManagingTenants: somebodyElse, expected: 'warn' },
  });
  await world.reads(world.t.readiness.warning.unexpected.managingTenant, await world.row(store.name));
  await world.press(world.t.delegate.review);
  await world.reads(world.t.readiness.warning.unexpected.managingTenant);
  await confirmAndRun(world, 1);
  await world.find('heading', world.t.run.endedAll('1 scope'));
  expect(delegationsIn(world)).toEqual([store.id]);
});

it('an expected provider is nothing to speak of', async () => {
  const world = await openWorld({
    path: paths.offer(keyOf(managedPlatform)),
    config: { expectedManagingTenants: provider },
  });
  await world.find('heading', world.t.offer.accessTitle);
  expect(world.says()).not.toContain(world.t.readiness.warning.unexpected.managingTenant);
});
