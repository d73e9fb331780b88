import type { Caller } from '../../context.ts';
import type { Principal, World } from '../../model.ts';

/** The directory object of a caller in the tenant of the token. */
function principalOf(world: World, caller: Caller): Principal | undefined {
  return world.principals.find(
    (principal) => principal.id === caller.objectId && principal.tenantId === caller.tenantId,
  );
}

/** The caller's object id and those of the groups that hold it: whose role assignments count as the caller's own. */
export function principalIdsOf(world: World, caller: Caller): ReadonlySet<string> {
  return new Set([caller.objectId, ...(principalOf(world, caller)?.memberOf ?? [])]);
}

/** The name ARM uses for a caller in its messages: the user principal name, else the name in the token. */
export function clientName(world: World, caller: Caller): string {
  return principalOf(world, caller)?.userPrincipalName ?? caller.name;
}
