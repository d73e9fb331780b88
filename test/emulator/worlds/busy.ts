import type { World } from '../model.ts';
import { blankWorld } from './blank.ts';
import type { WorldOptions } from './blank.ts';
import { addBusyActivity } from './busyActivity.ts';
import { addBusyDelegations } from './busyDelegations.ts';
import { addEstate, estateId } from './estate.ts';
import type { EstateChanges } from './estate.ts';
import { guidOf } from './guid.ts';
import { backupCare, catalogOffer, managedPlatform, managedPlatformNext } from './offers.ts';
import { hostileOffer, hostilePublisher } from './hostileOffer.ts';
import { grant } from './organisation.ts';
import { contosoPrincipals } from './people.ts';
import { subscriptionScope } from './scopes.ts';
import { addAllowList } from './small.ts';
import { contoso, fabrikam, proseware } from './tenants.ts';

const minuteMs = 60_000;

/** The estate of `small`, some years on: registered here and there, and not in the best of states everywhere. */
const changes: EstateChanges = {
  1: { registration: 'Registered' },
  3: { registration: 'Registered' },
  5: { registration: 'Registered' },
  6: { registration: 'Registered' },
  // Azure Databricks lists its own tenant here, which is no delegation.
  7: { registration: 'Registered', otherManagingTenants: [guidOf('tenant/databricks')] },
  10: { registration: 'Registering' },
  11: { registration: 'Unregistered' },
  12: { registration: 'Registered' },
  13: { registration: 'Registered' },
  14: { state: 'Warned' },
  15: { state: 'PastDue' },
};

/** Several providers, offers and delegations, in most of the states that a real tenant ends up with. */
export function busyWorld(now: number, options?: WorldOptions): World {
  const blank = blankWorld('busy', now, options);
  const world: World = {
    ...blank,
    tenants: [...blank.tenants, proseware],
    roleDefinitions: [...blank.roleDefinitions, customRole],
  };
  addEstate(world, changes);
  const registering = world.subscriptions.get(estateId(10));
  if (registering) registering.registeredAt = now + 5 * minuteMs;
  addAllowList(world, 'contoso-sandbox', [fabrikam.id]);
  addStackDeny(world);
  grant(world, subscriptionScope(estateId(4)), contosoPrincipals.treasuryOwners.id, 'Cost Management Reader');
  addBusyDelegations(world, now);
  addBusyActivity(world, now);
  world.catalog.push(
    catalogOffer(managedPlatform, 'Northwind Managed Services', 'Standard'),
    catalogOffer(managedPlatformNext, 'Northwind Managed Services', 'Standard'),
    catalogOffer(backupCare, 'Northwind Managed Services', 'Essentials'),
    catalogOffer(premium, 'Northwind Managed Services', 'Premium for Contoso', [estateId(4), estateId(5)]),
    catalogOffer(hostileOffer, hostilePublisher, hostilePublisher),
  );
  return world;
}

/** A private plan: two subscriptions may see it. https://learn.microsoft.com/azure/lighthouse/concepts/managed-services-offers */
const premium = {
  ...managedPlatform,
  plan: { publisher: 'northwind', product: 'managed-platform', name: 'premium-contoso', version: '3.0.2' },
};

const customRole = {
  name: guidOf('role/contoso-tag-editor'),
  roleName: 'Contoso tag editor',
  type: 'CustomRole',
  description: 'Edits tags; made by the platform team.',
  permissions: [{ actions: ['Microsoft.Resources/tags/*'], notActions: [], dataActions: [], notDataActions: [] }],
  assignableScopes: [`/providers/Microsoft.Management/managementGroups/${contoso.id}`],
} as const;

/**
 * A deployment stack keeps its subscription from being changed by anybody but its own identity.
 * https://learn.microsoft.com/azure/role-based-access-control/deny-assignments
 */
function addStackDeny(world: World): void {
  world.denyAssignments.push({
    name: guidOf('deny/stack'),
    displayName: 'Deny assignment created by Deployment Stack online-store-dev',
    scope: subscriptionScope(estateId(9)),
    permissions: [{ actions: ['*/write', '*/delete'], notActions: [], dataActions: [], notDataActions: [] }],
    principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
    excludePrincipals: [{ id: contosoPrincipals.automation.id, type: 'ServicePrincipal' }],
    doNotApplyToChildScopes: false,
  });
}
