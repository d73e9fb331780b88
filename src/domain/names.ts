import { armGuid, copyId, delegationId, parseCopyId } from './ids.ts';
import type { CopyId, DelegationId, ScopeId, SubscriptionId } from './ids.ts';
import type { Offer } from './offer.ts';

/*
 * Same name, same id: what a run writes is named by what it is, so that repeating a write can never make a second one.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#guid
 * A table test freezes these names: a change here would make every earlier run unrecognizable.
 */

/**
 * The id of this app's own copy of the offer in a subscription. A marketplace copy is named by managing tenant,
 * publisher, product and plan, so every version of the plan has one name. A template offer keeps the name that its
 * template computed, taken from the copy that is there.
 */
export function ownCopyId(subscription: SubscriptionId, offer: Pick<Offer, 'content' | 'copies'>): CopyId {
  const { managedByTenantId, plan } = offer.content;
  return copyId(
    subscription,
    plan
      ? armGuid(managedByTenantId, plan.publisher, plan.product, plan.name)
      : (parseCopyId(offer.copies[0].id)?.name ?? armGuid(managedByTenantId, offer.content.name)),
  );
}

/** The id of the delegation of a scope to a copy: named by the copy and the scope. */
export function ownDelegationId(scope: ScopeId, copy: CopyId): DelegationId {
  return delegationId(scope, armGuid(copy, scope));
}
