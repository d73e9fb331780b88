import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { northwind } from '../emulator/worlds/tenants.ts';
import { addCopy, addDelegation } from '../emulator/worlds/fill.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { definitionId } from '../emulator/worlds/scopes.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { subscription } from './places.ts';

const store = subscription(4);
const id = `${store.id}/providers/Microsoft.Authorization/policyAssignments/lighthouse-allowed`;

/** One provider in use, and the assignment for it prepared and confirmed. */
async function confirmed(options: WorldOptions = {}): Promise<World> {
  const world = await openWorld({
    path: paths.guardrails,
    prepare: ({ context: { world: azure } }) => {
      const by = { by: 'owner@contoso.example', at: 0 };
      const subscriptionId = store.id.slice('/subscriptions/'.length);
      const { name } = addCopy(azure, managedPlatform, subscriptionId, by);
      addDelegation(azure, store.id, definitionId(subscriptionId, name), by);
    },
    ...options,
  });
  const words = world.t.guardrails;
  await world.reads(words.inUse(world.format, 1));
  await world.choose(words.scope, words.subscription(store.name));
  await world.tick(words.confirm(words.name.allow, words.subscription(store.name)));
  await world.press(words.assign);
  return world;
}

const assigned = (world: World) =>
  world.emulator.context.world.policyAssignments.filter(({ name }) => name === 'lighthouse-allowed');

it('the tenants in use are allowed, and no others', async () => {
  const world = await confirmed();
  await world.reads(world.t.guardrails.outcome.written, await world.find('alert'));
  expect(assigned(world)).toMatchObject([
    { scope: store.id, parameters: { listOfAllowedTenants: { value: [northwind.id] } }, enforcementMode: 'Default' },
  ]);
});

it('what Azure refuses is said in words, and nothing is assigned', async () => {
  const world = await confirmed({
    faults: [
      { route: `PUT ${id}`, action: { kind: 'error', status: 403, code: 'AuthorizationFailed', message: 'No.' } },
    ],
  });
  await world.reads(world.t.guardrails.refusedTitle, await world.find('alert'));
  await world.reads(world.t.problems.notAllowed({ code: 'notAllowed' }).what);
  expect(assigned(world)).toEqual([]);
});

it('another assignment of that name stays as it is', async () => {
  const world = await confirmed();
  await world.find('alert');
  const [row] = assigned(world);
  const { policyAssignments } = world.emulator.context.world;
  const changed = { ...row, displayName: 'Ours', parameters: { listOfAllowedTenants: { value: [] } } };
  policyAssignments.splice(policyAssignments.indexOf(row as never), 1, changed as never);
  const words = world.t.guardrails;
  await world.tick(words.confirm(words.name.allow, words.subscription(store.name)));
  await world.press(words.assign);
  await world.reads(words.outcome.different);
  expect(assigned(world)).toMatchObject([{ displayName: 'Ours' }]);
});

it('an answer that is lost is looked for', async () => {
  const world = await confirmed({
    faults: [{ route: `PUT ${id}`, times: 1, action: { kind: 'lose', when: 'afterCommit' } }],
  });
  await world.reads(world.t.guardrails.outcome.written, await world.find('alert'));
  expect(assigned(world)).toHaveLength(1);
});
