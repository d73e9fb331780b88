import type { RolePermission } from '../../model.ts';

const patterns = new Map<string, RegExp>();

/**
 * Whether an action matches a pattern of a role: `*` stands for anything, slashes too, and case does not count.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#control-and-data-actions
 */
export function matchesAction(pattern: string, action: string): boolean {
  let expression = patterns.get(pattern);
  if (!expression) {
    const literal = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
    expression = new RegExp(`^${literal.join('.*')}$`, 'i');
    patterns.set(pattern, expression);
  }
  return expression.test(action);
}

/** Whether one permission entry covers an action: matched by its `actions` and by none of its own `notActions`. */
export function covers(permission: RolePermission, action: string): boolean {
  return (
    permission.actions.some((pattern) => matchesAction(pattern, action)) &&
    !permission.notActions.some((pattern) => matchesAction(pattern, action))
  );
}
