import type { Subscription } from '../../model.ts';
import { isBefore } from '../apiVersions.ts';
import { managingTenants } from '../managedServices/managing.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, type ArmRequest, type Route } from '../request.ts';
import { requireSubscription } from '../guards.ts';

/**
 * The subscriptions the caller holds a role on, above or below, and those delegated to the caller's tenant.
 * https://learn.microsoft.com/rest/api/resources/subscriptions
 */
export const subscriptionRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/subscriptions',
    type: 'subscriptions',
    kind: 'read',
    handler: (request) => {
      const { world, access } = request;
      const seen = [...world.subscriptions.values()].filter((row) =>
        access.sees(`/subscriptions/${row.subscriptionId}`),
      );
      const present = presenter(request);
      return listAnswer(request, seen, { key: (row) => row.subscriptionId, present });
    },
  },
  {
    method: 'GET',
    template: '/subscriptions/{subscriptionId}',
    type: 'subscriptions',
    kind: 'read',
    handler: (request) => ok(presenter(request)(requireSubscription(request, parameter(request, 'subscriptionId')))),
  },
  {
    method: 'GET',
    template: '/subscriptions/{subscriptionId}/locations',
    type: 'subscriptions',
    kind: 'read',
    action: 'Microsoft.Resources/subscriptions/locations/read',
    handler: (request) => {
      const { subscriptionId } = requireSubscription(request, parameter(request, 'subscriptionId'));
      return ok({
        value: regions.map(([name, displayName, kind]) => presentRegion(subscriptionId, name, displayName, kind)),
      });
    },
  },
];

/** Some of Azure's regions: name, what people call it, whether it is a place. */
const regions = [
  ['australiaeast', 'Australia East', 'Physical'],
  ['eastus', 'East US', 'Physical'],
  ['germanywestcentral', 'Germany West Central', 'Physical'],
  ['japaneast', 'Japan East', 'Physical'],
  ['koreacentral', 'Korea Central', 'Physical'],
  ['koreasouth', 'Korea South', 'Physical'],
  ['northeurope', 'North Europe', 'Physical'],
  ['westeurope', 'West Europe', 'Physical'],
  ['global', 'Global', 'Logical'],
] as const;

function presentRegion(subscriptionId: string, name: string, displayName: string, regionType: string): unknown {
  return {
    id: `/subscriptions/${subscriptionId}/locations/${name}`,
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: displayName,
    metadata: { regionType, regionCategory: regionType === 'Physical' ? 'Recommended' : 'Other' },
  };
}

function presenter(request: ArmRequest): (subscription: Subscription) => unknown {
  const managing = managingTenants(request.world, request.now);
  return (subscription) => {
    const { subscriptionId, tenantId, otherManagingTenants = [] } = subscription;
    const managedBy = new Set([...(managing.get(subscriptionId.toLowerCase()) ?? []), ...otherManagingTenants]);
    return {
      id: `/subscriptions/${subscriptionId}`,
      authorizationSource: 'RoleBased',
      managedByTenants: [...managedBy].map((id) => ({ tenantId: id })),
      tags: subscription.tags,
      subscriptionId,
      tenantId,
      // Until 2020 the owner was printed a second time, and the Azure CLI still reads it there.
      ...(isBefore(request.apiVersion, '2020-01-01') && { homeTenantId: tenantId }),
      displayName: subscription.displayName,
      state: subscription.state,
      subscriptionPolicies: {
        locationPlacementId: 'Public_2014-09-01',
        quotaId: subscription.quotaId,
        spendingLimit: 'Off',
      },
    };
  };
}
