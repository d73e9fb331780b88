import { actionMatches, type Permission } from './permissions.ts';

export type ActionKind = 'read' | 'write' | 'delete' | 'action';
const kinds: readonly ActionKind[] = ['read', 'write', 'delete', 'action'];

/** One pattern that a role grants, in the form in which Azure writes it, trimmed. */
export type Grant = string;

/** What a role's entries grant; a pattern that its own entry takes out again as a whole is left out. */
export function grantsOf(permissions: readonly Permission[]): Grant[] {
  return permissions.flatMap((entry) =>
    entry.actions
      .map((action) => action.trim())
      .filter((action) => !entry.notActions.some((pattern) => actionMatches(pattern, action))),
  );
}

/**
 * The kinds of action that a pattern can stand for; none where it has no form that Azure documents
 * (`{Company}.{Service}/{type}/{read|write|delete|action}`, any part a `*`).
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
 */
export function kindsOf(grant: Grant): readonly ActionKind[] {
  const pattern = grant.toLowerCase();
  const star = pattern.lastIndexOf('*');
  const tail = pattern.slice(star + 1);
  if (star < 0) return kinds.filter((kind) => tail.endsWith(`/${kind}`));
  return kinds.filter((kind) => `/${kind}`.endsWith(tail) || tail.endsWith(`/${kind}`));
}

/** Whether the pattern reaches across services: its first part, the service, is not spelled out. */
export function acrossServices(grant: Grant): boolean {
  return (grant.split('/')[0] ?? '').includes('*');
}

/** Whether one of these patterns includes the whole grant. */
export function includedIn(patterns: readonly string[], grant: Grant): boolean {
  return patterns.some((pattern) => actionMatches(pattern, grant));
}
