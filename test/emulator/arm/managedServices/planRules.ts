import type { Authorization, CatalogOffer, EligibleAuthorization, Plan, Subscription, World } from '../../model.ts';
import { sameId } from '../ids.ts';
import { assumedErrors } from './assumedErrors.ts';
import type { DefinitionDraft } from './bodies.ts';
import { identifierOf, samePlan } from './planIdentifier.ts';
import { definitionKey } from './references.ts';

/**
 * A definition with a marketplace plan must name a published version that this subscription may have, and hand out exactly
 * what that version's manifest says. Private plans go to the subscriptions their publisher listed, and never to those a CSP
 * reseller set up. Whether the real service checks all of this at the PUT is unverified.
 * https://learn.microsoft.com/azure/lighthouse/concepts/managed-services-offers
 */
export function requirePlanRules(world: World, name: string, subscription: Subscription, draft: DefinitionDraft): void {
  const { plan, properties } = draft;
  if (!plan) return;
  const identifier = identifierOf(plan);
  const offer = world.catalog.find((each) => samePlan(each.plan, plan));
  if (!offer) throw assumedErrors.unknownPlan(identifier);
  if (!isFor(offer, subscription)) throw assumedErrors.planNotForSubscription(identifier, subscription.subscriptionId);
  if (world.switches.acceptanceOutsidePortal === 'refused' && !isStored(world, name, subscription, plan)) {
    throw assumedErrors.acceptanceOutsidePortal(identifier);
  }
  const matches =
    sameId(properties.managedByTenantId, offer.managedByTenantId) &&
    sameSet(properties.authorizations, offer.authorizations, standingKey) &&
    sameSet(properties.eligibleAuthorizations ?? [], offer.eligibleAuthorizations ?? [], eligibleKey);
  if (!matches) throw assumedErrors.manifestDiffers(name, identifier);
}

/** What was accepted may be written again as it is. */
function isStored(world: World, name: string, { subscriptionId }: Subscription, plan: Plan): boolean {
  const stored = world.definitions.get(definitionKey({ subscriptionId, name }))?.plan;
  return stored !== undefined && samePlan(stored, plan);
}

function isFor({ privateTo }: CatalogOffer, { subscriptionId, quotaId }: Subscription): boolean {
  if (!privateTo) return true;
  return !/^CSP/i.test(quotaId) && privateTo.some((id) => sameId(id, subscriptionId));
}

function standingKey({ principalId, roleDefinitionId, delegatedRoleDefinitionIds = [] }: Authorization): string {
  return JSON.stringify([principalId, roleDefinitionId, ...delegatedRoleDefinitionIds.toSorted()]).toLowerCase();
}

function eligibleKey({ principalId, roleDefinitionId, justInTimeAccessPolicy: policy }: EligibleAuthorization): string {
  const approvers = (policy?.managedByTenantApprovers ?? []).map((approver) => approver.principalId).toSorted();
  const limits = [policy?.multiFactorAuthProvider ?? 'None', policy?.maximumActivationDuration ?? 'PT8H'];
  return JSON.stringify([principalId, roleDefinitionId, ...limits, ...approvers]).toLowerCase();
}

function sameSet<Entry>(a: readonly Entry[], b: readonly Entry[], key: (entry: Entry) => string): boolean {
  const sorted = (entries: readonly Entry[]): string => entries.map(key).toSorted().join('\n');
  return sorted(a) === sorted(b);
}
