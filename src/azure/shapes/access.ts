import type { HeldRole, Owner, RoleDefinition } from '../../domain/estate.ts';
import { principalId, roleId } from '../../domain/ids.ts';
import type { Permission } from '../../domain/permissions.ts';
import { toInstant } from './delegations.ts';
import { list, record, text, texts } from './json.ts';

/** https://learn.microsoft.com/rest/api/authorization/permissions */
export function toPermission(value: unknown): Permission {
  const { actions, notActions } = record(value);
  return { actions: texts(actions), notActions: texts(notActions) };
}

/** A role assignment, or a role that could be activated. https://learn.microsoft.com/rest/api/authorization/role-assignments */
export function toHeldRole(value: unknown): HeldRole | undefined {
  const properties = record(record(value).properties);
  const role = text(properties.roleDefinitionId);
  if (role === undefined) return undefined;
  const condition = text(properties.condition);
  const endsAt = toInstant(properties.endDateTime);
  return {
    roleId: roleId(role),
    scope: text(properties.scope) ?? '',
    ...(condition !== undefined && { condition }),
    ...(endsAt !== undefined && { endsAt }),
  };
}

/** The holder of a role assignment. A name comes only from answers that expand the principal. */
export function toOwner(value: unknown): Owner | undefined {
  const properties = record(record(value).properties);
  const id = text(properties.principalId);
  if (id === undefined) return undefined;
  const name =
    text(properties.principalName) ?? text(record(record(properties.expandedProperties).principal).displayName);
  return {
    principalId: principalId(id),
    type: toPrincipalType(properties.principalType),
    ...(name !== undefined && { name }),
    scope: text(properties.scope) ?? '',
    conditioned: text(properties.condition) !== undefined,
  };
}

function toPrincipalType(value: unknown): Owner['type'] {
  switch (text(value)?.toLowerCase()) {
    case 'user':
      return 'user';
    case 'group':
    case 'foreigngroup':
      return 'group';
    case 'serviceprincipal':
    case 'msi':
      return 'servicePrincipal';
    default:
      return 'unknown';
  }
}

/** https://learn.microsoft.com/azure/role-based-access-control/role-definitions */
export function toRoleDefinition(value: unknown): RoleDefinition | undefined {
  const { id, name, properties } = record(value);
  const { roleName, type, permissions } = record(properties);
  const guid = roleId(text(name) ?? text(id) ?? '');
  if (guid === '') return undefined;
  return {
    id: guid,
    name: text(roleName) ?? guid,
    builtIn: text(type)?.toLowerCase() === 'builtinrole',
    permissions: list(permissions).map(toPermission),
    dataActions: list(permissions).flatMap((entry) => texts(record(entry).dataActions)),
  };
}
