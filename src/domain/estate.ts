import type { PrincipalId, RoleId, SubscriptionId, TenantId } from './ids.ts';
import type { Known } from './known.ts';
import type { Delegation, OfferCopy } from './offer.ts';
import type { Permission } from './permissions.ts';
import type { Problem } from './problem.ts';
import type { ResourceGroup, Subscription } from './scope.ts';

/** Every subscription that the signed-in person can see, with the offers and delegations found in the tenant. */
export interface Estate {
  readonly subscriptions: readonly Subscription[];
  readonly copies: readonly OfferCopy[];
  readonly delegations: readonly Delegation[];
  /** Where the facts came from. Resource Graph may lag behind writes by seconds to minutes. */
  readonly source: 'resourceGraph' | 'arm';
  /** Parts that could not be read, with the reason; what is missing is then unknown, not absent. */
  readonly problems: readonly Problem[];
}

/** The resource groups of each subscription that were asked for: those that the person can see, or why they cannot be read. */
export type ResourceGroups = ReadonlyMap<SubscriptionId, Known<readonly ResourceGroup[]>>;

/** A role, as Azure defines it now. https://learn.microsoft.com/azure/role-based-access-control/role-definitions */
export interface RoleDefinition {
  readonly id: RoleId;
  readonly name: string;
  readonly builtIn: boolean;
  readonly permissions: readonly Permission[];
  readonly dataActions: readonly string[];
}

/** Someone who holds Owner at a subscription, directly or from above. */
export interface Owner {
  readonly principalId: PrincipalId;
  readonly type: 'user' | 'group' | 'servicePrincipal' | 'unknown';
  /** Where it can be had. */
  readonly name?: string;
  /** The name they sign in with, where the directory was asked. */
  readonly account?: string;
  /** The scope that the role was given at: the subscription itself, a management group or `/`. */
  readonly scope: string;
  readonly conditioned: boolean;
}

/**
 * An assignment of the built-in policy that allows only listed managing tenants.
 * https://learn.microsoft.com/azure/lighthouse/how-to/policy-at-scale
 */
export interface AllowList {
  readonly assignmentId: string;
  readonly name: string;
  /** The scope it is assigned at: management group, subscription or resource group, lower-case. */
  readonly scope: string;
  /** Scopes below that are left out, lower-case. */
  readonly notScopes: readonly string[];
  readonly allowedTenants: readonly TenantId[];
  readonly enforced: boolean;
}

/** One role that the person holds, or could activate. */
export interface HeldRole {
  readonly roleId: RoleId;
  readonly scope: string;
  /** ABAC condition, where there is one. */
  readonly condition?: string;
  /** ISO 8601, where it ends. */
  readonly endsAt?: string;
}

/** A deny assignment that applies to the person. */
export interface Denial {
  readonly name: string;
  readonly permissions: readonly Permission[];
}
