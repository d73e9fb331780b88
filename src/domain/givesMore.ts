import { canonicalAuthorizations } from './authorizations.ts';
import { accessOf } from './access.ts';
import type { RoleDefinition } from './estate.ts';
import type { RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization, OfferContent } from './offer.ts';
import { patternsMeet } from './permissions.ts';
import { grantsOf, includedIn } from './roleGrants.ts';

/** Whether a new version gives the provider more than the one before. */
export type Comparison =
  /** At least one authorization goes further than anything its principal had, or cannot be judged. */
  | { readonly verdict: 'more'; readonly because: readonly Authorization[] }
  /** Nothing goes further, and something is taken back. */
  | { readonly verdict: 'less' }
  | { readonly verdict: 'same' }
  /** Another managing tenant: that is no update, but another offer. */
  | { readonly verdict: 'otherTenant' };

/**
 * Does the new version give the provider more? An authorization counts as covered only where the same principal had all
 * of it before: the same role, or one of a higher level that includes every action of it, and terms that were no
 * stricter. What nobody can judge counts as more. Access of level 0, which only keeps house, is never more. Adding an
 * authorization to the new side never turns "more" into anything else.
 */
export function compareAccess(before: OfferContent, after: OfferContent, roles: RoleDefinitions): Comparison {
  if (before.managedByTenantId !== after.managedByTenantId) return { verdict: 'otherTenant' };
  const [from, to] = [before, after].map(({ authorizations }) => canonicalAuthorizations(authorizations));
  const uncovered = (side: readonly Authorization[] = [], by: readonly Authorization[] = []) =>
    side.filter((one) => accessOf(one, roles).level > 0 && !by.some((other) => covers(other, one, roles)));
  const because = uncovered(to, from);
  if (because.length > 0) return { verdict: 'more', because };
  return { verdict: uncovered(from, to).length > 0 ? 'less' : 'same' };
}

/** Whether somebody who holds `wide` gains nothing by `narrow`. */
function covers(wide: Authorization, narrow: Authorization, roles: RoleDefinitions): boolean {
  return wide.principalId === narrow.principalId && termsCover(wide, narrow) && roleCovers(wide, narrow, roles);
}

function termsCover(wide: Authorization, narrow: Authorization): boolean {
  if (wide.kind === 'standing') return true;
  const [one, other] = [wide.justInTime, narrow.justInTime];
  if (narrow.kind === 'standing' || one === undefined || other === undefined) return false;
  const may = new Set(one.approvers.map(({ principalId }) => principalId));
  const approved =
    may.size === 0 || (other.approvers.length > 0 && other.approvers.every(({ principalId }) => may.has(principalId)));
  return other.maximumMinutes <= one.maximumMinutes && (other.mfa || !one.mfa) && approved;
}

function roleCovers(wide: Authorization, narrow: Authorization, roles: RoleDefinitions): boolean {
  if (wide.roleId === narrow.roleId) {
    // Without a list nobody knows what may be passed on.
    const listed = narrow.delegatedRoleIds.length > 0 || wide.delegatedRoleIds.length === 0;
    return listed && narrow.delegatedRoleIds.every((id) => wide.delegatedRoleIds.includes(id));
  }
  const [one, other] = [roles.get(wide.roleId), roles.get(narrow.roleId)];
  if (one === undefined || other === undefined || narrow.delegatedRoleIds.length > 0) return false;
  // User Access Administrator is limited to the roles it names: its own definition says too much.
  if (wide.delegatedRoleIds.length > 0) return false;
  return accessOf(narrow, roles).level < accessOf(wide, roles).level && includes(one, other);
}

/**
 * Whether one role holds every action of another. What it takes out again counts where any action of the other role may be
 * part of it.
 */
function includes(wide: RoleDefinition, narrow: RoleDefinition): boolean {
  return (
    narrow.dataActions.every((action) => includedIn(wide.dataActions, action)) &&
    grantsOf(narrow.permissions).every((grant) =>
      wide.permissions.some(
        ({ actions, notActions }) =>
          includedIn(actions, grant) && !notActions.some((out) => patternsMeet(out.trim(), grant)),
      ),
    )
  );
}
