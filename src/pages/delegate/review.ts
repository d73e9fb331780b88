import type { BlockReason } from '../../domain/blockReasons.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { fingerprintOf } from '../../domain/fingerprint.ts';
import type { Expectation } from '../../domain/expectation.ts';
import type { Membership } from '../../domain/guest.ts';
import {
  idKey,
  parseScope,
  principalId,
  subscriptionId,
  tenantId,
  type ScopeId,
  type SubscriptionId,
} from '../../domain/ids.ts';
import { makeChangeSet, type ChosenScope } from '../../domain/makeChangeSet.ts';
import type { Offer, OfferKey } from '../../domain/offer.ts';
import { groupOffers } from '../../domain/offers.ts';
import type { Surroundings } from '../../domain/port.ts';
import { ProblemError, type Problem } from '../../domain/problem.ts';
import { readinessOf, type Readiness } from '../../domain/readiness.ts';
import type { ReadinessWarning } from '../../domain/readinessWarnings.ts';
import type { Scope } from '../../domain/scope.ts';
import { standingsOf } from '../../domain/standings.ts';
import { offerWithTemplate } from '../../domain/template/templateOffer.ts';
import type { SignedIn } from '../../auth/session.ts';
import type { Queries } from '../../queries/queries.ts';
import type { Reader } from '../../queries/reader.ts';
import { keptTemplateOffer } from '../shared/keptOffers.ts';
import { checkSubscription, freshWithin, type Checks } from './reviewChecks.ts';

/** Why nothing is written for a chosen scope: a reason, or a check that brought no answer. */
export type Blocker =
  BlockReason | { readonly code: 'unchecked'; readonly problem: Problem } | { readonly code: 'gone' };

/** A change set as it is put before the person. */
export interface Review {
  readonly offer: Offer;
  readonly changeSet: ChangeSet<Blocker>;
  readonly fingerprint: string;
  /** What speaks against single scopes without deciding it, each once with the scopes it concerns. */
  readonly warnings: ReadonlyMap<string, { readonly warning: ReadinessWarning; readonly scopes: readonly Scope[] }>;
}

export interface ReviewTools {
  readonly reader: Reader;
  readonly queries: Queries;
  readonly person: SignedIn;
  readonly membership: Membership;
  readonly guests: 'block' | 'warn';
  readonly expectation: Expectation;
  readonly surroundings: Surroundings;
}

/** Deny assignments and conditions are asked for one by one; beyond this many subscriptions Azure's refusal has to do. */
const lookCloselyUpTo = 200;
/** They only give a hint, never a right; milliseconds. */
const eligibleWithin = 5 * 60_000;

/**
 * Checks every chosen scope once more, in Azure, and makes the change set from what it says now. Rejects with a
 * `ProblemError` where the tenant cannot be read or the offer is gone.
 */
export async function prepareReview(
  tools: ReviewTools,
  offerKey: OfferKey,
  chosen: readonly ScopeId[],
  onProgress: (done: number, total: number) => void,
): Promise<Review> {
  const { reader, queries, person, surroundings } = tools;
  const estate = await reader.read(queries.estate(), freshWithin);
  const stored = groupOffers(estate.copies, estate.delegations).offers.find(({ key }) => key === offerKey);
  const offer = offerWithTemplate(stored, await keptTemplateOffer(offerKey, person.tenantId));
  if (!offer) throw new ProblemError({ code: 'copyMissing' });

  const subscriptions = new Map(estate.subscriptions.map((one) => [one.subscriptionId, one]));
  const involved = [...new Set(chosen.flatMap((scope) => parseScope(scope)?.subscriptionId ?? []))];
  let done = 0;
  onProgress(0, involved.length);
  const checks = new Map(
    await Promise.all(
      involved.map(async (id): Promise<[SubscriptionId, Checks]> => {
        const found = await checkSubscription(tools, id, {
          groups: chosen.some(
            (scope) => parseScope(scope)?.resourceGroup !== undefined && parseScope(scope)?.subscriptionId === id,
          ),
          closely: involved.length <= lookCloselyUpTo,
        });
        done += 1;
        onProgress(done, involved.length);
        return [id, found];
      }),
    ),
  );
  const [allowLists, eligibleRoles] = await Promise.all([
    reader.readKnown(queries.allowLists(), freshWithin),
    reader.readKnown(queries.eligibleRoles(), eligibleWithin),
  ]);

  const standing = standingsOf(offer);
  const warnings = new Map<string, { readonly warning: ReadinessWarning; readonly scopes: Scope[] }>();
  const judged = chosen.map((id): ChosenScope<Blocker> => {
    const parts = parseScope(id);
    const subscription = parts && subscriptions.get(parts.subscriptionId);
    const found = parts && checks.get(parts.subscriptionId);
    const scope = subscription && (parts.resourceGroup === undefined ? subscription : found?.groups?.get(idKey(id)));
    if (!scope || !found) return { scope: gone(id), registration: 'unknown', blockers: [{ code: 'gone' }] };
    const readiness = readinessOf({
      scope,
      subscription,
      signedInTenant: person.tenantId,
      membership: tools.membership,
      guests: tools.guests,
      expectation: tools.expectation,
      offer,
      here: standing(scope.id),
      ...(scope.kind === 'resourceGroup' && { above: standing(subscription.id) }),
      rights: found.permissions,
      registration: found.registration,
      allowLists,
      eligibleRoles,
      ...(found.denials && { denials: found.denials }),
      ...(found.heldRoles && { heldRoles: found.heldRoles }),
    });
    for (const warning of 'warnings' in readiness ? readiness.warnings : []) {
      const key = JSON.stringify([
        warning.code,
        'name' in warning ? warning.name : '',
        'state' in warning ? warning.state : '',
      ]);
      const known = warnings.get(key) ?? { warning, scopes: [] };
      known.scopes.push(scope);
      warnings.set(key, known);
    }
    return {
      scope,
      registration: found.registration.state === 'known' ? found.registration.value : 'unknown',
      blockers: blockersOf(readiness),
    };
  });
  const changeSet = makeChangeSet<Blocker>({
    tenantId: person.tenantId,
    actor: principalId(person.objectId),
    offer,
    chosen: judged,
    now: surroundings.now(),
  });
  return { offer, changeSet, fingerprint: await fingerprintOf(changeSet, surroundings), warnings };
}

/** What of a scope's readiness speaks against writing there. */
export function blockersOf(readiness: Readiness): readonly Blocker[] {
  switch (readiness.state) {
    case 'blocked':
      return readiness.reasons;
    case 'unknown':
      return [{ code: 'unchecked', problem: readiness.problem }];
    case 'notChecked':
      return [{ code: 'unchecked', problem: { code: 'noAnswer' } }];
    case 'delegated':
    case 'needsRegistration':
    case 'ready':
      return [];
  }
}

/** A chosen scope that is no longer there, or no longer visible: only its id is left to show. */
function gone(id: ScopeId): Scope {
  const parts = parseScope(id);
  const subscription = parts?.subscriptionId ?? subscriptionId(id);
  const name = parts?.resourceGroup ?? subscription;
  return parts?.resourceGroup === undefined
    ? {
        kind: 'subscription',
        id,
        subscriptionId: subscription,
        tenantId: tenantId(''),
        name,
        state: 'Unknown',
        tags: {},
      }
    : { kind: 'resourceGroup', id, subscriptionId: subscription, name, location: '', tags: {} };
}
