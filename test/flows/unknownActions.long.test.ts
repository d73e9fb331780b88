import { expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { managedPlatform } from '../emulator/worlds/offers.ts';
import { openWorld } from './harness.ts';
import { keyOf } from './places.ts';

const strange = [
  'Microsoft.Compute/virtualMachines/frobnicate/action',
  'Microsoft.Compute/frobs/write',
  'Microsoft.Support/supportTickets/escalate/action',
  'Microsoft.Insights/alertRules/redirect/action',
];

/** Azure has given the role of the service desk actions that nobody has heard of. */
function strangeReader({ context: { world } }: Emulator): void {
  const roleDefinitions = world.roleDefinitions.map((role) =>
    role.roleName === 'Monitoring Reader'
      ? { ...role, permissions: role.permissions.map((each) => ({ ...each, actions: [...each.actions, ...strange] })) }
      : role,
  );
  Object.assign(world, { roleDefinitions });
}

it('actions that the app does not know, of services that it does, make a role very strong, and are named', async () => {
  const world = await openWorld({ path: paths.offer(keyOf(managedPlatform)), prepare: strangeReader });
  const { t, format, reads, says } = world;
  const [first = '', ...others] = strange.toSorted();
  await reads([t.access.level.l4, t.access.finding.unknownActions(), t.notKnown.actions, first]);
  expect(says()).toContain(others[1]);
  expect(says()).toContain(t.notKnown.more(format, 1));
});
