import { canonicalJson } from './canonicalJson.ts';
import { subjectOf } from './changeSet.ts';
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
  /** The same would be done in another way. */
  | { readonly code: 'ways'; readonly scope: ScopeId }
  /** What was to be taken away is gone already. */
  | { readonly code: 'gone'; readonly scope: ScopeId }
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
      case 'gone':
        return false;
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
    if (!other && one && isRemoval(one.item)) return [{ code: 'gone', scope }];
    if (from !== to) return [{ code: 'outcome', scope, from, to }];
    return one?.how === other?.how ? [] : [{ code: 'ways', scope }];
  });
}

interface Place {
  readonly scope: ScopeId;
  readonly outcome: Outcome;
  readonly item?: ChangeItem;
  /** What an item does, to compare. */
  readonly how?: string;
}

function placesIn(changeSet: ChangeSet): ReadonlyMap<string, Place> {
  const { items, already, covered, cannot } = changeSet;
  // A whole scope stands in a change set once, whatever becomes of it; of copies there may be several in one subscription.
  const key = (scope: ScopeId, copy?: string) => idKey(copy ?? scope);
  return new Map<string, Place>([
    ...items.map((item): [string, Place] => [
      idKey(subjectOf(item)),
      { scope: item.scope.id, outcome: 'items', item, how: canonicalJson({ ...item, scope: item.scope.id }) },
    ]),
    ...already.map(({ scope, delegationId, copyId }): [string, Place] => [
      key(scope.id, delegationId === undefined ? copyId : undefined),
      { scope: scope.id, outcome: 'already' },
    ]),
    ...covered.map(({ scope }): [string, Place] => [key(scope.id), { scope: scope.id, outcome: 'covered' }]),
    ...cannot.map(({ scope, copyId }): [string, Place] => [
      key(scope.id, copyId),
      { scope: scope.id, outcome: 'cannot' },
    ]),
  ]);
}

function isRemoval(item: ChangeItem | undefined): boolean {
  return item?.does === 'remove' || item?.does === 'removeCopy';
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
