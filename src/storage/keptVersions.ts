import type { TenantId } from '../domain/ids.ts';
import type { OfferKey } from '../domain/offer.ts';

/*
 * Which new versions a person decided not to take, on this device: a decision not to be asked again, never a fact about
 * Azure. It can be undone, and holds for that one version only.
 */

const prefix = 'lighthouse.kept.';

/** The version that was turned down last; `undefined` where there is none, or the browser keeps nothing. */
export function turnedDown(tenant: TenantId, key: OfferKey): string | undefined {
  try {
    return localStorage.getItem(prefix + tenant + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers that this version was turned down; `undefined` undoes it. */
export function turnDown(tenant: TenantId, key: OfferKey, version: string | undefined): void {
  try {
    if (version === undefined) localStorage.removeItem(prefix + tenant + key);
    else localStorage.setItem(prefix + tenant + key, version);
  } catch {
    // Blocked or full: the person is reminded again, which is no harm.
  }
}
