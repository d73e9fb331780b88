import type { ScopeId, SubscriptionId, TenantId } from './ids.ts';

/** A management group as the estate shows it: the id segment and the name people gave it. */
export interface ManagementGroup {
  readonly name: string;
  readonly displayName: string;
}

/** The scope of a management group, as Azure writes it. */
export function groupScope({ name }: Pick<ManagementGroup, 'name'>): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}

/** https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states */
export type SubscriptionState = 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted' | 'Unknown';

export interface Subscription {
  readonly kind: 'subscription';
  readonly id: ScopeId;
  readonly subscriptionId: SubscriptionId;
  /** The tenant it belongs to; another one than the signed-in tenant when it is seen through Lighthouse. */
  readonly tenantId: TenantId;
  readonly name: string;
  readonly state: SubscriptionState;
  readonly quotaId?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** From the root down to the group that holds it; `undefined` where they cannot be read. */
  readonly managementGroups?: readonly ManagementGroup[];
}

export interface ResourceGroup {
  readonly kind: 'resourceGroup';
  readonly id: ScopeId;
  readonly subscriptionId: SubscriptionId;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type Scope = Subscription | ResourceGroup;

/** A tenant of the signed-in person. */
export interface Tenant {
  readonly id: TenantId;
  /** `undefined` where Azure does not say (guests often may not read it). */
  readonly name?: string;
  readonly domain?: string;
}
