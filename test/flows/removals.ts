import { linkDelegations } from '../../src/domain/delegationLink.ts';
import { delegationId, parseScope, type DelegationId } from '../../src/domain/ids.ts';
import { paths } from '../../src/paths.ts';
import { effectiveAccess } from '../emulator/arm/managedServices/lostAccess.ts';
import { definitionOf } from '../emulator/arm/managedServices/references.ts';
import { managedPlatform, type Offer } from '../emulator/worlds/offers.ts';
import type { World } from './harness.ts';
import { keyOf, type Place } from './places.ts';

/** The delegations of these scopes to an offer, as the emulated Azure has them. */
function delegationsOf({ emulator }: World, places: readonly Place[], offer: Offer): readonly DelegationId[] {
  const { world } = emulator.context;
  return [...world.assignments.values()].flatMap((row) => {
    const scope = parseScope(row.scope)?.id;
    const isOf = definitionOf(world, row)?.properties.registrationDefinitionName === offer.name;
    return isOf && scope && places.some(({ id }) => id === scope) ? [delegationId(scope, row.name)] : [];
  });
}

/** The address where the delegations of these scopes are taken back. */
export function removePath(world: World, places: readonly Place[], offer: Offer = managedPlatform): string {
  const linked = linkDelegations(delegationsOf(world, places, offer));
  if (linked.kind !== 'text') throw new Error('Too many delegations for a link.');
  return `${paths.remove(keyOf(offer))}?s=${linked.text}`;
}

/** Whether an offer's people have everything at this scope that their delegation gives them. */
export function hasWholeAccess({ emulator, device }: World, { id }: Place, offer: Offer): boolean {
  const rows = effectiveAccess(emulator.context.world, device.clock.now());
  const row = rows.find((one) => one.scope === id && one.offer === offer.name);
  return row?.access.every(({ effective }) => effective) ?? false;
}
