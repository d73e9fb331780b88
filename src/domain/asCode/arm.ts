import type { Definition } from './definition.ts';
import type { CodeCopy, CodeDelegation, CodeModel } from './model.ts';

const apiVersion = '2022-10-01';
const base = 'https://schema.management.azure.com/schemas/';
/** By where a template is deployed. https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export const schemas = {
  managementGroup: `${base}2019-08-01/managementGroupDeploymentTemplate.json#`,
  subscription: `${base}2018-05-01/subscriptionDeploymentTemplate.json#`,
  resourceGroup: `${base}2019-04-01/deploymentTemplate.json#`,
} as const;

/** What one deployment takes at most. https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices */
export const armLimits = { resources: 800, bytes: 4 * 1024 * 1024 } as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * The ARM template for a deployment at any of its subscriptions, or at a management group above them: nested deployments,
 * copies first, then for each subscription the delegations in it. Names and ids are written out; nothing is computed but the place of the records.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-subscription
 */
export function armTemplate(model: CodeModel, at: 'subscription' | 'managementGroup' = 'subscription'): string {
  const copies = new Map(model.copies.map((copy) => [copy.id, copy]));
  const template = templateOf(
    schemas[at],
    [
      ...model.copies.map((copy) => copyDeployment(copy, model)),
      ...[...bySubscription(model.delegations)].map(([subscriptionId, delegations]) =>
        nested(
          delegationsName(subscriptionId, model),
          { subscriptionId, location: '[deployment().location]' },
          schemas.subscription,
          delegations.map(delegationResource),
          [...new Set(delegations.map(({ copyId }) => copyId))].flatMap((id) => {
            const copy = copies.get(id);
            return copy ? [nestedId(copy.subscriptionId, copyDeploymentName(copy, model))] : [];
          }),
        ),
      ),
    ],
    { fingerprint: model.fingerprint },
  );
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

/** One write of the template. */
export interface ArmWrite {
  /** Of the copy or the delegation. */
  readonly id: string;
  /** The nested deployment that it is part of. */
  readonly within: string;
}

/** Every copy and every delegation that the template writes. */
export function armWrites(model: CodeModel): readonly ArmWrite[] {
  return [
    ...model.copies.map((copy) => ({
      id: copy.id,
      within: nestedId(copy.subscriptionId, copyDeploymentName(copy, model)),
    })),
    ...model.delegations.map(({ id, subscriptionId }) => ({
      id,
      within: nestedId(subscriptionId, delegationsName(subscriptionId, model)),
    })),
  ];
}

/** How many resources a deployment of this model counts, nested deployments among them. */
export function armResources({ copies, delegations }: CodeModel): number {
  const groups = delegations.filter(({ resourceGroup }) => resourceGroup !== undefined).length;
  return 2 * copies.length + bySubscription(delegations).size + delegations.length + groups;
}

/*
 * A deployment keeps the place of its record for good, under its name. The names carry the fingerprint, so that the next
 * change set may keep its records elsewhere. https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-subscription
 */

function delegationsName(subscriptionId: string, { fingerprint, part = 1 }: CodeModel): string {
  return `lighthouse-${subscriptionId}-${fingerprint.slice(0, 12)}${part > 1 ? `-${part}` : ''}`;
}

function copyDeploymentName({ name }: CodeCopy, { fingerprint }: CodeModel): string {
  return `lighthouse-copy-${name}-${fingerprint.slice(0, 8)}`;
}

function nestedId(subscriptionId: string, name: string): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Resources/deployments/${name}`;
}

function bySubscription(delegations: readonly CodeDelegation[]): ReadonlyMap<string, readonly CodeDelegation[]> {
  const found = new Map<string, CodeDelegation[]>();
  for (const delegation of delegations) {
    const { subscriptionId } = delegation;
    const here = found.get(subscriptionId) ?? [];
    found.set(subscriptionId, here);
    here.push(delegation);
  }
  return found;
}

function copyDeployment(copy: CodeCopy, model: CodeModel): Json {
  const { name, subscriptionId, content } = copy;
  const { plan, properties } = model.contents[content] as Definition;
  return nested(
    copyDeploymentName(copy, model),
    { subscriptionId, location: '[deployment().location]' },
    schemas.subscription,
    [
      {
        type: 'Microsoft.ManagedServices/registrationDefinitions',
        apiVersion,
        name,
        ...(plan && { plan: literal(plan) }),
        properties: literal(properties),
      },
    ],
  );
}

function delegationResource({ name, resourceGroup, copyId }: CodeDelegation): Json {
  const resource = {
    type: 'Microsoft.ManagedServices/registrationAssignments',
    apiVersion,
    name,
    properties: { registrationDefinitionId: copyId },
  };
  return resourceGroup === undefined
    ? resource
    : nested(`lighthouse-delegation-${name}`, { resourceGroup }, schemas.resourceGroup, [resource]);
}

function nested(name: string, at: Json, schema: string, resources: readonly Json[], dependsOn: readonly string[] = []) {
  return {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name,
    ...at,
    ...(dependsOn.length > 0 && { dependsOn }),
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'inner' },
      template: templateOf(schema, resources),
    },
  };
}

function templateOf($schema: string, resources: readonly Json[], metadata?: Json): Json {
  return { $schema, contentVersion: '1.0.0.0', ...(metadata && { metadata }), resources };
}

/**
 * A value that ARM takes as it stands. A text that begins with a bracket could be read as an expression, so it is given as
 * one: a text in quotes, and nothing else.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function literal(value: unknown): unknown {
  return withTexts(value, (text) => (text.startsWith('[') ? `[concat('${text.replaceAll("'", "''")}')]` : text));
}

/** The same value with every text in it changed. */
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  return JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
    typeof member === 'string' ? change(member) : member,
  );
}
