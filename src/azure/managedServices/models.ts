/** Shapes of Microsoft.ManagedServices, api-version 2022-10-01. https://learn.microsoft.com/rest/api/managedservices */

export interface SystemData {
  readonly createdBy?: string;
  readonly createdByType?: string;
  readonly createdAt?: Date;
  readonly lastModifiedBy?: string;
  readonly lastModifiedByType?: string;
  readonly lastModifiedAt?: Date;
}

export interface Plan {
  readonly name: string;
  readonly publisher: string;
  readonly product: string;
  readonly version: string;
}

export interface Authorization {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
  /** A bare GUID. */
  readonly roleDefinitionId: string;
  readonly delegatedRoleDefinitionIds?: readonly string[];
}

export interface EligibleApprover {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
}

export interface JustInTimeAccessPolicy {
  /** `Azure` or `None`. */
  readonly multiFactorAuthProvider: string;
  /** ISO 8601 duration; the service's default is PT8H. */
  readonly maximumActivationDuration?: string;
  readonly managedByTenantApprovers?: readonly EligibleApprover[];
}

export interface EligibleAuthorization {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
  readonly roleDefinitionId: string;
  readonly justInTimeAccessPolicy?: JustInTimeAccessPolicy;
}

export interface RegistrationDefinitionProperties {
  readonly registrationDefinitionName?: string;
  readonly description?: string;
  readonly managedByTenantId: string;
  readonly authorizations: readonly Authorization[];
  readonly eligibleAuthorizations?: readonly EligibleAuthorization[];
  /** Read only, as are all that follow. */
  readonly provisioningState?: string;
  readonly manageeTenantId?: string;
  readonly manageeTenantName?: string;
  readonly managedByTenantName?: string;
}

interface Resource {
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
}

export interface RegistrationDefinition extends Resource {
  readonly properties?: RegistrationDefinitionProperties;
  readonly plan?: Plan;
  readonly systemData?: SystemData;
}

export interface RegistrationAssignmentProperties {
  readonly registrationDefinitionId: string;
  /** Read only. */
  readonly provisioningState?: string;
  /** Read only, and only when it was asked for. */
  readonly registrationDefinition?: RegistrationDefinition;
}

export interface RegistrationAssignment extends Resource {
  readonly properties?: RegistrationAssignmentProperties;
  readonly systemData?: SystemData;
}

export interface MarketplaceRegistrationDefinitionProperties {
  readonly managedByTenantId: string;
  readonly authorizations: readonly Authorization[];
  readonly eligibleAuthorizations?: readonly EligibleAuthorization[];
  readonly offerDisplayName?: string;
  readonly publisherDisplayName?: string;
  readonly planDisplayName?: string;
}

export interface MarketplaceRegistrationDefinition extends Resource {
  readonly properties?: MarketplaceRegistrationDefinitionProperties;
  readonly plan?: Plan;
}

export interface Operation {
  readonly name?: string;
  readonly display?: {
    readonly provider?: string;
    readonly resource?: string;
    readonly operation?: string;
    readonly description?: string;
  };
}
