import type { CopyId, DelegationId, PrincipalId, RoleId, ScopeId, SubscriptionId, TenantId } from './ids.ts';

/** The marketplace plan behind an offer. https://learn.microsoft.com/azure/lighthouse/concepts/managed-services-offers */
export interface MarketplacePlan {
  readonly publisher: string;
  readonly product: string;
  /** The plan's own name. */
  readonly name: string;
  /** `n.n.n` */
  readonly version: string;
}

export interface Approver {
  readonly principalId: PrincipalId;
  /** As written by the provider; nobody checks it. */
  readonly name?: string;
}

/**
 * Who in the managing tenant gets which role. `standing` holds all the time; `eligible` must be activated just in time.
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export interface Authorization {
  readonly kind: 'standing' | 'eligible';
  readonly principalId: PrincipalId;
  /** As written by the provider; nobody checks it. */
  readonly principalName?: string;
  readonly roleId: RoleId;
  /** Only with User Access Administrator: the roles it may give to managed identities. */
  readonly delegatedRoleIds: readonly RoleId[];
  /** Only with `eligible`. */
  readonly justInTime?: {
    readonly mfa: boolean;
    /** Longest activation, in minutes. Azure's default is 8 hours. */
    readonly maximumMinutes: number;
    readonly approvers: readonly Approver[];
  };
}

/** What a copy says, apart from where it is stored: exactly this is written, and exactly this is reviewed. */
export interface OfferContent {
  readonly managedByTenantId: TenantId;
  /** `registrationDefinitionName`, as written by the provider. */
  readonly name: string;
  readonly description?: string;
  readonly plan?: MarketplacePlan;
  readonly authorizations: readonly Authorization[];
}

/** `provisioningState`, folded: everything that is not an end is `working`. */
export type Provisioning = 'succeeded' | 'working' | 'failed' | 'canceled' | 'deleting';

/** One registrationDefinition. */
export interface OfferCopy extends OfferContent {
  readonly id: CopyId;
  readonly subscriptionId: SubscriptionId;
  /** Name of the managing tenant as the service gives it. */
  readonly managedByTenantName?: string;
  readonly provisioning: Provisioning;
}

/** One registrationAssignment: one scope handed to one offer. */
export interface Delegation {
  readonly id: DelegationId;
  readonly scope: ScopeId;
  /** The copy it refers to; it may live in another subscription. */
  readonly copyId: CopyId;
  readonly provisioning: Provisioning;
  /** ISO 8601, where Azure says. */
  readonly createdAt?: string;
  /** The definition as expanded by Azure: the only source when the copy itself cannot be read. */
  readonly copy?: OfferCopy;
}

/** A key that is the same for every copy of one offer. Made by `offerKey` in offers.ts. */
export type OfferKey = string & { readonly __offerKey: true };

/** One managing tenant and one marketplace plan (or one template name), however many copies of it there are. */
export interface Offer {
  readonly key: OfferKey;
  readonly source: 'marketplace' | 'template';
  readonly managedByTenantId: TenantId;
  /** As the service gives it; absent where it gives none. */
  readonly providerName?: string;
  /** The newest version among the copies: what is shown and delegated. */
  readonly content: OfferContent;
  /** The one to refer to first comes first. None: the offer comes from a template and is not stored in Azure yet. */
  readonly copies: readonly OfferCopy[];
  readonly delegations: readonly Delegation[];
  /** The names that the provider's template computes for what is stored at a scope, where the template is at hand. */
  readonly namesAt?: (scope: ScopeId) => TemplateNames;
}

/** What a template calls what it stores. Both are GUIDs, lower-case. */
export interface TemplateNames {
  /** Of the copy in the scope's subscription. */
  readonly copy: string;
  /** Of the delegation; absent where the template does not delegate this scope. */
  readonly delegation?: string;
}
