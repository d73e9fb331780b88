import { idKey, type ScopeId } from './ids.ts';
import type { Delegation, Offer } from './offer.ts';
import { copiesById, standingOf, type Standing } from './standing.ts';

/** How any scope stands towards one offer, prepared once for many questions. */
export function standingsOf({ content, copies, delegations }: Offer): (scope: ScopeId) => Standing {
  const byScope = new Map<string, Delegation[]>();
  for (const delegation of delegations) {
    const here = byScope.get(idKey(delegation.scope));
    if (here) here.push(delegation);
    else byScope.set(idKey(delegation.scope), [delegation]);
  }
  const copyOf = copiesById(copies);
  return (scope) => standingOf(byScope.get(idKey(scope)) ?? [], content, copyOf);
}
