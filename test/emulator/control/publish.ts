import { Fields, InputError } from '../host/fields.ts';
import type { CatalogOffer } from '../model.ts';
import type { ControlCall } from './call.ts';
import { readAuthorizations, readEligibleAuthorizations } from './readAuthorizations.ts';

const fieldNames = [
  'publisher',
  'product',
  'plan',
  'version',
  'authorizations',
  'eligibleAuthorizations',
  'managedByTenantId',
  'offerDisplayName',
  'publisherDisplayName',
  'planDisplayName',
  'privateTo',
] as const;

/**
 * `POST /_emulator/publish`: a new version of a plan on the marketplace. What is left out is as in the latest version; a
 * plan that is new needs `authorizations` and `managedByTenantId`. A version is `n.n.n` and must be higher than the
 * latest (https://learn.microsoft.com/partner-center/marketplace-offers/create-managed-service-offer-plans).
 *
 * @throws InputError naming what is wrong or missing.
 */
export function publishVersion({ context, sent }: ControlCall): unknown {
  const fields = new Fields(sent, 'A new offer version', fieldNames);
  const publisher = fields.text('publisher');
  const product = fields.text('product');
  const name = fields.text('plan');
  const latest = latestVersion(context.world.catalog, publisher, product, name);
  const version = readVersion(fields.text('version'), latest?.plan.version);
  const authorizations = readAuthorizations(fields.raw('authorizations')) ?? latest?.authorizations;
  if (authorizations === undefined) throw new InputError("A plan that is new needs 'authorizations'.");
  const eligible = readEligibleAuthorizations(fields.raw('eligibleAuthorizations')) ?? latest?.eligibleAuthorizations;
  const privateTo = fields.list('privateTo', String) ?? latest?.privateTo;
  const offer: CatalogOffer = {
    plan: { name, publisher, product, version },
    managedByTenantId: fields.text('managedByTenantId', latest?.managedByTenantId),
    offerDisplayName: fields.text('offerDisplayName', latest?.offerDisplayName ?? product),
    publisherDisplayName: fields.text('publisherDisplayName', latest?.publisherDisplayName ?? publisher),
    planDisplayName: fields.text('planDisplayName', latest?.planDisplayName ?? name),
    authorizations,
    ...(eligible === undefined ? {} : { eligibleAuthorizations: eligible }),
    ...(privateTo === undefined ? {} : { privateTo }),
  };
  context.world.catalog.push(offer);
  return offer;
}

/** The highest version of a plan in the catalog. Identifiers compare without regard to case. */
export function latestVersion(
  catalog: readonly CatalogOffer[],
  publisher: string,
  product: string,
  plan: string,
): CatalogOffer | undefined {
  const wanted = [publisher, product, plan].join('.').toLowerCase();
  return catalog
    .filter((offer) => [offer.plan.publisher, offer.plan.product, offer.plan.name].join('.').toLowerCase() === wanted)
    .toSorted((one, other) => compareVersions(one.plan.version, other.plan.version))
    .at(-1);
}

function readVersion(version: string, latest: string | undefined): string {
  if (!/^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version)) throw new InputError("'version' must be n.n.n, for example 1.2.0.");
  if (latest !== undefined && compareVersions(version, latest) <= 0) {
    throw new InputError(`'version' must be higher than ${latest}, the latest one.`);
  }
  return version;
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const differing = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return differing === -1 ? 0 : (a?.[differing] ?? 0) - (b?.[differing] ?? 0);
}
