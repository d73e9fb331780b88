import {
  copyId,
  principalId,
  resourceGroupScope,
  roleId,
  subscriptionId,
  subscriptionScope,
  tenantId,
} from '../../src/domain/ids.ts';
import type { SubscriptionId } from '../../src/domain/ids.ts';
import type { Delegation, Offer, OfferContent, OfferCopy, OfferKey } from '../../src/domain/offer.ts';
import type { ResourceGroup, Subscription } from '../../src/domain/scope.ts';

/* Plain facts for tests of the domain. */

export const customer = tenantId('11111111-1111-4111-8111-111111111111');
export const provider = tenantId('22222222-2222-4222-8222-222222222222');
export const owner = principalId('aaaaaaaa-0000-4000-8000-000000000001');

/** The n-th subscription of the customer. */
export function subscriptionNo(n: number): SubscriptionId {
  return subscriptionId(`00000000-0000-4000-8000-${n.toString().padStart(12, '0')}`);
}

export function subscription(n: number): Subscription {
  const id = subscriptionNo(n);
  return {
    kind: 'subscription',
    id: subscriptionScope(id),
    subscriptionId: id,
    tenantId: customer,
    name: `Subscription ${n}`,
    state: 'Enabled',
    tags: {},
  };
}

export function resourceGroup(n: number, name: string): ResourceGroup {
  const id = subscriptionNo(n);
  return {
    kind: 'resourceGroup',
    id: resourceGroupScope(id, name),
    subscriptionId: id,
    name,
    location: 'koreacentral',
    tags: {},
  };
}

/** An offer's content: Reader standing and Contributor just in time. */
export function content(version = '1.0.0'): OfferContent {
  const group = principalId('bbbbbbbb-0000-4000-8000-000000000001');
  return {
    managedByTenantId: provider,
    name: 'Northwind Managed Azure',
    description: 'Day-to-day operations.',
    plan: { publisher: 'northwind', product: 'managed-azure', name: 'standard', version },
    authorizations: [
      {
        kind: 'standing',
        principalId: group,
        principalName: 'Northwind operators',
        roleId: roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7'),
        delegatedRoleIds: [],
      },
      {
        kind: 'eligible',
        principalId: group,
        principalName: 'Northwind operators',
        roleId: roleId('b24988ac-6180-42a0-ab88-20f7382dd24c'),
        delegatedRoleIds: [],
        justInTime: { mfa: true, maximumMinutes: 480, approvers: [] },
      },
    ],
  };
}

/** A copy in the n-th subscription, under a name that is not the app's own, as the portal stores it. */
export function copyIn(n: number, of: OfferContent = content(), facts: Partial<OfferCopy> = {}): OfferCopy {
  const id = subscriptionNo(n);
  return {
    ...of,
    id: copyId(id, `cccccccc-0000-4000-8000-${n.toString().padStart(12, '0')}`),
    subscriptionId: id,
    provisioning: 'succeeded',
    ...facts,
  };
}

/** An offer that is stored in Azure: it has a copy. */
export interface StoredOffer extends Offer {
  readonly copies: readonly [OfferCopy, ...OfferCopy[]];
}

export function offer(
  copies: readonly [OfferCopy, ...OfferCopy[]],
  delegations: readonly Delegation[] = [],
): StoredOffer {
  return {
    key: 'offer' as OfferKey,
    source: copies[0].plan ? 'marketplace' : 'template',
    managedByTenantId: provider,
    providerName: 'Northwind Managed Services',
    content: copies[0],
    copies,
    delegations,
  };
}
