import type { Switches, World } from '../model.ts';
import { contosoGroups, tailspinGroups, addOrganisationRoles } from './organisation.ts';
import { automationLogin, personas, principals } from './people.ts';
import { builtInRoles } from './roleCatalog.ts';
import { contoso, fabrikam, northwind, tailspin } from './tenants.ts';

/** What a caller may choose about a world; everything else follows from its name. */
export interface WorldOptions {
  readonly seed?: number;
  readonly switches?: Partial<Switches>;
  readonly pageSize?: number;
}

/** Positions of the switches when nobody asks: the ones that are harder for a client, except where Azure is known to be kind. */
const defaultSwitches: Switches = {
  crossSubscriptionReferences: 'allowed',
  resourceGroupUnderDelegatedSubscription: 'refused',
  guests: 'refused',
  exposedHeaders: 'none',
  resourceGraph: 'available',
  acceptanceOutsidePortal: 'allowed',
  userConsent: 'allowed',
};

/** A world with its tenants, people, groups and roles, and nothing in it yet. `now` is the world's own time in ms. */
export function blankWorld(name: string, now: number, options: WorldOptions = {}): World {
  const world: World = {
    name,
    seed: options.seed ?? 1,
    customerTenantId: contoso.id,
    tenants: [contoso, northwind, fabrikam, tailspin],
    principals,
    personas,
    automation: automationLogin,
    consents: new Set(),
    managementGroups: [...contosoGroups, ...tailspinGroups],
    subscriptions: new Map(),
    resourceGroups: new Map(),
    roleDefinitions: builtInRoles,
    roleAssignments: [],
    denyAssignments: [],
    roleEligibilities: [],
    roleActivations: [],
    activationRules: new Map(),
    policyAssignments: [],
    activity: [],
    definitions: new Map(),
    assignments: new Map(),
    lostAccess: [],
    catalog: [],
    operations: new Map(),
    switches: { ...defaultSwitches, ...options.switches },
    pageSize: options.pageSize ?? 5,
  };
  addOrganisationRoles(world, now);
  return world;
}
