import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { managedPlatform, managedPlatformNext } from '../emulator/worlds/offers.ts';
import { openWorld, type World } from './harness.ts';
import { keyOf } from './places.ts';
import { long } from '../long.ts';

async function publishNext({ control }: World): Promise<void> {
  const { authorizations, eligibleAuthorizations, plan } = managedPlatformNext;
  if (!plan) throw new Error('The next version has a plan.');
  const { publisher, product, name, version } = plan;
  await control('publish', { publisher, product, plan: name, version, authorizations, eligibleAuthorizations });
}

const storedVersions = ({ emulator }: World) =>
  [...emulator.context.world.definitions.values()]
    .filter(({ plan }) => plan?.product === managedPlatform.plan?.product)
    .map(({ plan }) => plan?.version);

describe('a newer version of an accepted offer', () => {
  it('is noticed, told apart, and accepted in every copy', async () => {
    const world = await openWorld({ path: '/' });
    const { t, format, find, reads, follow, press, tick } = world;
    await publishNext(world);
    await follow(t.frame.offers);
    await follow(t.update.badge);
    await find('heading', t.update.title(managedPlatform.name));
    await reads([t.update.verdict.more('1.1.0'), t.update.verdictWhat.more]);
    await reads('User Access Administrator');
    await reads(t.update.part.duration);
    await reads(t.update.part.approvers);
    await reads(t.update.part.role);
    const copies = storedVersions(world).length;
    await press(t.update.accept('1.1.0'));
    await find('heading', t.review.confirmTitle);
    await tick(/1\.1\.0/);
    expect(world.writes()).toEqual([]);
    await press(t.update.action(format, copies));
    await find('heading', t.change.endedAll.update(t.change.copies(format, copies)));
    expect(storedVersions(world)).toEqual(Array.from({ length: copies }, () => '1.1.0'));
  });

  it('changes nothing when the old one is kept, and is not brought up again', long, async () => {
    const world = await openWorld({ path: '/offers' });
    const { t, find, reads, press, follow, has } = world;
    await publishNext(world);
    window.history.pushState(null, '', paths.update(keyOf(managedPlatform)));
    window.dispatchEvent(new PopStateEvent('popstate'));
    await find('heading', t.update.title(managedPlatform.name));
    await press(t.update.keep('1.0.0'));
    await reads(t.update.keptTitle('1.0.0'));
    await follow(t.frame.offers);
    await reads(t.update.badgeKept('1.1.0'));
    expect(has('link', t.update.badge)).toBe(false);
    expect(world.writes()).toEqual([]);
    expect(storedVersions(world)).not.toContain('1.1.0');
  });
});
