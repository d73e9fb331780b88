import { armGuid, copyId, delegationId, parseCopyId, sameId, subscriptionScope } from './ids.ts';
import type { CopyId, DelegationId, ScopeId, SubscriptionId } from './ids.ts';
import type { Offer, TemplateNames } from './offer.ts';

/*
 * Same name, same id: what a run writes is named by what it is, so that repeating a write can never make a second one.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#guid
 * A table test freezes these names: a change here would make every earlier run unrecognizable.
 */

/**
 * The id of the copy that a run stores in a scope's subscription. A marketplace copy is named by managing tenant,
 * publisher, product and plan, so every version of the plan has one name. A template offer keeps the name that its
 * template computes, else the one of the copy that is there.
 */
export function ownCopyId(
  subscription: SubscriptionId,
  offer: Pick<Offer, 'content' | 'copies' | 'namesAt'>,
  scope: ScopeId = subscriptionScope(subscription),
): CopyId {
  const { managedByTenantId, plan } = offer.content;
  const there = offer.copies[0];
  return copyId(
    subscription,
    offer.namesAt?.(scope).copy ??
      (plan
        ? armGuid(managedByTenantId, plan.publisher, plan.product, plan.name)
        : ((there && parseCopyId(there.id)?.name) ?? armGuid(managedByTenantId, offer.content.name))),
  );
}

/**
 * The id of the delegation of a scope to a copy: the one that the template computes where this is the template's own copy,
 * else named by the copy and the scope.
 */
export function ownDelegationId(scope: ScopeId, copy: CopyId, names?: TemplateNames): DelegationId {
  const subscription = parseCopyId(copy)?.subscriptionId;
  const templates =
    names && subscription && sameId(copy, copyId(subscription, names.copy)) ? names.delegation : undefined;
  return delegationId(scope, templates ?? armGuid(copy, scope));
}
