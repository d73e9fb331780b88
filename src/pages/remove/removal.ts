import type { SignedIn } from '../../auth/session.ts';
import { denialsOf, refusesWrites } from '../../domain/blockReasons.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { fingerprintOf } from '../../domain/fingerprint.ts';
import { idKey, parseScope, principalId, type DelegationId, type SubscriptionId } from '../../domain/ids.ts';
import { leftoversOf, makeRemoval } from '../../domain/makeRemoval.ts';
import type { Offer, OfferKey } from '../../domain/offer.ts';
import { groupOffers } from '../../domain/offers.ts';
import { overlapsOf, type Overlap } from '../../domain/overlaps.ts';
import { actionsFor, missingActions } from '../../domain/permissions.ts';
import type { Surroundings } from '../../domain/port.ts';
import { ProblemError } from '../../domain/problem.ts';
import { removableOffers } from '../../domain/unreadOffer.ts';
import type { SubscriptionState } from '../../domain/scope.ts';
import type { Queries } from '../../queries/queries.ts';
import type { Reader } from '../../queries/reader.ts';
import type { Blocker } from '../delegate/review.ts';
import { checkSubscription, freshWithin, type Checks } from '../delegate/reviewChecks.ts';

/** What a person wants to take away. */
export interface RemovalChoice {
  /** `all`: every delegation of the offer, whatever comes up until it is confirmed. */
  readonly delegations: 'all' | readonly DelegationId[];
  /** Which copies are deleted too: those nothing refers to already, or all that nothing refers to afterwards. */
  readonly copies: 'none' | 'leftovers' | 'all';
  /** Whether what stays and shares access with what goes is written again. */
  readonly restore: boolean;
}

/** A removal as it is put before the person. */
export interface Removal {
  readonly offer: Offer;
  readonly changeSet: ChangeSet<Blocker>;
  readonly fingerprint: string;
  /** What stays and may lose access, whether it is restored or not. */
  readonly overlaps: readonly Overlap[];
}

export interface RemovalTools {
  readonly reader: Reader;
  readonly queries: Queries;
  readonly person: SignedIn;
  readonly surroundings: Surroundings;
}

/** Deny assignments are asked for one by one; beyond this many subscriptions Azure's refusal has to do. */
const lookCloselyUpTo = 200;

/**
 * Reads what is there now, checks the right to take it away, and makes the change set. Rejects with a `ProblemError` where the
 * tenant cannot be read or the offer is gone.
 */
export async function prepareRemoval(tools: RemovalTools, key: OfferKey, choice: RemovalChoice): Promise<Removal> {
  const { reader, queries, person, surroundings } = tools;
  const estate = await reader.read(queries.estate(), freshWithin);
  const groups = groupOffers(estate.copies, estate.delegations);
  const { offers } = groups;
  const offer = removableOffers(groups).find((one) => one.key === key);
  if (!offer) throw new ProblemError({ code: 'copyMissing' });
  const wanted = choice.delegations === 'all' ? undefined : new Set(choice.delegations.map(idKey));
  const removed = offer.delegations.filter(({ id }) => wanted?.has(idKey(id)) ?? true);
  const copies = { none: [], leftovers: leftoversOf(offer), all: offer.copies }[choice.copies];
  const names = new Map(estate.subscriptions.map(({ subscriptionId, name }) => [subscriptionId, name]));
  const states = new Map(estate.subscriptions.map(({ subscriptionId, state }) => [subscriptionId, state]));
  const involved = [
    ...new Set([
      ...removed.flatMap(({ scope }) => parseScope(scope)?.subscriptionId ?? []),
      ...copies.map(({ subscriptionId }) => subscriptionId),
    ]),
  ];
  const closely = involved.length <= lookCloselyUpTo;
  const checks = new Map(
    await Promise.all(
      involved.map(
        async (id) =>
          [id, blockersOf(await checkSubscription(tools, id, { groups: false, closely }), states.get(id))] as const,
      ),
    ),
  );
  const facts = {
    tenantId: person.tenantId,
    actor: principalId(person.objectId),
    offer,
    offers,
    delegations: removed.map(({ id }) => id),
    copies: copies.map(({ id }) => id),
    reapply: choice.restore,
    blockersOf: (id: SubscriptionId) => checks.get(id) ?? [],
    nameOf: (id: SubscriptionId) => names.get(id) ?? id,
    now: surroundings.now(),
  };
  const changeSet = makeRemoval<Blocker>(facts);
  const goes = new Set(changeSet.items.flatMap((item) => (item.does === 'remove' ? idKey(item.delegationId) : [])));
  return {
    offer,
    changeSet,
    fingerprint: await fingerprintOf(changeSet, surroundings),
    overlaps: overlapsOf(
      removed.filter(({ id }) => goes.has(idKey(id))),
      offers,
    ),
  };
}

function blockersOf({ permissions, denials }: Checks, state: SubscriptionState = 'Unknown'): readonly Blocker[] {
  if (refusesWrites[state]) return [{ code: 'subscriptionState', state }];
  if (permissions.state === 'unknown') return [{ code: 'unchecked', problem: permissions.problem }];
  const missing = permissions.state === 'known' ? missingActions(permissions.value, actionsFor.remove) : [];
  return [
    ...denialsOf(denials, actionsFor.remove).map(({ name }) => ({ code: 'denyAssignment', name }) as const),
    ...(missing.length > 0 ? [{ code: 'missingActions', actions: missing, heldInGroup: false } as const] : []),
  ];
}
