import type { ScopeId } from '../../domain/ids.ts';
import type { Permission } from '../../domain/permissions.ts';
import { toPermission } from '../shapes/access.ts';
import type { ArmReader } from './reader.ts';

/**
 * What this person's roles allow at a scope, one entry per role; conditions and deny assignments are not in it. Older
 * api-versions miss roles inherited from management groups.
 * https://learn.microsoft.com/rest/api/authorization/permissions
 */
export async function readPermissions(
  reader: ArmReader,
  scope: ScopeId,
  signal: AbortSignal,
): Promise<readonly Permission[]> {
  const entries = await reader.list(`${scope}/providers/Microsoft.Authorization/permissions`, '2022-04-01', {}, signal);
  return entries.map(toPermission);
}
