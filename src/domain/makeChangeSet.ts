import type { AlreadyDelegated, Cannot, ChangeItem, ChangeSet, Covered, ScopeRef, Way } from './changeSet.ts';
import { idKey, parseCopyId, sameId, subscriptionScope } from './ids.ts';
import type { CopyId, PrincipalId, ScopeId, TenantId } from './ids.ts';
import { ownCopyId, ownDelegationId } from './names.ts';
import type { Delegation, Offer, OfferContent } from './offer.ts';
import type { RegistrationState } from './port.ts';
import { sameAccess } from './sameAccess.ts';
import type { Scope } from './scope.ts';
import { copiesById, standingOf } from './standing.ts';
import type { Standing } from './standing.ts';

/** A scope that the person chose, with what is known about it. */
export interface ChosenScope<Blocker> {
  readonly scope: Scope;
  /** Of its subscription, for a resource group too. */
  readonly registration: RegistrationState;
  /** What speaks against delegating it now; empty where nothing does. */
  readonly blockers: readonly Blocker[];
}

/** The facts that a change set is made from. */
export interface ChangeSetFacts<Blocker> {
  readonly tenantId: TenantId;
  readonly actor: PrincipalId;
  readonly offer: Offer;
  readonly chosen: readonly ChosenScope<Blocker>[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What a run would do for these choices. Each chosen scope stands in exactly one of `items`, `already`, `covered` and
 * `cannot`: subscriptions before resource groups, each in the order chosen. The same facts always give the same ids.
 */
export function makeChangeSet<Blocker>(facts: ChangeSetFacts<Blocker>): ChangeSet<Blocker> {
  const { tenantId, actor, offer, now } = facts;
  const chosen = [...new Map(facts.chosen.map((choice) => [idKey(choice.scope.id), choice])).values()];
  const standing = standings(offer);
  const items: ChangeItem[] = [];
  const already: AlreadyDelegated[] = [];
  const covered: Covered[] = [];
  const cannot: Cannot<Blocker>[] = [];
  const handedOver = new Set<ScopeId>();

  // Subscriptions first: what becomes of a resource group depends on what becomes of its subscription.
  for (const { scope, blockers } of [...chosen.filter(isSubscription), ...chosen.filter((it) => !isSubscription(it))]) {
    const ref = scopeRef(scope);
    const above = subscriptionScope(scope.subscriptionId);
    const here = standing(scope.id);
    const decisive = here.state === 'same' || here.state === 'other' ? here : standing(above);
    const [reason, ...reasons] = reasonsAgainst(blockers, decisive);
    if (decisive.state === 'same') {
      already.push({ scope: ref, delegationId: decisive.delegation.id, copyId: decisive.delegation.copyId });
    } else if (handedOver.has(above)) {
      covered.push({ scope: ref, by: above });
    } else if (reason) {
      cannot.push({ scope: ref, reasons: [reason, ...reasons] });
    } else {
      items.push({ scope: ref, ways: waysFor(scope, here, offer) });
      handedOver.add(scope.id);
    }
  }

  return {
    tenantId,
    actor,
    madeAt: now,
    offer: {
      key: offer.key,
      source: offer.source,
      ...(offer.providerName !== undefined && { providerName: offer.providerName }),
      content: contentOnly(offer.content),
    },
    registrations: registrationsFor(items, chosen),
    items,
    already,
    covered,
    cannot,
  };
}

function isSubscription({ scope }: { readonly scope: Scope }): boolean {
  return scope.kind === 'subscription';
}

function scopeRef({ kind, id, subscriptionId, name }: Scope): ScopeRef {
  return { kind, id, subscriptionId, name };
}

/** A copy is content too, but where it is stored and how it is doing is nothing to review. */
function contentOnly({ managedByTenantId, name, description, plan, authorizations }: OfferContent): OfferContent {
  return {
    managedByTenantId,
    name,
    ...(description !== undefined && { description }),
    ...(plan && { plan }),
    authorizations,
  };
}

function standings({ content, copies, delegations }: Offer): (scope: ScopeId) => Standing {
  const byScope = new Map<string, Delegation[]>();
  for (const delegation of delegations) {
    const key = idKey(delegation.scope);
    byScope.set(key, [...(byScope.get(key) ?? []), delegation]);
  }
  const copyOf = copiesById(copies);
  return (scope) => standingOf(byScope.get(idKey(scope)) ?? [], content, copyOf);
}

function reasonsAgainst<Blocker>(blockers: readonly Blocker[], standing: Standing): Cannot<Blocker>['reasons'][number][] {
  return [
    ...blockers.map((blocker) => ({ code: 'blocked', blocker }) as const),
    ...(standing.state === 'other'
      ? [
          {
            code: 'otherVersionDelegated',
            delegationId: standing.delegation.id,
            ...(standing.version !== undefined && { version: standing.version }),
          } as const,
        ]
      : []),
  ];
}

function waysFor(scope: Scope, standing: Standing, offer: Offer): ChangeItem['ways'] {
  // Azure would refuse a second delegation to the same copy, so one that did not succeed is written again, by its id.
  if (standing.state === 'broken') {
    const { id, copyId } = standing.delegation;
    return [{ kind: isIn(scope, copyId) ? 'local' : 'reference', copyId, delegationId: id }];
  }
  const way = (kind: Way['kind'], copyId: CopyId): Way => ({ kind, copyId, delegationId: ownDelegationId(scope.id, copyId) });
  const usable = offer.copies.filter((copy) => sameAccess(copy, offer.content));
  const local = usable.find((copy) => isIn(scope, copy.id) && isWhole(copy.provisioning));
  if (local) return [way('local', local.id)];

  const own = ownCopyId(scope.subscriptionId, offer);
  const taken = offer.copies.find((copy) => sameId(copy.id, own));
  const reference = usable.find((copy) => copy.provisioning === 'succeeded');
  if (!reference) return [way('copy', own)];
  // Another version under that name serves other delegations: overwriting it is an update, which is reviewed as one.
  return taken && !sameAccess(taken, offer.content)
    ? [way('reference', reference.id)]
    : [way('reference', reference.id), way('copy', own)];
}

function isIn(scope: Scope, copy: CopyId): boolean {
  return parseCopyId(copy)?.subscriptionId === scope.subscriptionId;
}

function isWhole(provisioning: Offer['copies'][0]['provisioning']): boolean {
  return provisioning === 'succeeded' || provisioning === 'working';
}

function registrationsFor<Blocker>(
  items: readonly ChangeItem[],
  chosen: readonly ChosenScope<Blocker>[],
): ChangeSet['registrations'] {
  const needed = new Set(items.map(({ scope }) => scope.subscriptionId));
  const missing = chosen.filter(({ scope, registration }) => needed.has(scope.subscriptionId) && !isUnderWay(registration));
  return [...new Set(missing.map(({ scope }) => scope.subscriptionId))];
}

/** Registering is a state that ends by itself; one that cannot be read is asked for, which does no harm. */
function isUnderWay(registration: RegistrationState): boolean {
  return registration === 'registered' || registration === 'registering';
}
