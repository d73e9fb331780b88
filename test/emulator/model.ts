/**
 * The tables of the emulated Azure. Plain data: every rule about it lives in `arm/`, `entra/` and `graph/`.
 *
 * Ids are kept as Azure keeps them: GUIDs lower-case, scopes as `/subscriptions/{id}[/resourceGroups/{name}]`,
 * management groups as `/providers/Microsoft.Management/managementGroups/{name}`, the root of everything as `/`.
 * Times are milliseconds of the world's own clock.
 */

export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly countryCode: string;
}

export type PrincipalType = 'User' | 'Group' | 'ServicePrincipal';

/** A user, group or service principal of one tenant. A guest is a second principal of the same person. */
export interface Principal {
  readonly id: string;
  readonly tenantId: string;
  readonly type: PrincipalType;
  readonly displayName: string;
  readonly userPrincipalName?: string;
  /** `Guest` sets the `acct` claim to 1 (Entra: optional claim acct). */
  readonly userType?: 'Member' | 'Guest';
  /** Object ids of the groups that hold this principal (flat: transitive membership is written out). */
  readonly memberOf?: readonly string[];
}

/** A person who can sign in: one account, one principal per tenant. */
export interface Persona {
  /** The name used by the control endpoints and tests: `owner`, `guestOwner`, ... */
  readonly name: string;
  readonly account: string;
  readonly displayName: string;
  /** Shown in the account picker: who this is and what to expect in the app. */
  readonly about: { readonly en: string; readonly ko: string };
  readonly homeTenantId: string;
  /** Object id by tenant. The home tenant is always there, even where nothing else uses it. */
  readonly objectIds: Readonly<Record<string, string>>;
  /** What the sign-in answers for this person beyond tokens. */
  readonly signIn?: {
    readonly consent?: 'needed';
    readonly mfa?: 'atWrite' | 'atSignIn';
    readonly acctClaim?: 'omitted';
  };
}

export interface ServicePrincipalLogin {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
  readonly objectId: string;
}

export interface ManagementGroup {
  readonly name: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly parent?: string;
}

export type SubscriptionState = 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted';
export type RegistrationState = 'NotRegistered' | 'Registering' | 'Registered' | 'Unregistering' | 'Unregistered';

export interface Subscription {
  readonly subscriptionId: string;
  readonly tenantId: string;
  displayName: string;
  state: SubscriptionState;
  readonly quotaId: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Name of the management group that holds it. */
  readonly managementGroup: string;
  /** Tenants listed in `managedByTenants` for reasons other than Lighthouse (Databricks, managed applications). */
  readonly otherManagingTenants?: readonly string[];
  /** Registration of Microsoft.ManagedServices; `Registering` turns `Registered` at `registeredAt`. */
  registration: RegistrationState;
  registeredAt?: number;
}

export interface ResourceGroup {
  readonly subscriptionId: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly managedBy?: string;
}

export interface RolePermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

export interface RoleDefinition {
  readonly name: string;
  readonly roleName: string;
  readonly type: 'BuiltInRole' | 'CustomRole';
  readonly description: string;
  readonly permissions: readonly RolePermission[];
  readonly assignableScopes: readonly string[];
}

export interface RoleAssignment {
  readonly name: string;
  readonly scope: string;
  readonly principalId: string;
  readonly principalType: PrincipalType;
  /** The GUID of the role definition. */
  readonly role: string;
  readonly condition?: string;
}

export interface DenyAssignment {
  readonly name: string;
  readonly displayName: string;
  readonly scope: string;
  readonly permissions: readonly RolePermission[];
  /** `00000000-0000-0000-0000-000000000000` (type SystemDefined) means everyone. */
  readonly principals: readonly { readonly id: string; readonly type: string }[];
  readonly excludePrincipals: readonly { readonly id: string; readonly type: string }[];
  readonly doNotApplyToChildScopes: boolean;
}

/** A role that a person could activate through PIM. */
export interface RoleEligibility {
  readonly name: string;
  readonly scope: string;
  readonly principalId: string;
  readonly role: string;
  readonly startsAt: number;
  readonly endsAt?: number;
}

/** A role that somebody asked to hold for a while. */
export interface RoleActivation {
  readonly name: string;
  readonly scope: string;
  readonly principalId: string;
  readonly role: string;
  /** The name of the eligibility it rests on. */
  readonly eligibility: string;
  status: 'PendingApproval' | 'Provisioned' | 'AdminDenied' | 'Canceled' | 'Failed';
  readonly createdAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly justification?: string;
  readonly ticketNumber?: string;
  readonly ticketSystem?: string;
}

/** What activating a role at a scope asks for. */
export interface ActivationRules {
  /** ISO 8601 */
  readonly maximumDuration: string;
  readonly justification?: boolean;
  readonly ticket?: boolean;
  readonly mfa?: boolean;
  readonly approval?: boolean;
  /** The authentication context that the token has to prove: `c1`. */
  readonly authenticationContext?: string;
}

/** One line of the activity log. */
export interface ActivityEntry {
  readonly id: string;
  readonly at: number;
  /** The subscription or resource group it happened in. */
  readonly scope: string;
  readonly resourceId: string;
  readonly operation: string;
  readonly status: string;
  readonly correlationId: string;
  /** Absent, with the claims, where Azure itself acted. */
  readonly caller?: string;
  readonly claims?: Readonly<Record<string, string>>;
}

export interface PolicyAssignment {
  readonly name: string;
  readonly displayName: string;
  readonly scope: string;
  /** `/providers/Microsoft.Authorization/policyDefinitions/{guid}` */
  readonly policyDefinitionId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly enforcementMode?: 'Default' | 'DoNotEnforce';
}

export interface Plan {
  readonly name: string;
  readonly publisher: string;
  readonly product: string;
  readonly version: string;
}

/** Body parts as the client sent them: echoed, never tidied (research: ids are echoed as sent). */
export interface Authorization {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
  readonly roleDefinitionId: string;
  readonly delegatedRoleDefinitionIds?: readonly string[];
}

export interface EligibleAuthorization {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
  readonly roleDefinitionId: string;
  readonly justInTimeAccessPolicy?: {
    readonly multiFactorAuthProvider?: 'Azure' | 'None';
    readonly maximumActivationDuration?: string;
    readonly managedByTenantApprovers?: readonly {
      readonly principalId: string;
      readonly principalIdDisplayName?: string;
    }[];
  };
}

export interface SystemData {
  readonly createdBy: string;
  readonly createdByType: 'User' | 'Application';
  readonly createdAt: number;
  lastModifiedBy: string;
  lastModifiedByType: 'User' | 'Application';
  lastModifiedAt: number;
}

/** State of a resource that may still be settling: `provisioningState` turns `then` at `settlesAt`. */
export interface Provisioning {
  state: string;
  settlesAt?: number;
  then?: string;
  /** Error of a failed operation, as `operationStatuses` shows it. */
  error?: { readonly code: string; readonly message: string };
}

export interface RegistrationDefinition {
  /** Lower-case subscription id and GUID: together the key. */
  readonly subscriptionId: string;
  readonly name: string;
  properties: {
    registrationDefinitionName?: string;
    description?: string;
    managedByTenantId: string;
    authorizations: readonly Authorization[];
    eligibleAuthorizations?: readonly EligibleAuthorization[];
  };
  plan?: Plan;
  provisioning: Provisioning;
  systemData: SystemData;
}

export interface RegistrationAssignment {
  /** `/subscriptions/{id}` or `/subscriptions/{id}/resourceGroups/{name}`, case as the world knows it. */
  readonly scope: string;
  readonly name: string;
  /** Echoed exactly as sent: may lack the leading slash or use odd case. */
  registrationDefinitionId: string;
  provisioning: Provisioning;
  /** Set by DELETE: from then on the resource is `Deleting`, gone for GET at `goneAt`. */
  goneAt?: number;
  systemData: SystemData;
}

/** What the marketplace publishes: every version of every plan. */
export interface CatalogOffer {
  readonly plan: Plan;
  readonly managedByTenantId: string;
  readonly offerDisplayName: string;
  readonly publisherDisplayName: string;
  readonly planDisplayName: string;
  readonly authorizations: readonly Authorization[];
  readonly eligibleAuthorizations?: readonly EligibleAuthorization[];
  /** A private plan is visible to these subscriptions only. */
  readonly privateTo?: readonly string[];
}

/** Access of one delegation that the removal of another one takes, from `at` on: see arm/managedServices/lostAccess.ts. */
export interface LostAccess {
  /** Key in `assignments`. */
  readonly assignment: string;
  readonly principalId: string;
  readonly roleDefinitionId: string;
  readonly at: number;
  /** The definition was written again after that: half of getting it back. */
  definitionWritten: boolean;
}

/** A long-running operation, found again by the `operationStatuses` URL. It finishes by time, not by being asked. */
export interface Operation {
  readonly id: string;
  readonly subscriptionId: string;
  readonly resourceId: string;
  readonly job:
    | 'RegistrationDefinitionProvisioningJob'
    | 'RegistrationAssignmentProvisioningJob'
    | 'RegistrationAssignmentDeprovisioningJob';
  readonly startedAt: number;
  readonly endsAt: number;
  readonly outcome: 'Succeeded' | 'Failed' | 'Canceled';
  readonly error?: { readonly code: string; readonly message: string };
}

/** Things nobody could verify about the real service: each is a switch, and flows run with both positions. */
export interface Switches {
  /** An assignment may refer to a definition in another subscription (domain.md C4). */
  crossSubscriptionReferences: 'allowed' | 'refused';
  /** A resource group under a subscription delegated to the same definition may be delegated too (C6). */
  resourceGroupUnderDelegatedSubscription: 'allowed' | 'refused';
  /** Guests may write delegations (C10). */
  guests: 'allowed' | 'refused';
  /** `Retry-After`, `Location`, `Azure-AsyncOperation`, `WWW-Authenticate`, ... readable by a browser (C8). */
  exposedHeaders: 'all' | 'none';
  /** Resource Graph answers, or refuses with 403 as where a tenant has switched it off. */
  resourceGraph: 'available' | 'refused';
  /** A definition with a marketplace plan may be written by anybody's program, not by the portal alone (A4). */
  acceptanceOutsidePortal: 'allowed' | 'refused';
  /** People may give an app the permissions that need no administrator, or their tenant does not let them. */
  userConsent: 'allowed' | 'refused';
}

/** How long things take. Changes when things finish, never what is answered. All in milliseconds. */
export interface Timing {
  readonly registration: number;
  readonly definitionUpdate: number;
  readonly assignmentPut: number;
  readonly assignmentDelete: number;
  /** How long GET still returns a deleted assignment after its operation ended. */
  readonly deleteLinger: number;
  /** How far Resource Graph lags behind writes. */
  readonly resourceGraphLag: number;
}

/** Everything one world holds. `worlds/` builds it; `reset` throws it away and builds it again. */
export interface World {
  readonly name: string;
  readonly seed: number;
  readonly customerTenantId: string;
  readonly tenants: readonly Tenant[];
  readonly principals: readonly Principal[];
  readonly personas: readonly Persona[];
  readonly automation: ServicePrincipalLogin;
  /** Permissions of Microsoft Graph that people gave the app: `{tenant}/{persona}/{permission}`, lower-case. */
  readonly consents: Set<string>;
  readonly managementGroups: ManagementGroup[];
  /** By lower-case subscription id. */
  readonly subscriptions: Map<string, Subscription>;
  /** By lower-case subscription id, then by lower-case group name. */
  readonly resourceGroups: Map<string, Map<string, ResourceGroup>>;
  readonly roleDefinitions: readonly RoleDefinition[];
  readonly roleAssignments: RoleAssignment[];
  readonly denyAssignments: DenyAssignment[];
  readonly roleEligibilities: RoleEligibility[];
  readonly roleActivations: RoleActivation[];
  /** By `{scope}|{role}`, lower-case; what is not here asks for a reason and allows eight hours. */
  readonly activationRules: Map<string, ActivationRules>;
  readonly policyAssignments: PolicyAssignment[];
  readonly activity: ActivityEntry[];
  /** By `{subscriptionId}/{guid}`, lower-case. */
  readonly definitions: Map<string, RegistrationDefinition>;
  /** By `{scope}/{guid}`, lower-case. */
  readonly assignments: Map<string, RegistrationAssignment>;
  readonly lostAccess: LostAccess[];
  readonly catalog: CatalogOffer[];
  readonly operations: Map<string, Operation>;
  readonly switches: Switches;
  /** Items per page of every list; small by default so that paging is always exercised. */
  pageSize: number;
}
