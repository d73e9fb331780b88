import { estateId } from '../emulator/worlds/estate.ts';
import { readableGuid } from '../emulator/worlds/guid.ts';
import { definitionId } from '../emulator/worlds/scopes.ts';
import { northwind } from '../emulator/worlds/tenants.ts';
import type { World } from './harness.ts';
import type { Place } from './places.ts';

/** Where the small world keeps the accepted offer of Northwind. */
export const acceptedCopy = definitionId(estateId(2), readableGuid('0ffe', 1));

/** On the review: confirms, and starts the run over so many scopes. */
export async function confirmAndRun({ t, format, tick, press }: World, scopes: number): Promise<void> {
  await tick(t.review.confirm(northwind.displayName, northwind.id, t.common.scopes(format, scopes)));
  await press(t.review.action(format, scopes));
}

/** Somebody else delegates a scope to the accepted offer, as the portal does: under an id of its own choosing. */
export function delegateAsColleague(world: World, { id }: Place, copy: string = acceptedCopy): Promise<void> {
  const name = crypto.randomUUID();
  return world.colleague('PUT', `${id}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`, {
    properties: { registrationDefinitionId: copy },
  });
}
