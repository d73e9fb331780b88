import type { SignedIn } from '../../auth/session.ts';
import { denialsOf, refusesWrites } from '../../domain/blockReasons.ts';
import { contentOfCatalog } from '../../domain/catalogOffer.ts';
import { itemsDoing, type ChangeSet } from '../../domain/changeSet.ts';
import { fingerprintOf } from '../../domain/fingerprint.ts';
import { principalId, type SubscriptionId } from '../../domain/ids.ts';
import { makeUpdate } from '../../domain/makeUpdate.ts';
import { newerVersion, planOf } from '../../domain/newer.ts';
import type { Offer, OfferContent, OfferKey } from '../../domain/offer.ts';
import { groupOffers } from '../../domain/offers.ts';
import { actionsFor, missingActions } from '../../domain/permissions.ts';
import type { Surroundings } from '../../domain/port.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { SubscriptionState } from '../../domain/scope.ts';
import { compareVersions } from '../../domain/versions.ts';
import type { Queries } from '../../queries/queries.ts';
import type { Reader } from '../../queries/reader.ts';
import type { Blocker } from '../delegate/review.ts';
import { keptTemplateOffer } from '../shared/keptOffers.ts';
import { checkSubscription, freshWithin, type Checks } from '../delegate/reviewChecks.ts';

/** An update as it is put before the person. */
export interface Update {
  readonly offer: Offer;
  /** What the copy that is furthest behind says now. */
  readonly from: OfferContent;
  readonly to: OfferContent;
  readonly changeSet: ChangeSet<Blocker>;
  readonly fingerprint: string;
}

export interface UpdateTools {
  readonly reader: Reader;
  readonly queries: Queries;
  readonly person: SignedIn;
  readonly surroundings: Surroundings;
}

const needed = [...actionsFor.delegate, ...actionsFor.copy];
/** Deny assignments are asked for one by one; beyond this many subscriptions Azure's refusal has to do. */
const lookCloselyUpTo = 200;

/**
 * Reads what is there and what is published now, checks the right to write it, and makes the change set. `undefined` where
 * there is nothing newer. Rejects with a `ProblemError` where either cannot be read or the offer is gone.
 */
export async function prepareUpdate(tools: UpdateTools, key: OfferKey): Promise<Update | undefined> {
  const { reader, queries, person, surroundings } = tools;
  const estate = await reader.read(queries.estate(), freshWithin);
  const offer = groupOffers(estate.copies, estate.delegations).offers.find((one) => one.key === key);
  if (!offer) throw new ProblemError({ code: 'copyMissing' });
  const to = await newContent(tools, offer);
  if (!to) return undefined;
  const subscriptions = new Map(estate.subscriptions.map((one) => [one.subscriptionId, one]));
  const involved = [...new Set(offer.copies.map(({ subscriptionId }) => subscriptionId))];
  const closely = involved.length <= lookCloselyUpTo;
  const checked = await Promise.all(
    involved.map(async (id) => {
      const checks = await checkSubscription(tools, id, { groups: false, closely });
      return [id, blockersOf(checks, subscriptions.get(id)?.state)] as const;
    }),
  );
  const blockers = new Map(checked);
  const changeSet = makeUpdate<Blocker>({
    tenantId: person.tenantId,
    actor: principalId(person.objectId),
    offer,
    to,
    blockersOf: (id: SubscriptionId) => blockers.get(id) ?? [],
    nameOf: (id: SubscriptionId) => subscriptions.get(id)?.name ?? id,
    now: surroundings.now(),
  });
  // A template that says what every copy says already is no update.
  if (!to.plan && changeSet.items.length + changeSet.cannot.length === 0) return undefined;
  const from = to.plan ? furthestBehind(offer) : (itemsDoing(changeSet, 'update')[0]?.from ?? offer.content);
  return {
    offer,
    from,
    // What a copy is called and how it is described stays: the marketplace says nothing about it.
    to: to.plan ? { ...changeSet.offer.content, name: from.name, ...described(from) } : to,
    changeSet,
    fingerprint: await fingerprintOf(changeSet, surroundings),
  };
}

/** What the offer is to say: the newest published version, or the template that the person brought in this tab. */
async function newContent({ reader, queries, person }: UpdateTools, offer: Offer): Promise<OfferContent | undefined> {
  const plan = planOf(offer);
  if (!plan) return (await keptTemplateOffer(offer.key, person.tenantId, offer))?.content;
  const wide = await reader.read(queries.catalog(plan), freshWithin);
  const near = wide.length > 0 ? wide : await reader.read(queries.catalog(plan, nearest(offer)), freshWithin);
  const newer = newerVersion(offer, near);
  return newer && contentOfCatalog(newer);
}

function described({ description }: OfferContent): Pick<OfferContent, 'description'> {
  return description === undefined ? {} : { description };
}

function nearest({ copies }: Offer): SubscriptionId | undefined {
  return copies[0]?.subscriptionId;
}

function furthestBehind({ copies, content }: Offer): OfferContent {
  const versionOf = ({ plan }: OfferContent) => plan?.version ?? '';
  return copies.toSorted((one, other) => compareVersions(versionOf(one), versionOf(other)))[0] ?? content;
}

function blockersOf({ permissions, denials }: Checks, state: SubscriptionState = 'Unknown'): readonly Blocker[] {
  if (refusesWrites[state]) return [{ code: 'subscriptionState', state }];
  if (permissions.state === 'unknown') return [{ code: 'unchecked', problem: permissions.problem }];
  const missing = permissions.state === 'known' ? missingActions(permissions.value, needed) : [];
  return [
    ...denialsOf(denials, needed).map(({ name }) => ({ code: 'denyAssignment', name }) as const),
    ...(missing.length > 0 ? [{ code: 'missingActions', actions: missing, heldInGroup: false } as const] : []),
  ];
}
