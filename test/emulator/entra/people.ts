import type { Persona, Principal, Tenant, World } from '../model.ts';

/** The first segment of an Entra path where no single tenant is meant: the person's home tenant is used. */
export const sharedSegments: readonly string[] = ['organizations', 'common', 'adfs'];

interface Directory {
  readonly principals: ReadonlyMap<string, Principal>;
  readonly personas: ReadonlyMap<string, Persona>;
}

const directories = new WeakMap<World, Directory>();

// Worlds hold people in lists; a token is read on every ARM call, so look-ups go through maps made once per world.
function directoryOf(world: World): Directory {
  const known = directories.get(world);
  if (known !== undefined) return known;
  const directory: Directory = {
    principals: new Map(world.principals.map((principal) => [key(principal.tenantId, principal.id), principal])),
    personas: new Map(
      world.personas.flatMap((persona) =>
        Object.entries(persona.objectIds).map(([tenantId, objectId]) => [key(tenantId, objectId), persona] as const),
      ),
    ),
  };
  directories.set(world, directory);
  return directory;
}

const key = (tenantId: string, objectId: string): string => `${tenantId}/${objectId}`.toLowerCase();

/** The principal behind an object id of a tenant. */
export function findPrincipal(world: World, tenantId: string, objectId: string): Principal | undefined {
  return directoryOf(world).principals.get(key(tenantId, objectId));
}

/** The persona behind an object id of a tenant, where a person (and not an application) is behind it. */
export function findPersonaByObjectId(world: World, tenantId: string, objectId: string): Persona | undefined {
  return directoryOf(world).personas.get(key(tenantId, objectId));
}

/** The persona of that name. */
export function findPersona(world: World, name: string): Persona | undefined {
  return world.personas.find((persona) => persona.name === name);
}

/** The persona with that sign-in name, compared as Entra does: without regard to case. */
export function findPersonaByAccount(world: World, account: string): Persona | undefined {
  return world.personas.find((persona) => persona.account.toLowerCase() === account.toLowerCase());
}

/** A tenant by its id or by its default domain: both may stand in an Entra path. */
export function findTenant(world: World, idOrDomain: string): Tenant | undefined {
  const wanted = idOrDomain.toLowerCase();
  return world.tenants.find((tenant) => tenant.id === wanted || tenant.defaultDomain.toLowerCase() === wanted);
}

/** Whether this person is a guest in a tenant (Entra user type, claim `acct`). */
export function isGuest(world: World, tenantId: string, objectId: string): boolean {
  return findPrincipal(world, tenantId, objectId)?.userType === 'Guest';
}
