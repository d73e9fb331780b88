import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { paths } from '../../src/paths.ts';
import { openDatabase, ownerKey, type Database } from '../../src/storage/database.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld, type World } from './harness.ts';
import { interrupted, interruptedScopes } from './interrupted.ts';
import { reviewPath, subscription } from './places.ts';
import { confirmAndRun, confirmInVain } from './stories.ts';
import { soon } from '../soon.ts';

const management = subscription(2);
const store = subscription(4);

async function databaseOf(): Promise<Database> {
  const database = await openDatabase();
  if (!database) throw new Error('Nothing is kept.');
  return database;
}

/** The text of the file that the person is given. */
async function savedBy(press: () => Promise<void>): Promise<string> {
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:saved';
  });
  // Without a download behind it, the link would lead away.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await press();
  await soon(() => expect(files).toHaveLength(1));
  return (await files[0]?.text()) ?? '';
}

/** Whose the interrupted run is. */
function ownerOf(world: World): string {
  return ownerKey(world.session().person);
}

describe('an interrupted run', () => {
  it('is seen by nobody else, and is there again for who began it', async () => {
    const before = await interrupted();
    const colleague = await openWorld({ from: before, persona: 'twoTenantOwner' });
    await colleague.find('heading', colleague.t.overview.title);
    expect(colleague.has('button', colleague.t.frame.resume)).toBe(false);
    colleague.close();
    const again = await openWorld({ from: before });
    await again.reads(again.t.frame.unfinished('4', '1', '3'));
  });

  it('comes before a new one, and can be forgotten', async () => {
    const before = await interrupted();
    const world = await openWorld({ from: before, path: reviewPath([store]) });
    const { t } = world;
    await world.reads([t.recovery.firstTitle, t.recovery.firstWhat]);
    const written = world.writes().length;
    await confirmInVain(world, 1);
    expect(world.writes()).toHaveLength(written);
    await world.press(t.frame.forget);
    await world.press(t.review.action(world.format, 1));
    await world.find('heading', t.run.endedAll('1 scope'));
  });

  it.each([
    ['damaged', (event: object) => ({ ...event, type: 'nobodyKnows' })],
    ['cut off at the front', () => undefined],
  ])('that is %s says so, gives its record, and goes only when it is told to', async (_, damage) => {
    const before = await interrupted();
    const database = await databaseOf();
    const owner = ownerOf(before);
    const keys = await database.getAllKeysFromIndex('events', 'byOwner', owner);
    const first = keys[0] ?? 0;
    const row = await database.get('events', first);
    const damaged = row && damage(row.event);
    if (damaged) await database.put('events', { owner, event: damaged as typeof row.event }, first);
    else await database.delete('events', first);

    const world = await openWorld({ from: before });
    const { t } = world;
    await world.reads([t.recovery.unreadable, t.recovery.unreadableWhat]);
    const saved = await savedBy(() => world.press(t.recovery.save));
    expect(saved).toContain(interruptedScopes[0]?.id);
    expect(JSON.parse(saved)).toMatchObject({ run: { owner }, events: expect.any(Array) });
    expect(await database.getAllKeysFromIndex('events', 'byOwner', owner)).toHaveLength(
      keys.length - (damaged ? 0 : 1),
    );
    await world.press(t.frame.forget);
    expect(world.says()).not.toContain(t.recovery.unreadable);
    expect(await database.getAllKeysFromIndex('events', 'byOwner', owner)).toEqual([]);
  });

  it('of another version of the app is not gone on with', async () => {
    const before = await interrupted();
    const database = await databaseOf();
    const run = await database.get('runs', ownerOf(before));
    if (run) await database.put('runs', { ...run, shape: 0 });
    const world = await openWorld({ from: before });
    await world.reads(world.t.recovery.unreadable);
    expect(world.has('button', world.t.frame.resume)).toBe(false);
  });

  it('that says something else than was confirmed is not gone on with', async () => {
    const before = await interrupted();
    const database = await databaseOf();
    const run = await database.get('runs', ownerOf(before));
    const [first] = run?.changeSet.items ?? [];
    if (run && first) {
      await database.put('runs', {
        ...run,
        changeSet: { ...run.changeSet, items: run.changeSet.items.map(() => first) },
      });
    }
    const world = await openWorld({ from: before });
    await world.reads(world.t.recovery.unreadable);
  });
});

describe('a run in another tab', () => {
  it('can be watched, live, and not touched', async () => {
    const one = await openWorld({ path: reviewPath([management, store]), timing: 'azure', storage: true });
    const { t, format } = one;
    const goOn = one.device.holdTime();
    await confirmAndRun(one, 2);
    for (const { name } of [management, store]) await one.reads(t.run.state.confirming, await one.row(name));
    one.close();
    one.device.newTab();
    const other = await openWorld({ from: one });
    await other.reads(t.recovery.elsewhere('0', '2'));
    await other.follow(t.recovery.watch);
    await other.reads([t.recovery.watchingTitle, t.recovery.watchingWhat]);
    await other.reads(t.run.state.confirming, await other.row(store.name));
    for (const name of [t.run.stop, t.frame.resume]) expect(other.has('button', name)).toBe(false);
    const written = other.writes().length;
    window.history.pushState(null, '', reviewPath([subscription(8)]));
    window.dispatchEvent(new PopStateEvent('popstate'));
    await other.reads([t.review.busyTitle, t.review.busyWhat]);
    window.history.pushState(null, '', paths.run);
    window.dispatchEvent(new PopStateEvent('popstate'));

    goOn();
    await other.find('heading', t.run.endedAll(t.common.scopes(format, 2)));
    await other.reads(t.recovery.watchedEnded);
    expect(other.has('button', t.run.retryAll(format, 2))).toBe(false);
    expect(other.writes()).toHaveLength(written);
    await other.press(t.run.receipt);
    await other.reads(store.name);
  });

  it('whose tab is gone can be gone on with here', async () => {
    const one = await openWorld({ path: reviewPath([management, store]), timing: 'azure', storage: true });
    const { t } = one;
    const goOn = one.device.holdTime();
    await confirmAndRun(one, 2);
    await one.reads(t.run.state.confirming, await one.row(store.name));
    one.close();
    const kill = one.device.newTab();
    const other = await openWorld({ from: one });
    await other.reads(t.recovery.elsewhere('0', '2'));
    kill();
    goOn();
    await other.reads(t.frame.unfinished('0', '2', '0'));
    await other.press(t.frame.resume);
    await other.find('heading', t.run.endedAll('2 scopes'));
    expect(delegationsIn(other)).toEqual([management.id, store.id]);
    expect(one.writes()).toHaveLength(2);
  });
});

describe('a browser that keeps', () => {
  it('nothing is told apart before the run, which works all the same', async () => {
    const world = await openWorld({ path: reviewPath([store]) });
    await world.reads([world.t.recovery.memoryTitle, world.t.recovery.memoryWhat]);
    await confirmAndRun(world, 1);
    await world.find('heading', world.t.run.endedAll('1 scope'));
  });

  it('too little is said before the run', async () => {
    const storage = { estimate: () => Promise.resolve({ quota: 10_000, usage: 6000 }) };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'storage'));
    const world = await openWorld({ path: reviewPath([store]), storage: true });
    await world.reads([world.t.recovery.fullTitle, world.t.recovery.fullWhat]);
    expect(world.writes()).toEqual([]);
  });

  it('no more in the middle: what cannot be written down is not sent, and says so', async () => {
    const world = await openWorld({ path: reviewPath([management, store]), storage: true });
    const { t, reads } = world;
    await world.find('heading', t.review.confirmTitle);
    const add = IDBObjectStore.prototype.add;
    let left = 3;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
      left -= 1;
      if (left < 0) throw new DOMException('full', 'QuotaExceededError');
      return add.call(this, value, key);
    });
    await confirmAndRun(world, 2);
    await world.find('heading', t.run.endedNone);
    const { title, what, next } = problemText(t.problems, { code: 'cannotKeep' });
    await reads([title, what, next], await world.row(store.name));
    expect(world.writes()).toEqual([]);
  });
});

it('a sign-in that ends before the run does is renewed first', async () => {
  const world = await openWorld({ path: reviewPath([store]), storage: true });
  const { t, reads } = world;
  await world.find('heading', t.review.confirmTitle);
  world.session().endSoon();
  await confirmAndRun(world, 1);
  await reads([t.recovery.hourTitle, t.recovery.hourWhat]);
  expect(world.writes()).toEqual([]);
  await world.press(t.run.stepUpGo);
  expect(world.session().trips).toEqual([{ to: 'stepUp' }]);
  await world.press(t.review.action(world.format, 1));
  await world.find('heading', t.run.endedAll('1 scope'));
});
