import type { RolePermission } from '../../model.ts';
import { isBefore } from '../apiVersions.ts';
import { listAnswer } from '../paging.ts';
import type { Route } from '../request.ts';
import { atScopes } from '../router.ts';

/**
 * What the caller's roles allow at a scope, one entry per role: inherited and group roles included, deny assignments and
 * the conditions of role assignments not reflected.
 * https://learn.microsoft.com/rest/api/authorization/permissions
 */
export const permissionRoutes: readonly Route[] = atScopes(
  ['subscription', 'resourceGroup'],
  '/providers/Microsoft.Authorization/permissions',
  {
    method: 'GET',
    type: 'Microsoft.Authorization/permissions',
    kind: 'read',
    action: 'Microsoft.Authorization/permissions/read',
    handler: (request) => {
      const withData = !isBefore(request.apiVersion, '2018-01-01');
      const present = ({ actions, notActions, dataActions, notDataActions }: RolePermission): unknown =>
        withData ? { actions, notActions, dataActions, notDataActions } : { actions, notActions };
      return listAnswer(request, request.access.permissionsAt(request.scope.id), {
        key: (row) => JSON.stringify(row),
        present,
      });
    },
  },
);
