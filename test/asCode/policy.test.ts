import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../src/domain/asCode/definition.ts';
import { policyModel, policyTemplate, type PolicyModel } from '../../src/domain/asCode/policy.ts';
import { policyFiles } from '../../src/domain/asCode/policyFiles.ts';
import { itemsDoing, type ChangeSet } from '../../src/domain/changeSet.ts';
import { makeChangeSet } from '../../src/domain/makeChangeSet.ts';
import type { OfferContent } from '../../src/domain/offer.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { readTemplate } from '../../src/domain/template/readTemplate.ts';
import { loadCatalog } from '../../src/text/catalogs.ts';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../domain/offers.ts';
import { evaluated } from './deployed.ts';
import { hostileContent, hostileText } from './hostile.ts';
import { notUnderstood } from './parsers.ts';
import { long } from '../long.ts';

const words = { displayName: 'Delegate', description: 'What it does', limits: 'What it cannot', leftOut: 'Not these' };
const { plan: _, ...plain } = content();

function delegating(
  of: OfferContent = plain,
  chosen: readonly Scope[] = [subscription(2), subscription(3)],
): ChangeSet {
  return makeChangeSet({
    tenantId: customer,
    actor: owner,
    offer: offer([copyIn(1, of)]),
    chosen: chosen.map((scope) => ({ scope, registration: 'registered' as const, blockers: [] })),
    now: 0,
  });
}

const modelOf = (of?: OfferContent) => policyModel(delegating(of)) as PolicyModel;

type Json = Readonly<Record<string, unknown>>;
interface Details {
  readonly existenceCondition: { readonly allOf: readonly Json[] };
  readonly deployment: { readonly properties: { readonly template: Json } };
}

/**
 * What the deployment at the management group hands on: a bracket that stands twice stands once. It works out nothing by itself
 * but its own place: everything else would be taken for the management group.
 */
function handedOn(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('[') && !value.endsWith(']')) throw new Error(`Neither a text nor an expression: ${value}`);
    if (/^\[(?!\[|deployment\(\)\.location\])/.test(value)) throw new Error(`Worked out too early: ${value}`);
    return value.startsWith('[[') ? value.slice(1) : value;
  }
  if (Array.isArray(value)) return value.map(handedOn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, handedOn(member)]));
}

interface Rule {
  readonly if: Json;
  readonly then: { readonly details: Json };
}

function ruleOf(template: string): Rule {
  const { resources } = JSON.parse(template) as { readonly resources: readonly Json[] };
  const [{ properties }] = resources as readonly [{ readonly properties: { readonly policyRule: Rule } }];
  return properties.policyRule;
}

function detailsOf(template: string): Details {
  return handedOn(ruleOf(template).then.details) as Details;
}

describe('the policy for subscriptions to come', () => {
  it('stores the reviewed offer, whatever a provider wrote in it, under the ids of a run', () => {
    fc.assert(
      fc.property(hostileContent, (hostile) => {
        const { plan: __, ...of } = hostile;
        const { existenceCondition, deployment } = detailsOf(policyTemplate(modelOf(of), words));
        const { template } = deployment.properties;
        const [stored] = template['resources'] as readonly Json[];
        expect(evaluated(stored?.['properties'])).toEqual(definitionOf(of).properties);
        expect(existenceCondition.allOf.map(({ equals }) => evaluated(equals))).toEqual([
          of.managedByTenantId,
          of.name,
        ]);
      }),
    );
  });

  it('is for subscriptions, delegates only once the copy is there, and under the names that the template gives', () => {
    const given = { ...modelOf(), delegationName: 'dddddddd-0000-4000-8000-000000000007' };
    const text = policyTemplate(given, words);
    expect(ruleOf(text).if).toEqual({ field: 'type', equals: 'Microsoft.Resources/subscriptions' });
    const [copy, delegation] = detailsOf(text).deployment.properties.template['resources'] as readonly Json[];
    expect(copy?.['name']).toBe(given.copyName);
    expect(delegation?.['name']).toBe(given.delegationName);
    const copyId = `[subscriptionResourceId('Microsoft.ManagedServices/registrationDefinitions', '${given.copyName}')]`;
    expect(delegation).toMatchObject({ dependsOn: [copyId], properties: { registrationDefinitionId: copyId } });
  });

  it('says in Azure what it is for, in the words of the person', () => {
    const { metadata, parameters, resources } = JSON.parse(policyTemplate(modelOf(), words)) as {
      readonly metadata: Json;
      readonly parameters: Json;
      readonly resources: readonly { readonly properties: Json }[];
    };
    const shown = { displayName: words.displayName, description: words.description };
    expect(resources.slice(0, 2).map(({ properties }) => properties)).toMatchObject([
      { ...shown, metadata: { category: 'Lighthouse', version: '1.0.0' } },
      shown,
    ]);
    expect([metadata, parameters]).toMatchObject([
      { description: words.limits },
      { leftOut: { metadata: { description: words.leftOut } } },
    ]);
  });

  it('is read by the app itself as a template of that offer, with the names of a run at every subscription', () => {
    const { template } = detailsOf(policyTemplate(modelOf(), words)).deployment.properties;
    const reading = readTemplate({ template: JSON.stringify(template), answers: {}, tenantId: customer });
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    const [read] = reading.offers;
    expect(read.content).toEqual(plain);
    for (const { scope, ways } of itemsDoing(delegating(), 'delegate')) {
      const way = ways.find(({ kind }) => kind === 'copy');
      const { copy, delegation } = read.namesAt(scope.id);
      expect([way?.copyId.split('/').at(-1), way?.delegationId.split('/').at(-1)]).toEqual([copy, delegation]);
    }
  });

  it('is assigned with an identity that holds what the policy asks for, and leaves out what is delegated', () => {
    const changeSet = { ...delegating(), already: [{ scope: subscription(5), copyId: copyIn(1).id }] };
    const text = policyTemplate(policyModel(changeSet) as PolicyModel, words);
    const { $schema, parameters, resources } = JSON.parse(text) as {
      readonly $schema: string;
      readonly parameters: Json;
      readonly resources: readonly (Json & { readonly type: string })[];
    };
    expect($schema).toContain('managementGroupDeploymentTemplate');
    expect(parameters).toMatchObject({ leftOut: { type: 'array', defaultValue: [subscription(5).id] } });
    const [policy, assignment, role] = resources;
    expect(resources.map(({ type }) => type.split('/')[1])).toEqual([
      'policyDefinitions',
      'policyAssignments',
      'roleAssignments',
    ]);
    // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftauthorization
    expect(String(assignment?.['name']).length).toBeLessThanOrEqual(24);
    expect(assignment).toMatchObject({
      identity: { type: 'SystemAssigned' },
      location: '[deployment().location]',
      properties: { notScopes: "[parameters('leftOut')]" },
    });
    const owned = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
    expect(JSON.stringify(policy)).toContain(
      `"roleDefinitionIds":["/providers/Microsoft.Authorization/roleDefinitions/${owned}"]`,
    );
    const assigned = `extensionResourceId(managementGroup().id, 'Microsoft.Authorization/policyAssignments', '${String(policy?.['name'])}')`;
    expect(role?.['properties']).toEqual({
      roleDefinitionId: `[tenantResourceId('Microsoft.Authorization/roleDefinitions', '${owned}')]`,
      principalId: `[reference(${assigned}, '2023-04-01', 'full').identity.principalId]`,
      principalType: 'ServicePrincipal',
    });
    expect([assignment?.['dependsOn'], role?.['dependsOn']].flat()).toHaveLength(2);
  });

  it('is no more than was reviewed, and nothing that Azure wants from a person', () => {
    expect(policyModel(delegating(content()))).toBe('marketplace');
    expect(policyModel(delegating(plain, [subscription(2), resourceGroup(3, 'rg')]))).toBe('resourceGroups');
    expect(policyModel({ ...delegating(), kind: 'remove', items: [] })).toBeUndefined();
  });

  const commands = (of: OfferContent) => policyFiles(modelOf(of), customer, words).slice(1);

  it('comes with commands that deploy it, in the tenant of the review', () => {
    const model = modelOf();
    const [policy, ...others] = policyFiles(model, customer, words);
    expect(policy).toEqual({ name: `${model.name}.json`, text: policyTemplate(model, words) });
    expect(others.map(({ name }) => name)).toEqual(['deploy-policy.sh', 'deploy-policy.ps1']);
    for (const { text } of others) {
      expect(text).toContain(`'${policy.name}'`);
      expect(text).toContain(`'${customer}'`);
      expect(text).toContain(`/providers/Microsoft.Authorization/policyAssignments/${model.name}`);
    }
  });

  it('comes with commands that bash and PowerShell understand', long, async () => {
    const [bash, powerShell] = commands(plain);
    expect(await notUnderstood('bash', bash?.text ?? 'if')).toEqual([]);
    expect(await notUnderstood('powershell', powerShell?.text ?? 'if (')).toEqual([]);
  });

  it('comes with commands without a word of the provider', () => {
    const [bash, powerShell] = commands(plain);
    fc.assert(
      fc.property(hostileText, (name) => {
        expect(commands({ ...plain, name }).map(({ text }) => text)).toEqual([bash?.text, powerShell?.text]);
      }),
    );
  });

  it('says its limits in as many characters as Azure takes', async () => {
    for (const { policyCode } of [await loadCatalog('en'), await loadCatalog('ko')]) {
      expect(policyCode.description.length).toBeLessThanOrEqual(512);
      expect(policyCode.displayName('x'.repeat(80)).length).toBeLessThanOrEqual(128);
    }
  });
});
