import { contosoPrincipals } from '../emulator/worlds/people.ts';
import type { World, WorldOptions } from './harness.ts';
import { scopesPath, subscription } from './places.ts';

export const store = subscription(4);
export const treasury = subscription(16);
export const { treasurer } = contosoPrincipals;
export const asking = { path: scopesPath([store]) } satisfies WorldOptions;

/** Opens the dialog with the Owners of a subscription that belongs to others. */
export async function openOwners(world: World): Promise<HTMLElement> {
  const { t } = world;
  await world.press(t.delegate.whoFor(treasury.name));
  const dialog = await world.find('dialog', t.owners.title(treasury.name));
  await world.reads([`${t.owners.type.user}, ${t.owners.direct}`, treasurer.id], dialog);
  return dialog;
}
