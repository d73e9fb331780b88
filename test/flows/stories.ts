import { estateId } from '../emulator/worlds/estate.ts';
import { readableGuid } from '../emulator/worlds/guid.ts';
import { definitionId } from '../emulator/worlds/scopes.ts';
import { northwind } from '../emulator/worlds/tenants.ts';
import type { World } from './harness.ts';
import type { Place } from './places.ts';

/** Where the small world keeps the accepted offer of Northwind. */
export const acceptedCopy = definitionId(estateId(2), readableGuid('0ffe', 1));

/** On the review: confirms, and starts the run over so many scopes. */
export async function confirmAndRun(world: World, scopes: number): Promise<void> {
  await confirm(world, scopes);
  await world.press(world.t.review.action(world.format, scopes));
}

/** The same where something is in the way: nothing begins. */
export async function confirmInVain(world: World, scopes: number): Promise<void> {
  await confirm(world, scopes);
  await world.pressInVain(world.t.review.action(world.format, scopes));
}

function confirm({ t, format, tick }: World, scopes: number): Promise<void> {
  return tick(t.review.confirm(northwind.displayName, northwind.id, t.common.scopes(format, scopes)));
}

/** Somebody else delegates a scope to the accepted offer, as the portal does: under an id of its own choosing. */
export function delegateAsColleague(world: World, { id }: Place, copy: string = acceptedCopy): Promise<void> {
  const name = crypto.randomUUID();
  return world.colleague('PUT', `${id}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`, {
    properties: { registrationDefinitionId: copy },
  });
}
