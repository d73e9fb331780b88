import type { AllowList } from './estate.ts';
import type { TenantId } from './ids.ts';
import type { Scope, Subscription } from './scope.ts';
import { reaches } from './scopeReach.ts';

/** Whether one allow-list keeps this provider out of this scope; `unknown` where it cannot be told. */
function excludes(
  list: AllowList,
  managingTenant: TenantId,
  scope: Scope,
  subscription: Subscription,
): boolean | 'unknown' {
  if (!list.enforced || list.allowedTenants.includes(managingTenant)) return false;
  const reached = reaches(list.scope, scope, subscription);
  if (reached === false) return false;
  const exempted = list.notScopes.map((left) => reaches(left, scope, subscription));
  if (exempted.includes(true)) return false;
  return exempted.includes('unknown') ? 'unknown' : reached;
}

/**
 * The assignments of the built-in allow-list policy that keep the provider out of the scope, and those that may.
 * https://learn.microsoft.com/azure/lighthouse/how-to/policy-at-scale
 */
export function excludedBy(
  lists: readonly AllowList[],
  managingTenant: TenantId,
  scope: Scope,
  subscription: Subscription,
): { readonly certain: readonly AllowList[]; readonly possible: readonly AllowList[] } {
  const judged = lists.map((list) => ({ list, verdict: excludes(list, managingTenant, scope, subscription) }));
  return {
    certain: judged.filter(({ verdict }) => verdict === true).map(({ list }) => list),
    possible: judged.filter(({ verdict }) => verdict === 'unknown').map(({ list }) => list),
  };
}
