import { contentOfCatalog, versionMeant, type CatalogOffer } from '../../domain/catalogOffer.ts';
import { fingerprintOf } from '../../domain/fingerprint.ts';
import { principalId } from '../../domain/ids.ts';
import { makeAcceptance } from '../../domain/makeAcceptance.ts';
import type { Offer } from '../../domain/offer.ts';
import { offerKey } from '../../domain/offerKey.ts';
import { groupOffers } from '../../domain/offers.ts';
import { ProblemError } from '../../domain/problem.ts';
import { readinessOf } from '../../domain/readiness.ts';
import type { Subscription } from '../../domain/scope.ts';
import { standingsOf } from '../../domain/standings.ts';
import { blockersOf, type Blocker, type Review, type ReviewTools } from '../delegate/review.ts';
import { checkSubscription, freshWithin } from '../delegate/reviewChecks.ts';

/** An acceptance as it is put before the person. */
export type Acceptance = Pick<Review, 'offer' | 'changeSet' | 'fingerprint'>;

/** What an eligible role hints at may be this old; milliseconds. */
const eligibleWithin = 5 * 60_000;

/**
 * Asks the marketplace once more for this very version, checks the subscription, and makes the change set: one copy with its
 * plan, no delegation. Rejects with a `ProblemError` where something cannot be read or the version is gone.
 */
export async function prepareAcceptance(
  tools: ReviewTools,
  asked: CatalogOffer,
  subscription: Subscription,
): Promise<Acceptance> {
  const { reader, queries, person, surroundings } = tools;
  const { name: plan, ...rest } = asked.plan;
  const identifier = { ...rest, plan };
  const [estate, published, checks, allowLists, eligibleRoles] = await Promise.all([
    reader.read(queries.estate(), freshWithin),
    reader.read(queries.catalog(identifier, subscription.subscriptionId), freshWithin),
    checkSubscription(tools, subscription.subscriptionId, { groups: false, closely: true }),
    reader.readKnown(queries.allowLists(), freshWithin),
    reader.readKnown(queries.eligibleRoles(), eligibleWithin),
  ]);
  const found = versionMeant(published, identifier);
  if (!found) throw new ProblemError({ code: 'offerInvalid' });
  const content = contentOfCatalog(found);
  const key = offerKey(content);
  const stored = groupOffers(estate.copies, estate.delegations).offers.find((one) => one.key === key);
  const { managedByTenantId } = content;
  const offer: Offer = stored
    ? { ...stored, content }
    : { key, source: 'marketplace', managedByTenantId, content, copies: [], delegations: [] };
  const readiness = readinessOf({
    scope: subscription,
    subscription,
    signedInTenant: person.tenantId,
    membership: tools.membership,
    guests: tools.guests,
    expectation: tools.expectation,
    offer,
    here: standingsOf(offer)(subscription.id),
    rights: checks.permissions,
    registration: checks.registration,
    allowLists,
    eligibleRoles,
    ...(checks.denials && { denials: checks.denials }),
    ...(checks.heldRoles && { heldRoles: checks.heldRoles }),
  });
  const changeSet = makeAcceptance<Blocker>({
    tenantId: person.tenantId,
    actor: principalId(person.objectId),
    offer,
    into: {
      scope: subscription,
      registration: checks.registration.state === 'known' ? checks.registration.value : 'unknown',
      blockers: blockersOf(readiness),
    },
    delegate: [],
    now: surroundings.now(),
  });
  return { offer, changeSet, fingerprint: await fingerprintOf(changeSet, surroundings) };
}
