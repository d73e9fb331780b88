import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { problemText } from '../../src/text/problemTexts.ts';
import { managedPlatform, managedPlatformNext } from '../emulator/worlds/offers.ts';
import { addAllowList } from '../emulator/worlds/small.ts';
import { fabrikam, northwind } from '../emulator/worlds/tenants.ts';
import { copiesIn, delegationsIn } from './azureSays.ts';
import { handOver, openHandOver } from './handOverStories.ts';
import { openWorld } from './harness.ts';
import { keyOf, resourceGroup, reviewPath, subscription } from './places.ts';
import { confirmAndRun } from './stories.ts';
import { soon } from '../soon.ts';

const management = subscription(2);
const store = subscription(4);
const sap = subscription(6);

it('ends as the run of the same change set does, also with the tab closed in between', async () => {
  const chosen = [management, store, subscription(7), resourceGroup(6, 'rg-sap-hana-prod')];
  const n = chosen.length;
  const run = await openWorld({ path: reviewPath(chosen), timing: 'azure' });
  const scopes = run.t.common.scopes(run.format, n);
  await confirmAndRun(run, n);
  await run.find('heading', run.t.run.endedAll(scopes));
  run.close();

  const before = await handOver(chosen);
  // All of it lies below one management group, and the person may deploy there.
  const group = '/providers/Microsoft.Management/managementGroups/contoso';
  expect(before.written().at(-1)).toMatch(`PUT ${group}/providers/Microsoft.Resources/deployments/lighthouse-`);
  before.device.killTab();
  before.close();
  before.device.passTime(20_000);
  const world = await openWorld({ from: before, path: '/handed-over' });
  await world.find('heading', world.t.run.endedAll(scopes));
  expect(delegationsIn(world)).toEqual(delegationsIn(run));
  expect(copiesIn(world)).toEqual(copiesIn(run));
  const { assignments, definitions } = world.emulator.context.world;
  const there = run.emulator.context.world;
  expect([...assignments.keys()].toSorted()).toEqual([...there.assignments.keys()].toSorted());
  expect([...definitions.keys()].toSorted()).toEqual([...there.definitions.keys()].toSorted());
});

it('shows each scope while Azure works, also where the page is left and come back to', async () => {
  const world = await openHandOver([management, store]);
  const { t, format, reads, row } = world;
  const goOn = world.device.holdTime();
  await world.press(t.handOver.hand(format, 2));
  await world.find('heading', t.handOver.page.working(format, 0, 2));
  await reads(t.run.state.delegating, await row(store.name));
  await world.follow(t.frame.overview);
  const scopes = t.common.scopes(format, 2);
  await reads(t.handOver.notice.working(scopes, northwind.displayName));
  window.history.pushState(null, '', reviewPath([store]));
  window.dispatchEvent(new PopStateEvent('popstate'));
  await world.find('heading', t.review.confirmTitle);
  await reads(t.handOver.notice.working(scopes, northwind.displayName));
  await world.follow(t.frame.overview);
  goOn();
  await reads(t.handOver.notice.finished(scopes, northwind.displayName));
  await world.press(t.handOver.notice.receipt);
  await world.find('heading', t.receipt.title);
  await world.follow(t.frame.runs);
  await world.press(t.handOver.notice.open);
  await world.find('heading', t.handOver.page.title);
  await world.press(t.handOver.page.putAway);
  await reads(t.handOver.page.emptyTitle);
});

it('says why a nested deployment failed, and what waited for it; the rest goes to a review of its own', async () => {
  const world = await openHandOver([management, store]);
  const { t, format, reads, row, find } = world;
  await world.tick(t.asCode.ways);
  // Azure refuses the copy in one of the two, and never begins the delegation that waits for it.
  const { policyAssignments } = world.emulator.context.world;
  const before = policyAssignments.length;
  addAllowList(world.emulator.context.world, 'contoso-production', [fabrikam.id]);
  await world.press(t.handOver.hand(format, 2));
  await find('heading', t.run.endedPartly('1', '2'));
  const { title, what } = problemText(t.problems, { code: 'earlierStepFailed' });
  await reads([title, what], await row(store.name));
  await reads(t.run.state.done, await row(management.name));
  expect(delegationsIn(world)).toEqual([management.id]);
  await reads(t.handOver.page.ended.failed);

  policyAssignments.splice(before);
  await world.press(t.handOver.page.rest(format, 1));
  await confirmAndRun(world, 1);
  await find('heading', t.run.endedAll('1 scope'));
  expect(delegationsIn(world)).toEqual([management.id, store.id]);
});

it('names what Azure refuses in a single scope', async () => {
  const world = await handOver([management, store, sap], { switches: { crossSubscriptionReferences: 'refused' } });
  const { t, reads, row } = world;
  await world.find('heading', t.run.endedPartly('1', '3'));
  const { title, next } = problemText(t.problems, { code: 'referenceRefused' });
  await reads([title, next], await row(store.name));
  expect(copiesIn(world)).toEqual([management.id]);
});

it('keeps nothing where Azure takes nothing', async () => {
  const world = await openHandOver([store]);
  const { t, format, reads } = world;
  await world.fault({
    route: 'PUT /subscriptions/**/deployments/*',
    action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'No.' },
  });
  await world.press(t.handOver.hand(format, 1));
  await reads(problemText(t.problems, { code: 'notAllowed' }).title);
  await world.follow(t.frame.overview);
  await world.find('heading', t.overview.title);
  expect(world.says()).not.toContain(t.handOver.notice.open);
  expect(delegationsIn(world)).toEqual([]);
});

it('goes on asking where Azure could not be asked, and hands over again what was lost on the way', async () => {
  const world = await openHandOver([store]);
  const { t, format } = world;
  await world.fault(
    { route: 'PUT /subscriptions/**/deployments/*', times: 1, action: { kind: 'lose' } },
    {
      route: 'GET /subscriptions/**/deployments/*/operations',
      times: 3,
      action: { kind: 'error', status: 500, code: 'InternalServerError' },
    },
  );
  await world.press(t.handOver.hand(format, 1));
  await world.find('heading', t.run.endedAll('1 scope'));
  expect(delegationsIn(world)).toEqual([store.id]);
});

it('is stopped where the person wants that: what is not begun is told apart from what is there', async () => {
  // One of the two is to be registered first, which takes its time.
  const world = await openHandOver([store, sap]);
  const { t, format, press, find, row, reads } = world;
  const goOn = world.device.holdTime();
  await press(t.handOver.hand(format, 2));
  await reads(t.run.state.delegating, await row(sap.name));
  await press(t.handOver.page.stop);
  await press(t.handOver.page.stopIt);
  await soon(() => expect(world.written().filter((line) => line.endsWith('/cancel')).length).toBe(3));
  goOn();
  await find('heading', t.run.endedPartly('1', '2'));
  await reads(t.run.state.stopped, await row(sap.name));
  await reads(t.run.state.done, await row(store.name));
  expect(delegationsIn(world)).toEqual([store.id]);
  await reads(t.handOver.page.rest(format, 1));
});

it('asks for the second factor before anything is handed over', async () => {
  const world = await openHandOver([store], { persona: 'mfaOwner', switches: { exposedHeaders: 'all' } });
  const { t, format, press } = world;
  await press(t.handOver.hand(format, 1));
  await world.reads(t.problems.mfaNeeded({ code: 'mfaNeeded' }).title);
  expect(world.written()).toEqual([]);
  await press(t.run.stepUpGo);
  expect(world.session().trips).toEqual([{ to: 'stepUp', claims: expect.stringContaining('p1') }]);
  await press(t.handOver.button);
  await world.find('dialog', t.handOver.title);
  await world.choose(t.handOver.region, 'Korea Central');
  await press(t.handOver.hand(format, 1));
  await world.find('heading', t.run.endedAll('1 scope'));
  expect(delegationsIn(world)).toEqual([store.id]);
});

it('carries a new version into every copy as well', async () => {
  const world = await openWorld({ path: paths.update(keyOf(managedPlatform)), storage: true, timing: 'azure' });
  const { t, format, find, press } = world;
  const { authorizations, eligibleAuthorizations, plan } = managedPlatformNext;
  const version = { publisher: plan?.publisher, product: plan?.product, plan: plan?.name, version: plan?.version };
  await world.control('publish', { ...version, authorizations, eligibleAuthorizations });
  await press(t.update.accept('1.1.0'));
  await world.tick(/1\.1\.0/);
  await press(t.handOver.button);
  await find('dialog', t.handOver.title);
  await world.choose(t.handOver.region, 'Korea Central');
  const copies = world.emulator.context.world.definitions.size;
  await press(t.handOver.handSteps(format, copies));
  await find('heading', t.change.endedAll.update(t.change.copies(format, copies)));
  const stored = [...world.emulator.context.world.definitions.values()].map((row) => row.plan?.version);
  expect(stored).toEqual(Array.from({ length: copies }, () => '1.1.0'));
  await press(t.handOver.page.receipt);
  await world.reads([t.change.summary.update(format, copies, copies)]);
});

it('is not shown to another person on the same device', async () => {
  const before = await handOver([store]);
  await before.find('heading', before.t.run.endedAll('1 scope'));
  before.device.killTab();
  before.close();
  const other = await openWorld({ from: before, persona: 'twoTenantOwner', path: '/handed-over' });
  await other.reads(other.t.handOver.page.emptyTitle);
});
