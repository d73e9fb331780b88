import { createResourceGraph } from '@azure/arm-resourcegraph/api';
import { createResourceManagement } from '@azure/arm-resources/api';
import { get as getProvider } from '@azure/arm-resources/api/providers';
import { list as listResourceGroups } from '@azure/arm-resources/api/resourceGroups';
import { createSubscription } from '@azure/arm-resources-subscriptions/api';
import { list as listTenants } from '@azure/arm-resources-subscriptions/api/tenants';
import { createDeployments } from '@azure/arm-resourcesdeployments/api';
import { getClient } from '@azure-rest/core-client';
import type { HandedOver, HandOver, Region } from '../domain/asCode/handOver.ts';
import type { ActivityLog } from '../domain/activity.ts';
import type { CatalogOffer } from '../domain/catalogOffer.ts';
import type { Activation, ActivationRequest, ActivationRules, EligibleRole } from '../domain/activation.ts';
import type { AllowList, Denial, Estate, HeldRole, Owner, ResourceGroups, RoleDefinition } from '../domain/estate.ts';
import {
  principalId,
  subscriptionScope,
  type RoleId,
  type ScopeId,
  type SubscriptionId,
  type TenantId,
} from '../domain/ids.ts';
import type { GuardrailOutcome, Guardrails, PlannedGuardrail } from '../domain/guardrail.ts';
import type { Delegation, OfferCopy } from '../domain/offer.ts';
import type { Permission } from '../domain/permissions.ts';
import type { PlanIdentifier } from '../domain/planIdentifier.ts';
import type { CallIds, DelegationPort, RegistrationState } from '../domain/port.ts';
import type { ResourceGroup, Tenant } from '../domain/scope.ts';
import { readActivationRules, readActivations, requestActivation } from './access/activation.ts';
import { readActivityLog } from './access/activityLog.ts';
import { allowListsFromArm, allowListsFromGraph } from './access/allowLists.ts';
import { readDenials } from './access/denials.ts';
import { readPermissions } from './access/permissions.ts';
import { assignGuardrail } from './access/guardrails.ts';
import { createReader } from './access/reader.ts';
import { readEligibleRoles, readMyRoleAssignments, readOwners, readRoleDefinitions } from './access/roles.ts';
import { readCatalog } from './catalog.ts';
import { collect, reading } from './collect.ts';
import {
  cancelHandedOver,
  deploymentsVersion,
  handOver,
  readHandedOver,
  readRegions,
  type FailedOperations,
} from './deployments.ts';
import { readEstate } from './estate/estate.ts';
import { readResourceGroups } from './estate/resourceGroups.ts';
import { readCopies, readDelegations } from './estate/managedServices.ts';
import type { OnProgress } from './estate/progress.ts';
import { createManagedServices } from './managedServices/context.ts';
import { orAnotherWay } from './otherWay.ts';
import { createClientOptions, type PipelineSetup } from './pipeline/pipeline.ts';
import { createPort } from './port.ts';
import { allowListPolicy, auditPolicy } from './shapes/policies.ts';
import { toRegistrationState } from './shapes/registration.ts';
import { toResourceGroup, toTenant } from './shapes/scopes.ts';

/**
 * Azure, as one signed-in person sees it. Everything rejects with a `ProblemError`; an aborted reading with `stopped`.
 */
export interface Azure {
  /** The tenants this person has an account in. */
  tenants(signal: AbortSignal): Promise<readonly Tenant[]>;
  /** Subscriptions, copies of offers and delegations of the tenant. Resource Graph first, plain listings where it refuses. */
  estate(signal: AbortSignal, onProgress?: OnProgress): Promise<Estate>;
  resourceGroups(subscription: SubscriptionId, signal: AbortSignal): Promise<readonly ResourceGroup[]>;
  /**
   * Those of many subscriptions, the way the estate is read.
   * @param listIn how those of one are read where Resource Graph refuses: what was read before need not be read again
   */
  allResourceGroups(
    subscriptions: readonly SubscriptionId[],
    listIn: (subscription: SubscriptionId) => Promise<readonly ResourceGroup[]>,
    signal: AbortSignal,
  ): Promise<ResourceGroups>;
  /** State of Microsoft.ManagedServices. */
  registration(subscription: SubscriptionId, signal: AbortSignal): Promise<RegistrationState>;
  permissions(scope: ScopeId, signal: AbortSignal): Promise<readonly Permission[]>;
  /** Deny assignments that apply to this person here. */
  denials(scope: ScopeId, signal: AbortSignal): Promise<readonly Denial[]>;
  /** This person's own role assignments at and above the scope or management group, those of groups included. */
  myRoleAssignments(scope: string, signal: AbortSignal): Promise<readonly HeldRole[]>;
  /** Roles this person could activate, over the whole tenant. */
  eligibleRoles(signal: AbortSignal): Promise<readonly EligibleRole[]>;
  /** What activating a role at its scope asks for. */
  activationRules(scope: string, role: RoleId, signal: AbortSignal): Promise<ActivationRules>;
  /** What this person has activated, and asked to activate, over the whole tenant. */
  activations(signal: AbortSignal): Promise<readonly Activation[]>;
  requestActivation(asked: ActivationRequest): Promise<void>;
  /** Assignments, on or above these subscriptions, of the built-in policy that allows only listed managing tenants. */
  allowLists(subscriptions: readonly SubscriptionId[], signal: AbortSignal): Promise<readonly AllowList[]>;
  /** Assignments of both built-in policies about delegations, on, above and below these subscriptions. */
  guardrails(subscriptions: readonly SubscriptionId[], signal: AbortSignal): Promise<Guardrails>;
  /** Assigns a policy as planned and reads it back; never replaces what is there. */
  assignGuardrail(planned: PlannedGuardrail): Promise<GuardrailOutcome>;
  /** The activity log of a subscription between two instants (ISO 8601), at most 90 days back. */
  activityLog(
    subscription: SubscriptionId,
    period: { readonly from: string; readonly to: string },
    signal: AbortSignal,
  ): Promise<ActivityLog>;
  /** Who holds Owner at this subscription, from there or from above. */
  owners(subscription: SubscriptionId, signal: AbortSignal): Promise<readonly Owner[]>;
  /** Roles that Azure does not know are left out. */
  roleDefinitions(ids: readonly RoleId[], signal: AbortSignal): Promise<readonly RoleDefinition[]>;
  /** Every published version of a plan, as seen from the tenant or from a subscription. */
  catalog(
    plan: PlanIdentifier,
    from: SubscriptionId | undefined,
    signal: AbortSignal,
  ): Promise<readonly CatalogOffer[]>;
  registerProvider(subscription: SubscriptionId, ids: CallIds): Promise<RegistrationState>;
  /** Read directly, never from Resource Graph: what was just written shows here first. */
  readCopies(subscription: SubscriptionId, signal: AbortSignal): Promise<readonly OfferCopy[]>;
  /** The same for delegations, with their copies; at a subscription those of its resource groups too. */
  readDelegations(scope: ScopeId, signal: AbortSignal): Promise<readonly Delegation[]>;
  /** Hands a change set to Azure's own deployment engine; it goes on there, whatever becomes of this tab. */
  handOver(deployment: Pick<HandOver, 'id' | 'location' | 'template'>, signal: AbortSignal): Promise<void>;
  /** How it stands, by its id; `undefined`: Azure has none (404). */
  handedOver(id: string, signal: AbortSignal): Promise<HandedOver | undefined>;
  /** Begins nothing more of it; what is being written may still arrive. */
  cancelHandedOver(id: string): Promise<void>;
  /** The regions this subscription may use. */
  regions(subscription: SubscriptionId, signal: AbortSignal): Promise<readonly Region[]>;
  readonly port: DelegationPort;
}

export interface AzureOptions extends PipelineSetup {
  readonly tenantId: TenantId;
  /** The person's object id in this tenant: deny and role assignments are looked up by it. */
  readonly objectId: string;
}

/** Joins the clients, all on one pipeline, into what the app knows of Azure. */
export function createAzure(options: AzureOptions): Azure {
  const { credential, tenantId } = options;
  const person = principalId(options.objectId);
  const clients = createClientOptions(options);
  const subscriptions = createSubscription(credential, clients);
  const graph = createResourceGraph(credential, '', clients);
  const managedServices = createManagedServices(credential, clients);
  const reader = createReader(getClient(clients.endpoint, credential, clients));
  const resources = (subscription: SubscriptionId) => createResourceManagement(credential, subscription, clients);
  const deployments = createDeployments(credential, '', { ...clients, apiVersion: deploymentsVersion });
  const failedOperations: FailedOperations = new Map();
  const port = createPort({ managedServices, resources });

  const assignmentsOf = (policy: string, chosen: readonly SubscriptionId[], signal: AbortSignal) =>
    orAnotherWay(allowListsFromGraph(graph, chosen, policy, signal), () =>
      reading(allowListsFromArm(reader, chosen, policy, signal)),
    );

  return {
    async tenants(signal) {
      const found = await collect(listTenants(subscriptions, { abortSignal: signal }), signal);
      return found.flatMap((each) => toTenant(each) ?? []);
    },
    estate: (signal, onProgress) =>
      readEstate({ subscriptions, graph, managedServices, reader, tenantId }, signal, onProgress),
    async resourceGroups(subscription, signal) {
      const found = await collect(listResourceGroups(resources(subscription), { abortSignal: signal }), signal);
      return found.flatMap((each) => toResourceGroup(each) ?? []);
    },
    allResourceGroups: (chosen, listIn, signal) => readResourceGroups({ graph, listIn }, chosen, signal),
    async registration(subscription, signal) {
      const asked = getProvider(resources(subscription), 'Microsoft.ManagedServices', { abortSignal: signal });
      return toRegistrationState((await reading(asked)).registrationState);
    },
    permissions: (scope, signal) => reading(readPermissions(reader, scope, signal)),
    denials: (scope, signal) => reading(readDenials(reader, scope, person, signal)),
    myRoleAssignments: (scope, signal) => reading(readMyRoleAssignments(reader, scope, person, signal)),
    eligibleRoles: (signal) => reading(readEligibleRoles(reader, signal)),
    activationRules: (scope, role, signal) => reading(readActivationRules(reader, scope, role, signal)),
    activations: (signal) => reading(readActivations(reader, signal)),
    requestActivation: (asked) => reading(requestActivation(reader, asked, person, options.surroundings.now())),
    allowLists: (chosen, signal) => assignmentsOf(allowListPolicy, chosen, signal),
    async guardrails(chosen, signal) {
      const [allow, audit] = await Promise.all(
        [allowListPolicy, auditPolicy].map((policy) => assignmentsOf(policy, chosen, signal)),
      );
      return { allow: allow ?? [], audit: audit ?? [] };
    },
    assignGuardrail: (planned) => reading(assignGuardrail(reader, planned)),
    activityLog: (subscription, period, signal) => reading(readActivityLog(reader, subscription, period, signal)),
    owners: (subscription, signal) => reading(readOwners(reader, subscriptionScope(subscription), signal)),
    roleDefinitions: (ids, signal) => reading(readRoleDefinitions(reader, ids, signal)),
    catalog: (plan, from, signal) => readCatalog(managedServices, plan, from, signal),
    registerProvider: (subscription, ids) => port.register(subscription, ids),
    readCopies: (subscription, signal) => readCopies(managedServices, subscription, signal),
    readDelegations: (scope, signal) => readDelegations(managedServices, scope, signal),
    handOver: (deployment, signal) => reading(handOver(deployments, deployment, signal)),
    handedOver: (id, signal) => reading(readHandedOver(deployments, id, failedOperations, signal)),
    cancelHandedOver: (id) => reading(cancelHandedOver(deployments, id)),
    regions: (subscription, signal) => reading(readRegions(subscriptions, subscription, signal)),
    port,
  };
}
