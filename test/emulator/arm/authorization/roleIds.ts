import type { Scope } from '../scopes.ts';

/**
 * The id of a role definition as it is printed inside a subscription or outside of one; a built-in role has both forms.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export function roleDefinitionId(scope: Scope, role: string): string {
  const prefix = 'subscriptionId' in scope ? `/subscriptions/${scope.subscriptionId}` : '';
  return `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
}
