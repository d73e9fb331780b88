import { idKey, parseScope } from './ids.ts';
import type { PrincipalId, RoleId, ScopeId } from './ids.ts';
import type { Delegation, Offer, OfferCopy } from './offer.ts';
import { isLive } from './offers.ts';
import { copiesById } from './standing.ts';

/** A delegation that stays, and may lose access when others are taken away. */
export interface Overlap {
  readonly offer: Offer;
  readonly kept: Delegation;
  readonly copy: OfferCopy;
  /** Those that are taken away and give the same. */
  readonly removed: readonly Delegation[];
  /** Who holds what by both. */
  readonly rights: readonly { readonly principalId: PrincipalId; readonly roleId: RoleId; readonly name?: string }[];
}

/**
 * The delegations that stay and share a principal with the same role, on overlapping scopes, with one of those taken away, of
 * the same managing tenant: Azure keeps one role assignment for both, so taking one away takes the other's access too.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */
export function overlapsOf(removed: readonly Delegation[], offers: readonly Offer[]): readonly Overlap[] {
  const goes = new Set(removed.map(({ id }) => idKey(id)));
  const everything = offers.flatMap((offer) => {
    const copyOf = copiesById(offer.copies);
    return offer.delegations.flatMap((delegation) => {
      const content = copyOf(delegation);
      return content ? [{ offer, delegation, content }] : [];
    });
  });
  const leaving = everything.filter(({ delegation }) => goes.has(idKey(delegation.id)) && givesAccess(delegation));
  return everything.flatMap(({ offer, delegation: kept, content }): Overlap[] => {
    if (goes.has(idKey(kept.id)) || !isLive(kept)) return [];
    const copy = offer.copies.find(({ id }) => idKey(id) === idKey(kept.copyId)) ?? kept.copy;
    const near = leaving.filter(
      (other) =>
        other.content.managedByTenantId === content.managedByTenantId && overlap(other.delegation.scope, kept.scope),
    );
    const held = new Set(near.flatMap((other) => other.content.authorizations.map(rightKey)));
    const rights = new Map(
      content.authorizations.flatMap((it) => (held.has(rightKey(it)) ? [[rightKey(it), it] as const] : [])),
    );
    if (rights.size === 0 || !copy) return [];
    return [
      {
        offer,
        kept,
        copy: { ...copy, id: kept.copyId },
        removed: near
          .filter((other) => other.content.authorizations.some((it) => rights.has(rightKey(it))))
          .map(({ delegation }) => delegation),
        rights: [...rights.values()].map(({ principalId, roleId, principalName }) => ({
          principalId,
          roleId,
          ...(principalName !== undefined && { name: principalName }),
        })),
      },
    ];
  });
}

/** Whether one of two scopes contains the other: the same one, or a subscription and its resource group. */
function overlap(one: ScopeId, other: ScopeId): boolean {
  const a = parseScope(one);
  const b = parseScope(other);
  if (!a || !b || a.subscriptionId !== b.subscriptionId) return false;
  return a.resourceGroup === undefined || b.resourceGroup === undefined || idKey(a.id) === idKey(b.id);
}

/** Also one that is on its way out may still take something with it. */
function givesAccess(delegation: Delegation): boolean {
  return isLive(delegation) || delegation.provisioning === 'deleting';
}

function rightKey({ principalId, roleId }: { readonly principalId: PrincipalId; readonly roleId: RoleId }): string {
  return `${principalId} ${roleId}`;
}
