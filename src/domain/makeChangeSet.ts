import type { AlreadyThere, Cannot, ChangedOffer, ChangeSet, Covered, DelegateItem, ScopeRef } from './changeSet.ts';
import { idKey, subscriptionScope } from './ids.ts';
import type { PrincipalId, ScopeId, TenantId } from './ids.ts';
import type { Offer, OfferContent } from './offer.ts';
import type { RegistrationState } from './port.ts';
import { needsRegistering } from './readiness.ts';
import type { Scope } from './scope.ts';
import type { Standing } from './standing.ts';
import { standingsOf } from './standings.ts';
import { waysTo } from './ways.ts';

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
  const standing = standingsOf(offer);
  const ways = waysTo(offer);
  const items: DelegateItem[] = [];
  const already: AlreadyThere[] = [];
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
      items.push({ does: 'delegate', scope: ref, ways: ways(scope, here) });
      handedOver.add(scope.id);
    }
  }

  return {
    kind: 'delegate',
    tenantId,
    actor,
    madeAt: now,
    offer: changedOffer(offer),
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

/** A scope as far as a change set speaks of it. */
export function scopeRef({ kind, id, subscriptionId, name }: Scope): ScopeRef {
  return { kind, id, subscriptionId, name };
}

/** An offer as far as a change set speaks of it: `content` is what is given, written or taken away. */
export function changedOffer(offer: Offer, content: OfferContent = offer.content): ChangedOffer {
  return {
    key: offer.key,
    source: offer.source,
    ...(offer.providerName !== undefined && { providerName: offer.providerName }),
    content: contentOnly(content),
  };
}

/** A copy is content too, but where it is stored and how it is doing is nothing to review. */
export function contentOnly({
  managedByTenantId,
  name,
  description,
  plan,
  authorizations,
}: OfferContent): OfferContent {
  return {
    managedByTenantId,
    name,
    ...(description !== undefined && { description }),
    ...(plan && { plan }),
    authorizations,
  };
}

function reasonsAgainst<Blocker>(
  blockers: readonly Blocker[],
  standing: Standing,
): Cannot<Blocker>['reasons'][number][] {
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

/** The subscriptions, of those that items write to, where Microsoft.ManagedServices is registered first. */
export function registrationsFor<Blocker>(
  items: readonly { readonly scope: ScopeRef }[],
  chosen: readonly ChosenScope<Blocker>[],
): ChangeSet['registrations'] {
  const needed = new Set(items.map(({ scope }) => scope.subscriptionId));
  const missing = chosen.filter(
    ({ scope, registration }) => needed.has(scope.subscriptionId) && needsRegistering(registration),
  );
  return [...new Set(missing.map(({ scope }) => scope.subscriptionId))];
}
