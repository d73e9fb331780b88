import type { Persona, World } from '../model.ts';
import { isGraphAudience, readScope } from './audience.ts';

/** Permissions that a person may give for themselves; every other one of Microsoft Graph is an administrator's (https://learn.microsoft.com/graph/permissions-reference). */
const ownToGive = ['user.read', 'user.readbasic.all'];
/** Part of every sign-in, whatever the API. */
const signIn = ['openid', 'profile', 'email', 'offline_access'];

/** The permissions of Microsoft Graph in this scope that nobody has given yet, for this person in this tenant. */
export function missingConsents(world: World, persona: Persona, tenantId: string, scope: string): readonly string[] {
  const asked = readScope(scope);
  if (asked === undefined || !isGraphAudience(asked.audience)) return [];
  return asked.permissions.filter(
    (name) => !signIn.includes(name.toLowerCase()) && !world.consents.has(key(persona, tenantId, name)),
  );
}

/** Whether this person may give them: what needs no administrator, where the tenant lets people consent at all. */
export function mayConsent(world: World, permissions: readonly string[]): boolean {
  return (
    world.switches.userConsent === 'allowed' && permissions.every((name) => ownToGive.includes(name.toLowerCase()))
  );
}

/** From now on the app has these permissions for this person in this tenant. */
export function giveConsent(world: World, persona: Persona, tenantId: string, permissions: readonly string[]): void {
  for (const name of permissions) world.consents.add(key(persona, tenantId, name));
}

function key(persona: Persona, tenantId: string, permission: string): string {
  return `${tenantId}/${persona.name}/${permission}`.toLowerCase();
}
