import { describe, expect, it } from 'vitest';
import type { ProblemFacts } from '../../src/domain/problem.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { preparedFaults } from '../emulator/control/preparedFaults.data.ts';
import { delegationsIn } from './azureSays.ts';
import { openWorld, type World } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';
import { confirmAndRun, delegateAsColleague } from './stories.ts';
import { soon } from '../soon.ts';

/*
 * Every fault that a person can choose on the emulator's control page, and what a person reads when it strikes a run
 * over two scopes: one that is registered, and one that is registered first.
 */

const store = subscription(4);
const factory = subscription(8);
const two = [store, factory];

interface Story {
  /** The prepared fault. */
  readonly fault: string;
  /** How often it strikes; without it, for as long as nobody repairs it. */
  readonly times?: number;
}

/** The run sees to it without a word. */
const silent: readonly Story[] = [
  { fault: 'slow', times: 2 },
  { fault: 'slow bodies', times: 2 },
  { fault: 'lost request', times: 2 },
  { fault: 'lost answer' },
  { fault: 'offline', times: 3 },
  { fault: 'half an answer', times: 1 },
  { fault: 'empty answer', times: 1 },
  { fault: 'no JSON', times: 1 },
  { fault: 'proxy page', times: 2 },
  { fault: 'unknown fields' },
  { fault: 'throttled', times: 3 },
  { fault: 'throttled by date', times: 3 },
  { fault: 'throttled in milliseconds', times: 3 },
  { fault: 'throttled without a hint', times: 3 },
  { fault: 'server error', times: 1 },
  { fault: 'unavailable', times: 2 },
  { fault: 'bad gateway' },
  { fault: 'timed out', times: 2 },
  { fault: 'still not registered', times: 3 },
  { fault: 'operation never ends', times: 4 },
  { fault: 'not visible', times: 5 },
  { fault: 'unknown state', times: 3 },
  { fault: 'late list' },
];

/** What lasts is said, scope by scope, with what to do next; once it is mended, a retry finishes it. */
const said: readonly (Story & { readonly problem: ProblemFacts; readonly as?: 'unknown' })[] = [
  { fault: 'lost request', problem: { code: 'noAnswer' } },
  { fault: 'offline', problem: { code: 'noAnswer', asked: 'read' } },
  { fault: 'half an answer', problem: { code: 'badAnswer' } },
  { fault: 'empty answer', problem: { code: 'badAnswer' } },
  { fault: 'no JSON', problem: { code: 'badAnswer' } },
  { fault: 'proxy page', problem: { code: 'badAnswer' } },
  { fault: 'throttled', problem: { code: 'throttled' } },
  { fault: 'throttled by date', problem: { code: 'throttled' } },
  { fault: 'throttled in milliseconds', problem: { code: 'throttled' } },
  { fault: 'throttled without a hint', problem: { code: 'throttled' } },
  { fault: 'throttled for an hour', problem: { code: 'throttled' } },
  { fault: 'server error', problem: { code: 'azureDown' } },
  { fault: 'unavailable', problem: { code: 'azureDown' } },
  { fault: 'timed out', problem: { code: 'noAnswer' } },
  { fault: 'forbidden', problem: { code: 'notAllowed' } },
  { fault: 'not privileged', problem: { code: 'notOwner' } },
  { fault: 'policy', problem: { code: 'deniedByPolicy' } },
  { fault: 'deny assignment', problem: { code: 'deniedByDenyAssignment' } },
  { fault: 'disabled', problem: { code: 'subscriptionDisabled' } },
  { fault: 'locked', problem: { code: 'locked' } },
  { fault: 'still not registered', problem: { code: 'registrationSlow' } },
  { fault: 'operation fails', problem: { code: 'operationFailed' } },
  { fault: 'operation is cancelled', problem: { code: 'operationCanceled' } },
  { fault: 'operation never ends', problem: { code: 'notSettled' }, as: 'unknown' },
  { fault: 'unknown state', problem: { code: 'notSettled' }, as: 'unknown' },
  { fault: 'not visible', problem: { code: 'notVisible' }, as: 'unknown' },
];

/** Nobody can go on before the person has signed in again. */
const asks: readonly (Story & { readonly problem: ProblemFacts })[] = [
  { fault: 'second factor', problem: { code: 'mfaNeeded' } },
  { fault: 'revoked', problem: { code: 'signInNeeded' } },
  { fault: 'token expired', problem: { code: 'signInNeeded' } },
];

/** What strikes elsewhere than in a run over two scopes that are registered. */
const others = [
  'register fails',
  'registration never ends',
  'no answer',
  'colleague is faster',
  'colleague takes it away',
];
const lists = ['empty page', 'same page for ever', 'foreign page', 'item twice', 'item missed'];
/** Only a browser makes preflights, and only there tokens come from Entra: test/browser. */
const inBrowser = ['preflight fails', 'sign-in blocked'];

it('every prepared fault has its story', () => {
  const told = [...silent, ...said, ...asks].map(({ fault }) => fault);
  expect(new Set([...told, ...others, ...lists, ...inBrowser])).toEqual(
    new Set(preparedFaults.map(({ name }) => name)),
  );
});

async function start({ fault, times }: Story, scopes = two): Promise<World> {
  const world = await openWorld({ path: reviewPath(scopes), switches: { exposedHeaders: 'all' } });
  await world.find('heading', world.t.review.confirmTitle);
  await world.control('faults', { prepared: fault, ...(times !== undefined && { times }) });
  await confirmAndRun(world, scopes.length);
  return world;
}

describe('a fault that the run sees to', () => {
  it.each(silent)('$fault', async (story) => {
    const world = await start(story);
    await world.find('heading', world.t.run.endedAll('2 scopes'));
    expect(delegationsIn(world)).toEqual(two.map(({ id }) => id));
    // Whatever was sent again, each delegation was made once.
    expect(new Set(world.writes()).size).toBe(2);
  });
});

describe('a fault that lasts', () => {
  it.each(said)('$fault', async ({ problem, as: state = 'failed' as const, ...story }) => {
    const world = await start(story);
    const { t, format, reads, row } = world;
    await world.find('heading', t.run.endedNone);
    const { title, next } = problemText(t.problems, problem);
    for (const { name } of two) await reads([`${t.run.state[state]}: ${title}`], await row(name));
    await reads(next, await row(store.name));

    await world.repair();
    await world.press(t.run.retryAll(format, 2));
    await world.find('heading', t.run.endedAll('2 scopes'));
    expect(delegationsIn(world)).toEqual(two.map(({ id }) => id));
    expect(new Set(world.writes()).size).toBe(2);
  });
});

describe('a fault that only the person can end', () => {
  it.each(asks)('$fault: the run waits, and nothing is lost', async ({ problem, ...story }) => {
    const world = await start(story);
    const { t, reads } = world;
    await reads([t.run.stepUpTitle, problemText(t.problems, problem).what, t.run.stepUpWhat]);
    const sent = world.writes().length;
    expect(sent).toBeLessThanOrEqual(1);
    await world.press(t.run.stepUpGo);
    expect(world.session().trips.map(({ to }) => to)).toEqual(['stepUp']);
    await world.repair();
    await world.press(t.run.resume);
    await world.find('heading', t.run.endedAll('2 scopes'));
    expect(world.written()).toHaveLength(2);
  });
});

describe('a registration', () => {
  const identity = subscription(3);

  it('that fails is said, and holds up nobody else', async () => {
    const world = await start({ fault: 'register fails' }, [store, identity]);
    const { t, format, reads, row } = world;
    await world.find('heading', t.run.endedPartly('1', '2'));
    await reads(problemText(t.problems, { code: 'azureDown' }).title, await row(identity.name));
    await reads(t.run.state.done, await row(store.name));
    await world.repair();
    await world.press(t.run.retryAll(format, 1));
    await world.find('heading', t.run.endedAll('2 scopes'));
  });

  it('that never ends stops nothing, where Azure delegates all the same', async () => {
    const world = await openWorld({ path: reviewPath([store, identity]) });
    await world.find('heading', world.t.review.confirmTitle);
    const never = preparedFaults.find(({ name }) => name === 'registration never ends');
    // It says so only once it has been asked to register: before, it would be what the run finds.
    const nth = Array.from({ length: 100 }, (_, index) => index + 3);
    await world.fault({ route: never?.route, action: never?.action, nth });
    await confirmAndRun(world, 2);
    await world.find('heading', world.t.run.endedAll('2 scopes'));
    expect(delegationsIn(world)).toEqual([identity.id, store.id]);
  });
});

describe('silence', () => {
  it('of a write is not waited for for ever: what became of it is looked at', async () => {
    const world = await openWorld({ path: reviewPath(two) });
    const { t, reads, row, device } = world;
    await world.find('heading', t.review.confirmTitle);
    await world.fault({ route: 'PUT /**', times: 1, action: { kind: 'stall', when: 'afterCommit' } });
    await confirmAndRun(world, 2);
    await reads(t.run.state.delegating, await row(store.name));
    await soon(() => expect(delegationsIn(world)).toHaveLength(1));
    device.sleep(120_000);
    await world.find('heading', t.run.endedAll('2 scopes'));
    expect(delegationsIn(world)).toEqual(two.map(({ id }) => id));
    expect(device.sent.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });
});

describe('somebody else', () => {
  it('who delegates the same a moment before has done the work', async () => {
    const world = await start({ fault: 'colleague is faster' });
    const { t, reads, row } = world;
    await world.find('heading', t.run.endedAlready);
    for (const { name } of two) await reads(t.run.state.already, await row(name));
    expect(delegationsIn(world)).toEqual(two.map(({ id }) => id));
  });

  it('who takes it away a moment later is not fought', async () => {
    const world = await start({ fault: 'colleague takes it away' });
    const { t, reads, row } = world;
    await world.find('heading', t.run.endedNone);
    const { title, next } = problemText(t.problems, { code: 'notVisible' });
    for (const { name } of two) await reads([`${t.run.state.unknown}: ${title}`, next], await row(name));
    expect(world.writes()).toHaveLength(2);
  });
});

describe('a delegation that moves to a page which has been read', () => {
  it('is found all the same, and not made a second time', async () => {
    const world = await openWorld({ path: reviewPath(two) });
    await world.find('heading', world.t.review.confirmTitle);
    await delegateAsColleague(world, store);
    await world.control('faults', { prepared: 'item missed', times: 1 });
    await confirmAndRun(world, 2);
    const { t, reads, row } = world;
    await world.find('heading', t.run.endedAll('2 scopes'));
    await reads(t.run.state.already, await row(store.name));
    expect(delegationsIn(world)).toEqual(two.map(({ id }) => id));
  });
});

describe("a device whose clock is more than a day off Azure's", () => {
  const hours = 3_600_000;
  it.each([26, -26])('%i hours: it delegates, and waits no longer than it has to', async (off) => {
    const world = await openWorld({ path: reviewPath(two), skewMs: off * hours });
    await world.find('heading', world.t.review.confirmTitle);
    const before = world.device.clock.now();
    await world.control('faults', { prepared: 'throttled by date', times: 2 });
    await confirmAndRun(world, 2);
    await world.find('heading', world.t.run.endedAll('2 scopes'));
    expect(world.device.clock.now() - before).toBeLessThan(0.5 * hours);
    expect(delegationsIn(world)).toEqual(two.map(({ id }) => id));
  });
});

describe('a list of resource groups', () => {
  const open = async (fault: string, times?: number) => {
    const world = await openWorld({ path: scopesPath() });
    await world.row(store.name);
    await world.control('faults', { prepared: fault, ...(times !== undefined && { times }) });
    await world.press(world.t.delegate.openGroups(store.name));
    return world;
  };

  const groupsIn = ({ rows, t }: World) =>
    rows().flatMap((row) => (row.includes(t.common.resourceGroup) ? [row.split(' ')[0]] : []));

  it('that begins with an empty page is read to its end', async () => {
    const world = await open('empty page', 1);
    await world.reads('rg-store-monitoring-prod');
  });

  it('in which one moves to a later page shows it once', async () => {
    const plain = await openWorld({ path: scopesPath() });
    await plain.press(plain.t.delegate.openGroups(store.name));
    await plain.row('rg-store-monitoring-prod');
    const groups = groupsIn(plain);
    expect(groups.length).toBeGreaterThan(5);
    plain.close();
    const world = await open('item twice');
    await world.row('rg-store-monitoring-prod');
    expect(groupsIn(world)).toEqual(groups);
  });

  it('that leads to itself is given up', async () => {
    const world = await open('same page for ever');
    const { title } = problemText(world.t.problems, { code: 'badAnswer' });
    await world.reads(world.t.delegate.groupsUnread(title));
    expect(world.requests().filter(({ url }) => url.includes('/resourcegroups?')).length).toBeLessThan(4);
  });

  it('that leads somewhere else is not followed there', async () => {
    const world = await open('foreign page');
    const { title } = problemText(world.t.problems, { code: 'foreignAddress', origin: 'https://attacker.example' });
    await world.reads(world.t.delegate.groupsUnread(title));
    expect(world.device.sent.filter(({ url }) => url.includes('attacker.example'))).toEqual([]);
  });
});
