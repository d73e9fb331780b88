import type { RoleDefinition, RolePermission } from '../model.ts';
import { builtInRoleRows } from './roleCatalog.data.ts';
import type { BuiltInRoleRow } from './roleCatalog.data.ts';

/** Built-in roles that every world knows, as ARM serves them. Ids are the same in every tenant and cloud. */
export const builtInRoles: readonly RoleDefinition[] = builtInRoleRows.map((row) => ({
  name: row.id,
  roleName: row.roleName,
  type: 'BuiltInRole',
  description: row.description,
  permissions: [permissionOf(row)],
  assignableScopes: row.assignableScopes ?? ['/'],
}));

const idByName = new Map(builtInRoleRows.map((row) => [row.roleName, row.id]));

/**
 * The GUID of a built-in role, by the name Azure gives it.
 * Throws when the catalog has no such role: a world must not invent one silently.
 */
export function roleId(roleName: string): string {
  const id = idByName.get(roleName);
  if (id === undefined) throw new Error(`No built-in role "${roleName}" in roleCatalog.data.ts.`);
  return id;
}

function permissionOf(row: BuiltInRoleRow): RolePermission {
  return {
    actions: row.actions,
    notActions: row.notActions ?? [],
    dataActions: row.dataActions ?? [],
    notDataActions: row.notDataActions ?? [],
  };
}
