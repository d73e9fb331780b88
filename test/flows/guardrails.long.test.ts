import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import type { PolicyAssignment } from '../emulator/model.ts';
import { addCopy, addDelegation } from '../emulator/worlds/fill.ts';
import { managedPlatform, securityWatch, type Offer } from '../emulator/worlds/offers.ts';
import { definitionId } from '../emulator/worlds/scopes.ts';
import { fabrikam, northwind } from '../emulator/worlds/tenants.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { reviewPath, scopesPath, subscription } from './places.ts';
import { savedFiles } from './savedFiles.ts';

const store = subscription(4);
const subscriptionId = store.id.slice('/subscriptions/'.length);
const id = `${store.id}/providers/Microsoft.Authorization/policyAssignments/lighthouse-allowed`;
const by = { by: 'owner@contoso.example', at: 0 };

/** Stores an offer in the subscription, and delegates the subscription to it. */
function use({ context: { world } }: World['emulator'], offer: Offer): void {
  const { name } = addCopy(world, offer, subscriptionId, by);
  addDelegation(world, store.id, definitionId(subscriptionId, name), by);
}

/** An assignment by somebody else, which allows these tenants in the subscription. */
const list = (name: string, displayName: string, tenants: readonly string[]): PolicyAssignment => ({
  name,
  displayName,
  scope: store.id,
  policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/7a8a51a3-ad87-4def-96f3-65a1839242b6',
  parameters: { listOfAllowedTenants: { value: tenants } },
  enforcementMode: 'Default',
});

/** One provider in use, and the page about the policies open. */
const inUse = (options: WorldOptions = {}): Promise<World> =>
  openWorld({ path: paths.guardrails, prepare: (emulator) => use(emulator, managedPlatform), ...options });

/** Chooses the list of the tenants in use for a place, reviews and confirms it. */
async function confirm(world: World, where: string = world.t.guardrails.subscription(store.name)): Promise<World> {
  const { t, choose, press, find, write, tick, reads } = world;
  await reads(t.guardrails.scopePick);
  await choose(t.guardrails.scope, where);
  await press(t.guardrailReview.review);
  await find('heading', t.guardrailReview.title);
  await write(t.review.reason, 'SEC-7');
  await tick(t.guardrails.confirm(t.guardrails.name.allow, where));
  return world;
}

async function assign(options: WorldOptions = {}): Promise<World> {
  const world = await confirm(await inUse(options));
  await world.press(world.t.guardrails.assign);
  return world;
}

const assigned = (world: World) =>
  world.emulator.context.world.policyAssignments.filter(({ name }) => name === 'lighthouse-allowed');

it('the tenants in use are allowed, and no others; the receipt stands among the receipts', async () => {
  const files = savedFiles();
  const world = await assign();
  const { t, reads, find, follow } = world;
  await find('heading', t.receipt.title);
  await reads([t.guardrailReview.outcome.written, 'Jiwoo Kim (김지우)', 'SEC-7', t.guardrails.name.allow]);
  await reads([store.name, northwind.id, id]);
  expect(assigned(world)).toMatchObject([
    { scope: store.id, parameters: { listOfAllowedTenants: { value: [northwind.id] } }, enforcementMode: 'Default' },
  ]);
  await world.press(t.receipt.json);
  const [record] = await files();
  expect(JSON.parse(record?.text ?? '')).toMatchObject({ kind: 'guardrail', outcome: 'written', assignmentId: id });
  await follow(t.frame.runs);
  await reads(t.guardrailReview.outcome.written, await world.row(t.guardrails.name.allow));
});

it('at a management group: everything below it is judged by the list at once, with the name of the assignment', async () => {
  // Fabrikam's offer is accepted, and nothing is delegated to it: it is not in use.
  const world = await inUse({
    timing: 'azure',
    path: scopesPath([], securityWatch),
    prepare(emulator) {
      use(emulator, managedPlatform);
      addCopy(emulator.context.world, securityWatch, subscriptionId, by);
    },
  });
  const { t, format, reads, row, follow, press } = world;
  await reads(t.readiness.ready, await row(store.name));
  await follow(t.frame.delegations);
  await follow(t.guardrails.link);
  await confirm(world, t.guardrails.group('Contoso'));
  await reads([t.guardrailReview.refused(format, 1), securityWatch.name]);
  await press(t.guardrails.assign);
  await world.find('heading', t.receipt.title);
  expect(assigned(world)).toMatchObject([{ scope: '/providers/Microsoft.Management/managementGroups/contoso' }]);

  // Resource Graph does not know it yet; what was written a moment ago counts all the same.
  await follow(t.guardrails.title);
  await reads([t.guardrails.displayName.allow, northwind.id]);
  await follow(t.frame.offers);
  await follow(securityWatch.name);
  await press(t.offer.delegate);
  const denied = t.readiness.reason.policy(t.guardrails.displayName.allow);
  await reads(denied);
  await reads([t.readiness.blocked, denied], await row(store.name));
  expect(world.has('checkbox', t.delegate.selectRow(store.name))).toBe(false);
});

it('somebody who assigns it after the review: Azure refuses, and the assignment is named', async () => {
  const world = await openWorld({
    path: reviewPath([store]),
    switches: { crossSubscriptionReferences: 'refused' },
  });
  const { t, format, find, tick, press, reads, row } = world;
  await find('heading', t.review.confirmTitle);
  world.emulator.context.world.policyAssignments.push(list('late', 'Nobody but Fabrikam', [fabrikam.id]));
  await tick(/Northwind/);
  await press(t.review.action(format, 1));
  await find('heading', t.run.endedNone);
  const { title, what } = t.problems.deniedByPolicy({ code: 'deniedByPolicy', policy: 'Nobody but Fabrikam' });
  await reads([title, what], await row(store.name));
  expect(what).toContain('Nobody but Fabrikam');
});

it('what Azure refuses is said in words, nothing is assigned, and the receipt says so', async () => {
  const world = await assign({
    faults: [
      { route: `PUT ${id}`, action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'No.' } },
    ],
  });
  const { t } = world;
  await world.reads(t.guardrails.refusedTitle, await world.find('alert'));
  await world.reads(t.problems.notAllowed({ code: 'notAllowed' }).what);
  expect(assigned(world)).toEqual([]);
  await world.follow(t.run.receipt);
  await world.reads([t.guardrailReview.outcome.refused, t.problems.notAllowed({ code: 'notAllowed' }).title]);
});

it('another assignment of that name stays as it is', async () => {
  const world = await confirm(await inUse());
  const { policyAssignments } = world.emulator.context.world;
  policyAssignments.push(list('lighthouse-allowed', 'Ours', []));
  await world.press(world.t.guardrails.assign);
  await world.find('heading', world.t.receipt.title);
  await world.reads(world.t.guardrailReview.outcome.different);
  expect(assigned(world)).toMatchObject([{ displayName: 'Ours' }]);
});

it('an answer that is lost is looked for', async () => {
  const world = await assign({
    faults: [{ route: `PUT ${id}`, times: 1, action: { kind: 'lose', when: 'afterCommit' } }],
  });
  await world.reads(world.t.guardrailReview.outcome.written);
  expect(assigned(world)).toHaveLength(1);
});

it('a provider that comes into use after the review is reviewed again, and nothing is written', async () => {
  const world = await confirm(await inUse());
  const { t, reads, press } = world;
  use(world.emulator, securityWatch);
  world.device.passTime(60_000);
  await press(t.guardrails.assign);
  await reads([t.review.staleTitle, fabrikam.id]);
  expect(assigned(world)).toEqual([]);
  expect(world.writes()).toEqual([]);
});
