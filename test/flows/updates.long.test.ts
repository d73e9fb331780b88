import { screen } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { estateId } from '../emulator/worlds/estate.ts';
import { addCopy } from '../emulator/worlds/fill.ts';
import { managedPlatform, managedPlatformNext } from '../emulator/worlds/offers.ts';
import { fabrikam } from '../emulator/worlds/tenants.ts';
import { openWorld, type World } from './harness.ts';
import { keyOf, subscription } from './places.ts';
import { baseOffer, nextVersion, rowText } from './versionPairs.ts';

const key = keyOf(managedPlatform);
const named = { publisher: 'northwind', product: 'managed-platform', plan: 'standard' };
const colleague = { by: 'owner@contoso.example', at: 0 };

const { authorizations, eligibleAuthorizations } = managedPlatformNext;
const next = { ...named, version: '1.1.0', authorizations, eligibleAuthorizations };

const versions = ({ emulator }: World) =>
  [...emulator.context.world.definitions.values()].map(({ plan }) => plan?.version);

describe('an estate that was updated half-way', () => {
  it.each(['en', 'ko'] as const)('says in %s who is on which version, and finishes', async (language) => {
    const prepare = ({ context: { world } }: Emulator) => {
      addCopy(world, managedPlatformNext, estateId(4), colleague);
    };
    const world = await openWorld({ language, path: '/', prepare });
    const { t, format, find, reads, follow, press, tick } = world;
    await world.control('publish', next);
    await follow(t.frame.offers);
    await follow(managedPlatform.name);
    await reads([
      t.acceptHere.newest('1.1.0'),
      t.acceptHere.copies(format, 1, '1.1.0'),
      t.acceptHere.copies(format, 1, '1.0.0'),
    ]);
    await follow(t.update.badge);
    await reads([t.update.halfTitle, t.update.halfWhat]);
    await press(t.update.accept('1.1.0'));
    await tick(/1\.1\.0/);
    await press(t.update.action(format, 1));
    await find('heading', t.change.endedAll.update(t.change.copies(format, 1)));
    expect(versions(world)).toEqual(['1.1.0', '1.1.0']);
    const copies = world.written().filter((write) => write.startsWith('PUT'));
    expect(copies).toHaveLength(1);
    expect(copies[0]).toContain(subscription(2).id);
  });
});

describe('a newer version that belongs to another managing tenant', () => {
  it.each(['en', 'ko'] as const)('cannot be accepted as an update, and says so in %s', async (language) => {
    const world = await openWorld({ language, path: '/offers' });
    const { t, find, reads, follow } = world;
    await world.control('publish', { ...next, managedByTenantId: fabrikam.id });
    await follow(managedPlatform.name);
    await find('heading', t.acceptHere.versionsTitle);
    await follow(t.update.badge);
    await reads([t.update.verdict.otherTenant('1.1.0'), t.update.verdictWhat.otherTenant]);
    await reads([t.update.text.managingTenant, managedPlatform.managedByTenantId, fabrikam.id]);
    await reads(t.change.reason.managingTenantChanged);
    const accept = await find('button', t.update.accept('1.1.0'));
    expect(accept.getAttribute('aria-disabled')).toBe('true');
    await world.user.click(accept);
    expect(screen.queryByRole('checkbox')).toBe(null);
    expect(world.writes()).toEqual([]);
    expect(versions(world)).toEqual(['1.0.0']);
  });
});

describe('the difference between the accepted version and the next', () => {
  it('is right to the last field for twenty generated pairs', async () => {
    const prepare = ({ context: { world } }: Emulator) => {
      world.definitions.clear();
      addCopy(world, baseOffer, estateId(2), colleague);
    };
    let from = await openWorld({ path: '/', prepare });
    for (const seed of Array.from({ length: 20 }, (_, at) => at + 1)) {
      const { published, expected } = nextVersion(seed);
      await from.control('publish', { ...named, version: `2.0.${seed}`, ...published });
      from.close();
      const world = await openWorld({ from, path: paths.update(key) });
      await world.find('button', world.t.update.accept(`2.0.${seed}`));
      const wanted = expected.map((row) => plain(rowText(row, `2.0.${seed}`, world)));
      const table = await world.find('table', world.t.update.table);
      const shown = [...table.querySelectorAll('[role="row"]')].slice(1).map((row) => plain(row.textContent));
      expect(shown.toSorted(), `pair ${seed}`).toEqual(wanted.toSorted());
      expect(world.writes()).toEqual([]);
      from = world;
    }
    expect(versions(from)).toEqual(['1.0.0']);
  });
});

/** Without spaces and direction marks. */
function plain(text: string): string {
  return text.replaceAll(/[\s\u2066-\u2069]/g, '');
}
