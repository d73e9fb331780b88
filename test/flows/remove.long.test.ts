import { screen } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { languages } from '../../src/text/language.ts';
import { backupCare, costReview, managedPlatform } from '../emulator/worlds/offers.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { keyOf, subscription, type Place } from './places.ts';
import { hasWholeAccess, removePath } from './removals.ts';

const management = subscription(2);
const store = subscription(4);

/** The removal of the managed platform from these scopes, in the company that has been at it for a while. */
async function removing(places: readonly Place[], options: WorldOptions = {}): Promise<World> {
  const before = await openWorld({ world: 'busy', timing: 'azure', ...options });
  before.close();
  return openWorld({ ...options, from: before, path: removePath(before, places) });
}

async function confirm(world: World, delegations: number): Promise<void> {
  const { user, find, press, t, format } = world;
  await user.click(await find('checkbox', /1a1a|northwind|Northwind Managed Services/i));
  await press(t.remove.action(format, delegations));
}

describe.each(languages)('removing one of two offers that overlap, in %s', (language) => {
  it.each([true, false])('restored: %s', async (restore) => {
    const world = await removing([store], { language });
    const { t, format, reads, find } = world;
    await reads([t.remove.overlap(backupCare.name), t.remove.overlapWhat]);
    const kept = () => hasWholeAccess(world, store, backupCare);
    expect(kept()).toBe(true);
    if (!restore) {
      await world.user.click(await screen.findByRole('radio', { name: t.remove.leave }));
      await reads(t.remove.confirmLoss(format, 1));
    } else await reads(t.remove.confirmRestore(format, 1));
    await confirm(world, 1);
    await find('heading', t.change.endedAll.remove(t.change.steps(format, restore ? 3 : 1)));
    expect(kept()).toBe(restore);
    expect(delegationsIn(world)).toContain(store.id);
    expect(world.says().includes(t.change.reapplied)).toBe(restore);
  });
});

it('copies that nothing is delegated to are listed and cleaned', async () => {
  const before = await openWorld({ world: 'busy' });
  const copies = copiesIn(before);
  before.close();
  const world = await openWorld({ from: before, path: paths.offer(keyOf(costReview)) });
  const { t, format, reads, tick, press, find } = world;
  await press(t.remove.link);
  await reads(t.remove.leftoversTitle(format, 1));
  await tick(t.remove.confirmCopies(format, 1));
  await press(t.remove.actionCopies(format, 1));
  await find('heading', t.change.endedAll.remove(t.change.steps(format, 1)));
  expect(copiesIn(world)).toHaveLength(copies.length - 1);
});

it('what cannot be taken back stays with its reason, and so does the copy it needs', async () => {
  const before = await openWorld({ world: 'busy' });
  before.close();
  const world = await openWorld({ from: before, path: paths.remove(keyOf(managedPlatform)) });
  const { t, format, reads } = world;
  await reads([t.remove.numbers.delegations(format, 6), subscription(13).name]);
  await reads(t.change.reason.copyStillUsed(t.change.delegations(format, 1)));
});

it('a removal that Azure refuses keeps the copy, says why, and goes well when tried again', async () => {
  const before = await openWorld({ timing: 'azure' });
  before.close();
  const world = await removing([management, store], {
    faults: [
      {
        route: `DELETE ${store.id}/**`,
        times: 1,
        action: { kind: 'error', status: 409, code: 'ScopeLocked', message: 'Locked.' },
      },
    ],
  });
  const { t, format, reads, find, press } = world;
  await confirm(world, 2);
  await reads(problemText(t.problems, { code: 'locked' }).title);
  await press(t.change.retryAll(format, 1));
  await find('heading', /All done/);
  expect(delegationsIn(world).filter((scope) => scope === store.id)).toHaveLength(1);
});

it('goes on after the tab was closed in the middle', async () => {
  const before = await removing([management, store], { storage: true });
  const { t } = before;
  const go = before.device.holdRequests(/^DELETE /, 1);
  await confirm(before, 2);
  await before.reads(t.change.done.remove);
  before.device.killTab();
  before.close();
  go();
  await before.device.quiet();
  const world = await openWorld({ from: before });
  await world.press(t.frame.resume);
  await world.find('heading', /All done/);
  expect(hasWholeAccess(world, store, backupCare)).toBe(true);
  const deleted = world.emulator.context.requests.filter(({ method, status }) => method === 'DELETE' && status < 300);
  expect(deleted).toHaveLength(2);
});
