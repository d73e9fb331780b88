import { screen } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { roleFromTable } from '../../src/domain/roleTable.ts';
import { roleId } from '../../src/domain/ids.ts';
import * as shapes from '../domain/templates.ts';
import { backupCare, managedPlatform } from '../emulator/worlds/offers.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { openWorld } from './harness.ts';
import { keyOf, subscription } from './places.ts';
import { bring, confirmAndRunTemplate, fileOf, given, templatePath } from './templateStories.ts';

/* Features of the portal's page "Service providers" that no other story tells whole; portalParity.ts lists them all. */

const store = subscription(4);

it('somebody with Reader sees every offer and every delegation with its roles, and is led to no change', async () => {
  const world = await openWorld({ world: 'busy', persona: 'reader', path: paths.offers });
  const { t, format, reads, row, press } = world;
  await reads([managedPlatform.name, 'Northwind Managed Services'], await row(managedPlatform.name));
  await world.follow(t.frame.delegations);
  await reads(t.delegations.all(format, 16));
  await world.write(t.delegations.search, 'Backup Contributor');
  await press(t.delegations.open(store.name, backupCare.name));
  await reads('Backup Contributor');
  await world.tick(t.delegations.selectRow(store.name, backupCare.name));
  await press(t.delegations.remove(format, 1));
  await reads(t.remove.nothingTitle);
  await reads('Microsoft.Authorization/roleAssignments/delete');
  expect(world.writes()).toEqual([]);
});

it('an offer opens to what its provider says of it, its details, and every role that it gives', async () => {
  const world = await openWorld({ world: 'busy', path: paths.offers });
  const { find, follow, reads } = world;
  await follow(managedPlatform.name);
  await find('heading', managedPlatform.name);
  await reads(['northwind.managed-platform.standard', '1.0.0', managedPlatform.description]);
  const given = [...managedPlatform.authorizations, ...(managedPlatform.eligibleAuthorizations ?? [])];
  for (const { principalIdDisplayName, roleDefinitionId } of given) {
    await reads(principalIdDisplayName ?? '');
    await reads(roleFromTable(roleId(roleDefinitionId))?.name ?? roleDefinitionId);
  }
});

it('a template that delegates nothing brings the offer in, and scopes are chosen for it', async () => {
  const world = await openWorld({ path: templatePath });
  const { t, format, find, press, tick } = world;
  const resources = (shapes.forSubscription['resources'] as readonly { readonly type: string }[]).filter(
    ({ type }) => type === shapes.definitions,
  );
  await bring(
    world,
    fileOf(shapes.parameterFile(given), 'values.json'),
    fileOf(JSON.stringify({ ...shapes.forSubscription, resources }), 'offer.json'),
  );
  await press(t.template.next);
  await tick(t.delegate.selectRow(store.name));
  await press(t.delegate.review);
  await confirmAndRunTemplate(world, 1);
  await find('heading', t.run.endedAll(t.common.scopes(format, 1)));
  expect(delegationsIn(world)).toEqual([store.id]);
});

it('one delegation is taken back from the list; the offer and its other delegations stay', async () => {
  const world = await openWorld({ world: 'busy', path: paths.delegations });
  const { t, format, find, press, tick, user } = world;
  const [before, copies] = [delegationsIn(world), copiesIn(world)];
  await tick(t.delegations.selectRow('rg-datalake-prod', managedPlatform.name));
  await press(t.delegations.remove(format, 1));
  await user.click(await find('checkbox', /1a1a|Northwind Managed Services/i));
  expect(world.writes()).toEqual([]);
  await press(t.remove.action(format, 1));
  await find('heading', t.change.endedAll.remove(t.change.steps(format, 1)));
  expect(delegationsIn(world)).toEqual(before.filter((scope) => !scope.endsWith('/rg-datalake-prod')));
  expect(copiesIn(world)).toEqual(copies);
  expect(world.written().map((line) => line.split(' ')[0])).toEqual(['DELETE']);
});

it('the portal’s page itself is one link away, from the guide and from an empty list', async () => {
  const page = 'https://portal.azure.com/#view/Microsoft_Azure_CustomerHub/ServiceProvidersBladeV2/~/providers';
  const world = await openWorld({ path: paths.guide });
  const { t } = world;
  expect((await world.find('link', t.offers.openPortal)).getAttribute('href')).toBe(page);
  world.close();
  const empty = await openWorld({ world: 'empty', path: paths.offers });
  await empty.reads(t.offers.emptyTitle);
  expect((await screen.findByRole('link', { name: t.offers.openPortal })).getAttribute('href')).toBe(page);
});

it('an offer that was just delegated says so at once, although Resource Graph lags behind', async () => {
  const world = await openWorld({ timing: 'azure', path: paths.delegate(keyOf(managedPlatform)) });
  const { t, format, find, press, tick, follow, reads, row } = world;
  await tick(t.delegate.selectRow(store.name));
  await press(t.delegate.review);
  await tick(/Northwind/);
  await press(t.review.action(format, 1));
  await find('heading', t.run.endedAll(t.common.scopes(format, 1)));
  await follow(t.frame.offers);
  await reads(t.common.scopes(format, 1), await row(managedPlatform.name));
  await follow(t.frame.delegations);
  await reads(managedPlatform.name, await row(store.name));
});
