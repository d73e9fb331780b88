import { offerKey } from '../../src/domain/offerKey.ts';
import type { OfferKey } from '../../src/domain/offer.ts';
import { parseScope, tenantId, type ScopeId } from '../../src/domain/ids.ts';
import { selectionOf } from '../../src/domain/selection.ts';
import { linkSelection } from '../../src/domain/selectionLink.ts';
import { paths } from '../../src/paths.ts';
import { estateRows } from '../emulator/worlds/estate.data.ts';
import { estateId } from '../emulator/worlds/estate.ts';
import { managedPlatform, type Offer } from '../emulator/worlds/offers.ts';

/** A subscription of the emulated estate, by its number in estate.data.ts. */
export interface Place {
  readonly id: ScopeId;
  readonly name: string;
}

/** A subscription of the emulated estate, by its number there. */
export function subscription(n: number): Place {
  const row = estateRows.find((one) => one.n === n);
  if (!row) throw new Error(`There is no subscription number ${n}.`);
  return { id: scope(`/subscriptions/${estateId(n)}`), name: row.name };
}

/** A resource group of that subscription. */
export function resourceGroup(n: number, name: string): Place {
  return { id: scope(`${subscription(n).id}/resourceGroups/${name}`), name };
}

function scope(id: string): ScopeId {
  const parsed = parseScope(id);
  if (!parsed) throw new Error(`${id} is no scope.`);
  return parsed.id;
}

/** The app's key of an offer of the emulated provider. */
export function keyOf({ managedByTenantId, name, plan }: Offer): OfferKey {
  return offerKey({ managedByTenantId: tenantId(managedByTenantId), name, ...(plan && { plan }), authorizations: [] });
}

/** The address where scopes are chosen for an offer, with these chosen already. */
export function scopesPath(chosen: readonly Place[] = [], offer: Offer = managedPlatform): string {
  return `${paths.delegate(keyOf(offer))}?${selectionText(chosen)}`;
}

/** The address of the review of these scopes. */
export function reviewPath(chosen: readonly Place[], offer: Offer = managedPlatform): string {
  return `${paths.review(keyOf(offer))}?${selectionText(chosen)}`;
}

function selectionText(chosen: readonly Place[]): string {
  const linked = linkSelection(selectionOf(chosen.map(({ id }) => id)), [], {});
  if (linked.kind !== 'text') throw new Error('Too many scopes for a link.');
  return `s=${linked.text}`;
}
