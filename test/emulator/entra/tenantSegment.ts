import type { Persona, Tenant, World } from '../model.ts';
import { findTenant, sharedSegments } from './people.ts';

/** Whose directory a sign-in path means: one tenant, or each person's own. */
export type Directory =
  { readonly kind: 'shared'; readonly segment: string } | { readonly kind: 'tenant'; readonly tenant: Tenant };

/** Reads the first segment of an Entra path; `undefined` where it names no tenant of this world. */
export function readDirectory(world: World, segment: string): Directory | undefined {
  const lower = segment.toLowerCase();
  if (sharedSegments.includes(lower)) return { kind: 'shared', segment: lower };
  const tenant = findTenant(world, lower);
  return tenant === undefined ? undefined : { kind: 'tenant', tenant };
}

/** The tenant in which a person gets tokens: the one the path names, else the home tenant. */
export function tenantFor(directory: Directory, persona: Persona): string {
  return directory.kind === 'tenant' ? directory.tenant.id : persona.homeTenantId;
}

/** How the path names the directory: in endpoints the emulator prints, and in its messages. */
export function directoryName(directory: Directory): string {
  return directory.kind === 'tenant' ? directory.tenant.id : directory.segment;
}
