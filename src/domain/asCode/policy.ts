import type { ChangeSet } from '../changeSet.ts';
import { armGuid, isGuid, parseCopyId, parseDelegationId } from '../ids.ts';
import type { ScopeId } from '../ids.ts';
import { ownerId } from '../wellKnownRoles.ts';
import { literal, schemas, withTexts } from './arm.ts';
import { definitionOf, type Definition } from './definition.ts';

/** What the policy stores and delegates in a subscription where it finds no copy of the offer. */
export interface PolicyModel {
  /** Of policy and assignment: the same offer always gives the same. */
  readonly name: string;
  /** GUID of the copy, the one that a run would store. */
  readonly copyName: string;
  /** GUID of the delegation, where the provider's template gives one; else made of copy and subscription, as by a run. */
  readonly delegationName?: string;
  readonly content: Definition;
  /** Subscriptions that are delegated already: a policy cannot see that where the copy is in another subscription. */
  readonly leftOut: readonly ScopeId[];
}

/** Why a change set cannot go on as a policy. */
export type NoPolicy =
  /** Azure takes a marketplace offer from a person only. https://learn.microsoft.com/azure/lighthouse/concepts/managed-services-offers */
  | 'marketplace'
  /** It hands over resource groups, and a policy of this kind whole subscriptions: that is more than was reviewed. */
  | 'resourceGroups';

/**
 * The policy that gives subscriptions of a management group what the reviewed ones get; why not where there is none; and
 * `undefined` where the change set is no delegation.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-management-group
 */
export function policyModel({ kind, items, already, offer }: ChangeSet): PolicyModel | NoPolicy | undefined {
  if (kind !== 'delegate' && kind !== 'accept') return undefined;
  if (offer.content.plan) return 'marketplace';
  const delegating = items.flatMap((item) => (item.does === 'delegate' ? [item] : []));
  const whole = delegating.filter(({ scope }) => scope.kind === 'subscription');
  if (whole.length < delegating.length) return 'resourceGroups';
  const [item] = whole;
  const way = item?.ways.find((one) => one.kind === 'copy') ?? item?.ways[0];
  const copy = way && parseCopyId(way.copyId);
  const delegation = way && parseDelegationId(way.delegationId);
  if (!copy || !delegation || !isGuid(copy.name) || !isGuid(delegation.name)) return undefined;
  return {
    name: `lighthouse-${copy.name.slice(0, 8)}`,
    copyName: copy.name,
    ...(delegation.name !== armGuid(copy.id, delegation.scope) && { delegationName: delegation.name }),
    content: definitionOf(offer.content),
    leftOut: already.flatMap(({ scope }) => (scope.kind === 'subscription' ? [scope.id] : [])),
  };
}

/** What is said about the policy, in the language of the person. */
export interface PolicyWords {
  /** Azure takes 128 characters. */
  readonly displayName: string;
  /** Azure takes 512 characters. */
  readonly description: string;
  /** Everything that the person who deploys it has to know. */
  readonly limits: string;
  readonly leftOut: string;
}

const definitions = 'Microsoft.ManagedServices/registrationDefinitions';
const assignments = 'Microsoft.ManagedServices/registrationAssignments';

/**
 * The ARM template for a deployment at a management group: the policy (deployIfNotExists), its assignment with an identity of its
 * own, and that identity's role. Owner is what a delegation asks of whoever writes it.
 * https://learn.microsoft.com/azure/governance/policy/concepts/effect-deploy-if-not-exists,
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-management-group
 */
export function policyTemplate(model: PolicyModel, words: PolicyWords): string {
  const { name, leftOut } = model;
  const policyId = `extensionResourceId(managementGroup().id, 'Microsoft.Authorization/policyDefinitions', '${name}')`;
  const assignmentId = `extensionResourceId(managementGroup().id, 'Microsoft.Authorization/policyAssignments', '${name}')`;
  const roleId = `tenantResourceId('Microsoft.Authorization/roleDefinitions', '${ownerId}')`;
  const shown = { displayName: literal(words.displayName), description: literal(words.description) };
  const template = {
    $schema: schemas.managementGroup,
    contentVersion: '1.0.0.0',
    metadata: { description: literal(words.limits) },
    parameters: {
      leftOut: { type: 'array', defaultValue: leftOut, metadata: { description: literal(words.leftOut) } },
    },
    resources: [
      {
        type: 'Microsoft.Authorization/policyDefinitions',
        apiVersion: '2023-04-01',
        name,
        properties: {
          ...shown,
          policyType: 'Custom',
          mode: 'All',
          metadata: { category: 'Lighthouse', version: '1.0.0' },
          policyRule: rule(model),
        },
      },
      {
        type: 'Microsoft.Authorization/policyAssignments',
        apiVersion: '2023-04-01',
        name,
        location: '[deployment().location]',
        identity: { type: 'SystemAssigned' },
        dependsOn: [`[${policyId}]`],
        properties: { ...shown, policyDefinitionId: `[${policyId}]`, notScopes: "[parameters('leftOut')]" },
      },
      {
        type: 'Microsoft.Authorization/roleAssignments',
        apiVersion: '2022-04-01',
        name: `[guid(managementGroup().id, '${name}', '${ownerId}')]`,
        dependsOn: [`[${assignmentId}]`],
        properties: {
          roleDefinitionId: `[${roleId}]`,
          principalId: `[reference(${assignmentId}, '2023-04-01', 'full').identity.principalId]`,
          principalType: 'ServicePrincipal',
        },
      },
    ],
  };
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

function rule({ content, copyName, delegationName }: PolicyModel) {
  const { managedByTenantId, registrationDefinitionName } = content.properties;
  return {
    if: { field: 'type', equals: 'Microsoft.Resources/subscriptions' },
    then: {
      effect: 'deployIfNotExists',
      details: {
        type: definitions,
        existenceScope: 'Subscription',
        deploymentScope: 'Subscription',
        roleDefinitionIds: [`/providers/Microsoft.Authorization/roleDefinitions/${ownerId}`],
        existenceCondition: {
          allOf: [
            { field: `${definitions}/managedByTenantId`, equals: managedByTenantId },
            { field: `${definitions}/registrationDefinitionName`, equals: later(literal(registrationDefinitionName)) },
          ],
        },
        deployment: {
          location: '[deployment().location]',
          properties: { mode: 'incremental', template: later(subscriptionTemplate(content, copyName, delegationName)) },
        },
      },
    },
  };
}

/** What is deployed in a subscription: the copy, and the delegation of the subscription to it, under the names of a run. */
function subscriptionTemplate({ properties }: Definition, copyName: string, delegationName: string | undefined) {
  const copyId = `subscriptionResourceId('${definitions}', '${copyName}')`;
  return {
    $schema: schemas.subscription,
    contentVersion: '1.0.0.0',
    resources: [
      {
        type: definitions,
        apiVersion: '2022-10-01',
        name: copyName,
        properties: literal(properties),
      },
      {
        type: assignments,
        apiVersion: '2022-10-01',
        name: delegationName ?? `[guid(toLower(${copyId}), toLower(subscription().id))]`,
        dependsOn: [`[${copyId}]`],
        properties: { registrationDefinitionId: `[${copyId}]` },
      },
    ],
  };
}

/**
 * Expressions that are worked out by whoever comes next, and not by the deployment that carries them: a second bracket says so.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
 */
function later(value: unknown): unknown {
  return withTexts(value, (text) => (text.startsWith('[') ? `[${text}` : text));
}
