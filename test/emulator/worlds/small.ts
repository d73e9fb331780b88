import type { World } from '../model.ts';
import { blankWorld } from './blank.ts';
import type { WorldOptions } from './blank.ts';
import { addEstate, estateId } from './estate.ts';
import { addCopy } from './fill.ts';
import { readableGuid } from './guid.ts';
import { catalogOffer, managedPlatform } from './offers.ts';
import { grant } from './organisation.ts';
import { contosoPrincipals } from './people.ts';
import { managementGroupScope, subscriptionScope } from './scopes.ts';
import { contoso, fabrikam } from './tenants.ts';

const dayMs = 24 * 60 * 60_000;

/** A small company: one marketplace offer accepted three days ago, nothing delegated yet. */
export function smallWorld(now: number, options?: WorldOptions): World {
  const world = blankWorld('small', now, options);
  addEstate(world, { 17: { otherManagingTenants: [contoso.id] } });
  // Contoso looks after this one through Lighthouse. A role stands in for that, so that nothing at all is delegated here.
  grant(world, subscriptionScope(estateId(17)), contosoPrincipals.platformOwners.id, 'Reader');
  addAllowList(world, 'contoso-sandbox', [fabrikam.id]);
  world.catalog.push(catalogOffer(managedPlatform, 'Northwind Managed Services', 'Standard'));
  const accepted = { name: readableGuid('0ffe', 1), by: 'owner@contoso.example', at: now - 3 * dayMs };
  addCopy(world, managedPlatform, estateId(2), accepted);
  return world;
}

/**
 * Assigns the built-in policy that lets only these managing tenants in.
 * https://learn.microsoft.com/azure/lighthouse/samples/policy-reference
 */
export function addAllowList(world: World, managementGroup: string, tenantIds: readonly string[]): void {
  const scope = managementGroupScope(managementGroup);
  world.policyAssignments.push({
    name: 'allowed-managing-tenants',
    displayName: 'Only approved managing tenants (보안팀 승인 필요)',
    scope,
    policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/7a8a51a3-ad87-4def-96f3-65a1839242b6',
    parameters: { listOfAllowedTenants: { value: tenantIds } },
    enforcementMode: 'Default',
  });
}
