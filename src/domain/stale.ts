import { canonicalJson } from './canonicalJson.ts';
import type { ChangeItem, ChangeSet } from './changeSet.ts';
import { idKey } from './ids.ts';
import type { ScopeId, SubscriptionId } from './ids.ts';
import { sameAccess } from './sameAccess.ts';

/** Where a chosen scope stands in a change set. */
export type Outcome = 'items' | 'already' | 'covered' | 'cannot';

/** One thing that is no longer as it was reviewed. */
export type Moved =
  | { readonly code: 'tenant' }
  | { readonly code: 'actor' }
  | { readonly code: 'offer' }
  | {
      readonly code: 'outcome';
      readonly scope: ScopeId;
      readonly from: Outcome | 'absent';
      readonly to: Outcome | 'absent';
    }
  | { readonly code: 'ways'; readonly scope: ScopeId }
  | { readonly code: 'registration'; readonly subscriptionId: SubscriptionId; readonly needed: boolean };

/**
 * What moved between the change set that was reviewed and one made now for the same choices. Empty: nothing did.
 */
export function whatMoved(reviewed: ChangeSet, fresh: ChangeSet): readonly Moved[] {
  return [
    ...(reviewed.tenantId === fresh.tenantId ? [] : [{ code: 'tenant' } as const]),
    ...(reviewed.actor === fresh.actor ? [] : [{ code: 'actor' } as const]),
    ...(sameAccess(reviewed.offer.content, fresh.offer.content) ? [] : [{ code: 'offer' } as const]),
    ...movedScopes(reviewed, fresh),
    ...movedRegistrations(reviewed, fresh),
  ];
}

/**
 * Whether a person has to review again. Not where the run would merely do less: what someone else delegated or
 * registered in the meantime is found by the run and left as it is.
 */
export function needsReview(moved: readonly Moved[]): boolean {
  return moved.some((it) => {
    switch (it.code) {
      case 'outcome':
        return !(it.from === 'items' && it.to === 'already');
      case 'registration':
        return it.needed;
      case 'tenant':
      case 'actor':
      case 'offer':
      case 'ways':
        return true;
    }
  });
}

function movedScopes(reviewed: ChangeSet, fresh: ChangeSet): readonly Moved[] {
  const before = placesIn(reviewed);
  const after = placesIn(fresh);
  const scopes = new Map([...before, ...after].map(([key, { scope }]) => [key, scope]));
  return [...scopes].flatMap(([key, scope]): readonly Moved[] => {
    const one = before.get(key);
    const other = after.get(key);
    const from = one?.outcome ?? 'absent';
    const to = other?.outcome ?? 'absent';
    if (from !== to) return [{ code: 'outcome', scope, from, to }];
    return canonicalJson(one?.ways ?? []) === canonicalJson(other?.ways ?? []) ? [] : [{ code: 'ways', scope }];
  });
}

interface Place {
  readonly scope: ScopeId;
  readonly outcome: Outcome;
  readonly ways?: ChangeItem['ways'];
}

function placesIn(changeSet: ChangeSet): ReadonlyMap<string, Place> {
  const outcomes = ['items', 'already', 'covered', 'cannot'] as const satisfies readonly Outcome[];
  return new Map(
    outcomes.flatMap((outcome) =>
      changeSet[outcome].map((entry): [string, Place] => [
        idKey(entry.scope.id),
        { scope: entry.scope.id, outcome, ...('ways' in entry && { ways: entry.ways }) },
      ]),
    ),
  );
}

function movedRegistrations(reviewed: ChangeSet, fresh: ChangeSet): readonly Moved[] {
  const before = new Set(reviewed.registrations);
  const after = new Set(fresh.registrations);
  return [
    ...[...after].filter((id) => !before.has(id)).map((id) => registration(id, true)),
    ...[...before].filter((id) => !after.has(id)).map((id) => registration(id, false)),
  ];
}

function registration(subscriptionId: SubscriptionId, needed: boolean): Moved {
  return { code: 'registration', subscriptionId, needed };
}
