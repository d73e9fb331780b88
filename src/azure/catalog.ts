import type { CatalogOffer } from '../domain/catalogOffer.ts';
import { subscriptionScope, tenantId, type SubscriptionId } from '../domain/ids.ts';
import { planIdentifierText, type PlanIdentifier } from '../domain/planIdentifier.ts';
import { problemOf } from '../domain/problem.ts';
import { collect } from './collect.ts';
import type { ManagedServicesContext } from './managedServices/context.ts';
import * as scoped from './managedServices/marketplaceRegistrationDefinitions.ts';
import * as tenantWide from './managedServices/marketplaceRegistrationDefinitionsWithoutScope.ts';
import { toAuthorizations } from './shapes/authorizations.ts';
import { toPlan } from './shapes/copies.ts';
import { record, text } from './shapes/json.ts';

/**
 * Every version that the marketplace publishes of a plan, as seen from the tenant or from one subscription: private plans
 * show only to the subscriptions they are meant for. None where the marketplace knows no such plan, or does not show it here.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions/list
 */
export async function readCatalog(
  context: ManagedServicesContext,
  { publisher, product, plan }: PlanIdentifier,
  from: SubscriptionId | undefined,
  signal: AbortSignal,
): Promise<readonly CatalogOffer[]> {
  const options = {
    filter: `planIdentifier eq '${planIdentifierText({ publisher, product, plan })}'`,
    abortSignal: signal,
  };
  const listing =
    from === undefined ? tenantWide.list(context, options) : scoped.list(context, subscriptionScope(from), options);
  try {
    const found = await collect(listing, signal);
    return found.flatMap((each) => toCatalogOffer(each) ?? []);
  } catch (error) {
    // Which status an unknown plan gets is not published: 404 is the only one that can mean nothing else.
    if (problemOf(error).azure?.status === 404) return [];
    throw error;
  }
}

/** A catalog offer as Azure gives it; `undefined` without a plan, which leaves nothing that could be accepted. */
function toCatalogOffer(definition: unknown): CatalogOffer | undefined {
  const { plan, properties: given } = record(definition);
  const marketplace = toPlan(plan);
  if (!marketplace) return undefined;
  const properties = record(given);
  return {
    plan: marketplace,
    managedByTenantId: tenantId(text(properties.managedByTenantId) ?? ''),
    authorizations: toAuthorizations(properties),
    offerName: text(properties.offerDisplayName) ?? '',
    publisherName: text(properties.publisherDisplayName) ?? '',
    planName: text(properties.planDisplayName) ?? '',
  };
}
