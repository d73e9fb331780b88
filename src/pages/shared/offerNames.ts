import type { Offer, OfferContent } from '../../domain/offer.ts';
import { plainText } from '../../domain/providerText.ts';
import { isUnread } from '../../domain/unreadOffer.ts';
import type { Catalog } from '../../text/en/catalog.ts';

const nameLength = 120;

/** The offer's name as the provider wrote it, made plain. */
export function offerName(content: Pick<OfferContent, 'name'>, t: Catalog): string {
  return plainText(content.name, nameLength) || t.common.unnamed;
}

/** The same, or in words that nobody knows who it is. */
export function providerWord(offer: Pick<Offer, 'providerName' | 'managedByTenantId'>, t: Catalog): string {
  return isUnread(offer) ? t.removeUnread.provider : providerName(offer);
}

/** The provider's name as Azure gives it, else the tenant's id: an id is at least true. */
export function providerName(offer: Pick<Offer, 'providerName' | 'managedByTenantId'>): string {
  return plainText(offer.providerName ?? '', nameLength) || offer.managedByTenantId;
}
