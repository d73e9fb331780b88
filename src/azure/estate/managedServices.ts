import { subscriptionScope, type ScopeId, type SubscriptionId } from '../../domain/ids.ts';
import type { Delegation, OfferCopy } from '../../domain/offer.ts';
import { problemOf } from '../../domain/problem.ts';
import { collect } from '../collect.ts';
import type { ManagedServicesContext } from '../managedServices/context.ts';
import { list as listAssignments } from '../managedServices/registrationAssignments.ts';
import { list as listDefinitions } from '../managedServices/registrationDefinitions.ts';
import { toOfferCopy } from '../shapes/copies.ts';
import { toDelegation } from '../shapes/delegations.ts';

/** The copies stored in a subscription, read directly. Where the provider is not registered there are none. */
export async function readCopies(
  context: ManagedServicesContext,
  subscription: SubscriptionId,
  signal: AbortSignal,
): Promise<readonly OfferCopy[]> {
  const listing = listDefinitions(context, subscriptionScope(subscription), { abortSignal: signal });
  const found = await collect(listing, signal).catch(noneIfUnregistered);
  return found.flatMap((each) => toOfferCopy(each) ?? []);
}

/**
 * The delegations that Azure lists at a scope, with their copies. For a subscription those of its resource groups are
 * among them.
 */
export async function readDelegations(
  context: ManagedServicesContext,
  scope: ScopeId,
  signal?: AbortSignal,
  headers?: Record<string, string>,
): Promise<readonly Delegation[]> {
  const listing = listAssignments(context, scope, {
    expandRegistrationDefinition: true,
    ...(signal && { abortSignal: signal }),
    ...(headers && { requestOptions: { headers } }),
  });
  const found = await collect(listing, signal).catch(noneIfUnregistered);
  return found.flatMap((each) => toDelegation(each) ?? []);
}

/** What a subscription was never registered for cannot be in it. */
function noneIfUnregistered(error: unknown): never[] {
  if (problemOf(error).code === 'notRegistered') return [];
  throw error;
}
