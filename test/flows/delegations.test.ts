import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { tellings } from './tellings.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { resourceGroup, subscription } from './places.ts';

const payroll = subscription(11);
const datalake = resourceGroup(7, 'rg-datalake-prod');

describe.each(tellings(import.meta.filename))('everything that is delegated, in %s', (language) => {
  it('one row each: to whom, through which offer and version, since when, what it gives', async () => {
    const world = await openWorld({ world: 'busy', language, path: paths.overview });
    const { t, format, reads, row } = world;
    await world.follow(t.frame.delegations);
    await world.find('heading', t.delegations.title);
    await reads(t.delegations.all(format, 16));
    const { assignments } = world.emulator.context.world;
    const began = [...assignments.values()].find(({ scope }) => scope === datalake.id)?.systemData.createdAt ?? 0;
    await reads(
      [
        datalake.name,
        t.common.resourceGroup,
        subscription(7).name,
        managedPlatform.name,
        'Northwind Managed Services',
        t.delegations.version('1.0.0'),
        t.offers.both,
        format.date(began),
        t.delegations.conditions.inEffect,
      ],
      await row(datalake.name),
    );
    await reads(
      [payroll.name, t.delegations.unknownOffer, t.delegations.unknownLevel, t.delegations.conditions.unreadable],
      await row(payroll.name),
    );
    await reads(t.delegations.elsewhere(format, 1));
    expect(world.written()).toEqual([]);
  });
});
