import type { Caller, Context } from '../context.ts';
import type { DenyAssignment, RolePermission, World } from '../model.ts';
import { covers } from './access/actions.ts';
import { withholds } from './access/conditions.ts';
import { denialOf } from './access/denies.ts';
import { lineageOf, parentOf, tenantOf } from './access/hierarchy.ts';
import { principalIdsOf } from './access/principals.ts';
import { projectionsFor } from './access/projections.ts';

type Decision = { readonly allowed: true } | { readonly allowed: false; readonly denial?: DenyAssignment };

/** What one caller may do, worked out once and asked for any number of scopes. */
export interface Access {
  readonly principalIds: ReadonlySet<string>;
  /** One entry per role held at or above the scope, as the permissions API lists them: conditions and denies not applied. */
  permissionsAt(scopeId: string): readonly RolePermission[];
  decide(scopeId: string, action: string): Decision;
  /** Whether the caller holds any role at or above the scope, or - for a subscription - below it. */
  sees(scopeId: string): boolean;
}

interface Held {
  readonly scope: string;
  readonly role: string;
  readonly condition?: string;
}

/** The access of a caller: own and group role assignments, inherited ones, and what was delegated to the caller's tenant. */
export function accessOf(context: Context, caller: Caller): Access {
  const { world } = context;
  const principalIds = principalIdsOf(world, caller);
  const held = grouped([
    ...world.roleAssignments.filter((row) => principalIds.has(row.principalId)),
    ...activeRolesOf(world, caller.objectId, context.clock.now()),
    ...projectionsFor(world, caller, principalIds, context.clock.now()),
  ]);
  const seenFromBelow = new Set([...held.keys()].map(subscriptionOf));

  // Kept while this object lives, because a list or Resource Graph asks for tens of thousands of scopes.
  const known = new Map<string, readonly Held[]>();
  const heldAt = (scopeId: string): readonly Held[] => {
    const id = scopeId.toLowerCase();
    const before = known.get(id);
    if (before) return before;
    const parent = parentOf(world, id);
    // Every tenant has a root of its own: what is held at ours says nothing about a scope of another.
    const closed = parent === undefined || (parent === '/' && tenantOf(world, id) !== caller.tenantId);
    const rows = [...(held.get(id) ?? []), ...(closed ? [] : heldAt(parent))];
    known.set(id, rows);
    return rows;
  };
  const permissionsOf = (roles: Iterable<string>): readonly RolePermission[] =>
    [...new Set(roles)].flatMap((role) => world.roleDefinitions.find((row) => row.name === role)?.permissions ?? []);

  return {
    principalIds,
    permissionsAt: (scopeId) => permissionsOf(heldAt(scopeId).map((row) => row.role)),
    decide: (scopeId, action) => {
      const roles = heldAt(scopeId).filter((row) => !withholds(row.condition, action));
      const granted = permissionsOf(roles.map((row) => row.role)).some((entry) => covers(entry, action));
      if (!granted) return { allowed: false };
      const denial = denialOf(world, principalIds, lineageOf(world, scopeId), action);
      return denial ? { allowed: false, denial } : { allowed: true };
    },
    sees: (scopeId) => heldAt(scopeId).length > 0 || seenFromBelow.has(scopeId.toLowerCase()),
  };
}

/** The permission entries a caller holds at a scope; deny assignments are not subtracted, as in the permissions API. */
export function effectivePermissions(context: Context, caller: Caller, scopeId: string): readonly RolePermission[] {
  return accessOf(context, caller).permissionsAt(scopeId);
}

/**
 * Whether a caller may do an action at a scope: granted by a role, and not denied.
 * https://learn.microsoft.com/azure/role-based-access-control/overview#how-azure-rbac-determines-if-a-user-has-access-to-a-resource
 */
export function can(context: Context, caller: Caller, scopeId: string, action: string): boolean {
  return accessOf(context, caller).decide(scopeId, action).allowed;
}

/** Roles that the caller has activated and that have not ended. */
function activeRolesOf(world: World, principalId: string, now: number): readonly Held[] {
  return world.roleActivations.filter(
    (row) => row.principalId === principalId && row.status === 'Provisioned' && row.startsAt <= now && now < row.endsAt,
  );
}

function grouped(rows: readonly Held[]): ReadonlyMap<string, readonly Held[]> {
  const table = new Map<string, Held[]>();
  for (const row of rows) {
    const key = row.scope.toLowerCase();
    table.set(key, [...(table.get(key) ?? []), row]);
  }
  return table;
}

function subscriptionOf(scopeId: string): string {
  const [first, second] = scopeId.split('/').filter((part) => part !== '');
  return first === 'subscriptions' && second !== undefined ? `/subscriptions/${second}` : scopeId;
}
