import type { DenyAssignment, World } from '../../model.ts';
import { covers } from './actions.ts';

const EVERYONE = '00000000-0000-0000-0000-000000000000';

function appliesTo(deny: DenyAssignment, principalIds: ReadonlySet<string>): boolean {
  return (
    deny.principals.some((principal) => principal.id === EVERYONE || principalIds.has(principal.id)) &&
    !deny.excludePrincipals.some((principal) => principalIds.has(principal.id))
  );
}

/**
 * The deny assignment that keeps these principals from an action, if there is one. It wins over every role assignment.
 * @param lineage the scope and all above it, lower-case, nearest first
 * https://learn.microsoft.com/azure/role-based-access-control/deny-assignments
 */
export function denialOf(
  world: World,
  principalIds: ReadonlySet<string>,
  lineage: readonly string[],
  action: string,
): DenyAssignment | undefined {
  return world.denyAssignments.find((deny) => {
    const distance = lineage.indexOf(deny.scope.toLowerCase());
    const reaches = distance === 0 || (distance > 0 && !deny.doNotApplyToChildScopes);
    return reaches && appliesTo(deny, principalIds) && deny.permissions.some((entry) => covers(entry, action));
  });
}
