import type { ActivationRules } from '../emulator/model.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { scopesPath, subscription } from './places.ts';

export const store = subscription(4);
export const ownerOf =
  '/providers/Microsoft.Management/managementGroups/contoso|8e3af657-a8ff-443c-a75c-2fe8c4bcb635'.toLowerCase();

/** The world of somebody who may become Owner, where activating asks for this. */
export function eligible(rules: Partial<ActivationRules>, more: WorldOptions = {}): Promise<World> {
  const set = { maximumDuration: 'PT8H', justification: true, ...rules };
  return openWorld({
    persona: 'eligibleOwner',
    path: scopesPath([store]),
    prepare: ({ context }) => void context.world.activationRules.set(ownerOf, set),
    ...more,
  });
}

export const activations = (world: World) => world.emulator.context.world.roleActivations;

/** From the reason why nothing can be delegated to the form. */
export async function toForm(world: World): Promise<void> {
  const { t, row, find } = world;
  await world.follow(t.activate.open, await row(store.name));
  await find('heading', t.activate.title);
  await find('button', t.activate.action('Owner'));
}

export async function fillIn(world: World, reason = 'Change 4711'): Promise<void> {
  const { t, format } = world;
  await world.write(new RegExp(`^${t.activate.reason}`), reason);
  await world.tick(new RegExp(t.activate.confirm('Owner', '.*', format.minutes(60)).replace(/[()]/g, '.')));
}

export const send = (world: World) => world.press(world.t.activate.action('Owner'));
