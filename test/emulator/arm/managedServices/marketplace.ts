import type { CatalogOffer } from '../../model.ts';
import { ArmError } from '../errors.ts';
import { knowOnly, parseFilter, wanted } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { extensionId } from '../scopes.ts';
import { compareVersions, identifierOf, matchesIdentifier } from './planIdentifier.ts';
import { MARKETPLACE } from './types.ts';

const scoped = ['subscription', 'resourceGroup'] as const;
const read = { method: 'GET', type: MARKETPLACE, kind: 'read' } as const;
const guarded = { ...read, action: `${MARKETPLACE}/read` } as const;

/**
 * What the marketplace publishes: every version of every plan the place may see. An identifier names a publisher, product,
 * plan and version, from the left as far as one likes; the one answered for an incomplete identifier is the newest version.
 * https://learn.microsoft.com/rest/api/managedservices/marketplace-registration-definitions
 */
export const marketplaceRoutes: readonly Route[] = [
  ...atScopes(scoped, `/providers/${MARKETPLACE}`, { ...guarded, handler: list }),
  ...atScopes(['tenant'], `/providers/${MARKETPLACE}`, { ...read, handler: list }),
  ...atScopes(scoped, `/providers/${MARKETPLACE}/{identifier}`, { ...guarded, handler: get }),
  ...atScopes(['tenant'], `/providers/${MARKETPLACE}/{identifier}`, { ...read, handler: get }),
];

function list(request: ArmRequest) {
  const terms = parseFilter(queryOf(request.url, '$filter'));
  knowOnly(terms, ['planIdentifier']);
  const [identifier] = wanted(terms, 'planIdentifier') ?? [];
  const rows = visibleOffers(request).filter(
    (offer) => identifier === undefined || matchesIdentifier(offer.plan, identifier),
  );
  return listAnswer(request, rows, {
    key: (offer) => identifierOf(offer.plan),
    present: (offer) => present(request, offer),
  });
}

function get(request: ArmRequest) {
  const identifier = parameter(request, 'identifier');
  const matching = visibleOffers(request).filter((offer) => matchesIdentifier(offer.plan, identifier));
  const newest = matching.toSorted((a, b) => compareVersions(b.plan.version, a.plan.version))[0];
  if (newest) return ok(present(request, newest));
  throw new ArmError(
    404,
    'MarketplaceRegistrationDefinitionNotFound',
    `The marketplace registration definition '${identifier}' could not be found.`,
  );
}

/** A private plan is shown to the subscriptions its publisher listed, and at the tenant's own level to nobody. */
function visibleOffers(request: ArmRequest): readonly CatalogOffer[] {
  const { scope, world } = request;
  const here = 'subscriptionId' in scope ? scope.subscriptionId : undefined;
  return world.catalog.filter(
    ({ privateTo }) => !privateTo || (here !== undefined && privateTo.some((id) => id.toLowerCase() === here)),
  );
}

function present(request: ArmRequest, offer: CatalogOffer): unknown {
  const { plan, managedByTenantId, authorizations, eligibleAuthorizations } = offer;
  const { offerDisplayName, publisherDisplayName, planDisplayName } = offer;
  const name = identifierOf(plan);
  return {
    properties: {
      managedByTenantId,
      authorizations,
      ...(eligibleAuthorizations && { eligibleAuthorizations }),
      offerDisplayName,
      publisherDisplayName,
      planDisplayName,
    },
    plan,
    id: extensionId(request.scope.id, MARKETPLACE, name),
    type: MARKETPLACE,
    name,
  };
}
