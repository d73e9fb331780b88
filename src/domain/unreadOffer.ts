import { idKey, parseCopyId, tenantId, type CopyId } from './ids.ts';
import type { Delegation, Offer, OfferContent, OfferKey } from './offer.ts';
import type { OfferGroups } from './offers.ts';

/*
 * Delegations that refer to a copy which is gone, or which nobody here may read: somebody may have access by them, and nobody
 * can say who. They can be taken away all the same, because that needs the delegation alone.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/delete
 */

/** Stands where the managing tenant would: nobody knows it. */
const unknownTenant = tenantId('');

/** Whether nobody can say whose offer this is, and what it gives. */
export function isUnread({ managedByTenantId }: Pick<OfferContent, 'managedByTenantId'>): boolean {
  return managedByTenantId === unknownTenant;
}

/** One offer for each copy that cannot be read, called by the copy's own id, with the delegations that refer to it. */
function unreadOffers({ withoutOffer }: OfferGroups): readonly Offer[] {
  const byCopy = new Map<string, { readonly copyId: CopyId; readonly delegations: Delegation[] }>();
  for (const delegation of withoutOffer) {
    const { copyId } = delegation;
    const found = byCopy.get(idKey(copyId)) ?? { copyId, delegations: [] };
    byCopy.set(idKey(copyId), found);
    found.delegations.push(delegation);
  }
  return [...byCopy].map(([key, { copyId, delegations }]) => ({
    key: JSON.stringify(['unread', key]) as OfferKey,
    source: 'template',
    managedByTenantId: unknownTenant,
    content: { managedByTenantId: unknownTenant, name: parseCopyId(copyId)?.name ?? copyId, authorizations: [] },
    copies: [],
    delegations,
  }));
}

/** Everything that can be taken away: the offers, and what nobody can read. */
export function removableOffers(groups: OfferGroups): readonly Offer[] {
  return [...groups.offers, ...unreadOffers(groups)];
}
