import { describe, expect, it } from 'vitest';
import { customer, subscription, subscriptionNo } from '../../../test/domain/offers.ts';
import * as shapes from '../../../test/domain/templates.ts';
import type { ScopeId } from '../ids.ts';
import { readTemplate, type TemplateReading } from './readTemplate.ts';
import type { TemplateProblem } from './templateProblem.ts';

const good = shapes.forSubscription;
const [definition = {}, assignment = {}] = good['resources'] as readonly shapes.Draft[];

function readOf(resources: unknown, more: shapes.Draft = {}, file: shapes.Draft = {}): TemplateReading {
  return readTemplate({
    template: JSON.stringify({ ...good, resources, ...more }),
    parameters: shapes.parameterFile({ ...shapes.given, ...file }),
    answers: {},
    tenantId: customer,
  });
}

function problemsOf(resources: unknown, more: shapes.Draft = {}): readonly TemplateProblem[] {
  const reading = readOf(resources, more);
  return reading.state === 'refused' ? reading.problems : [];
}

function wantedOf(reading: TemplateReading) {
  return reading.state === 'read' ? reading.offers[0].wanted : [];
}

const group = { resourceGroup: 'rg-web' };
const inner = { expressionEvaluationOptions: { scope: 'Inner' } };
/** A nested template that looks at its own parameters. */
const own = (parameters: unknown, declared: shapes.Draft = { name: { type: 'string' } }) => ({
  ...inner,
  parameters,
  template: {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: declared,
    resources: [{ ...assignment, name: "[guid(parameters('name'))]", dependsOn: [], properties: elsewhere }],
  },
});
const elsewhere = {
  registrationDefinitionId: `${subscription(1).id}/providers/${shapes.definitions}/cccccccc-0000-4000-8000-000000000001`,
};

describe('the resources of a template', () => {
  it('are read under names of their own too, as the Bicep compiler writes them', () => {
    expect(wantedOf(readOf({ offer: definition, whole: assignment }))).toEqual([{ kind: 'subscription' }]);
    expect(problemsOf({ offer: definition, other: { type: 'Microsoft.Web/sites' } })).toEqual([
      { code: 'otherType', path: 'resources.other', type: 'Microsoft.Web/sites' },
    ]);
  });

  it('are left out where their condition says so, and that is told', () => {
    const reading = readOf([definition, assignment, { ...assignment, condition: "[equals('a', 'b')]" }]);
    expect(reading).toMatchObject({ state: 'read', remarks: [{ code: 'leftOut', path: 'resources[2]' }] });
    expect(wantedOf(readOf([definition, { ...assignment, condition: true }]))).toEqual([{ kind: 'subscription' }]);
  });

  it.each<[string, shapes.Draft, Partial<TemplateProblem>]>([
    ['a loop that is none', { copy: 'twice' }, { code: 'wrongValue', path: 'resources[1].copy', expected: 'object' }],
    [
      'a loop without a name',
      { copy: { count: 2 } },
      { code: 'missingProperty', path: 'resources[1].copy', name: 'name' },
    ],
    ['a loop with more in it', { copy: { name: 'a', count: 2, link: 'x' } }, { code: 'extraProperty', name: 'link' }],
    ['a loop of half a turn', { copy: { name: 'a', count: 0.5 } }, { code: 'wrongValue', expected: 'number' }],
    ['a loop of less than no turn', { copy: { name: 'a', count: -1 } }, { code: 'wrongValue', expected: 'number' }],
    [
      'a loop whose length only the subscription decides',
      { copy: { name: 'a', count: '[length(subscription().subscriptionId)]' } },
      { code: 'dependsOnSubscription', path: 'resources[1]' },
    ],
    [
      'a condition that only the subscription decides',
      { condition: `[equals(subscription().subscriptionId, '${subscriptionNo(1)}')]` },
      { code: 'dependsOnSubscription', path: 'resources[1].condition' },
    ],
    ['a condition that is none', { condition: 'yes' }, { code: 'wrongValue', expected: 'yesNo' }],
    ['no properties', { properties: 'none' }, { code: 'missingProperty', name: 'properties' }],
    ['a name that is no text', { name: 7 }, { code: 'wrongValue', path: 'resources[1].name', expected: 'text' }],
    ['a name that is no GUID', { name: 'mine' }, { code: 'wrongValue', path: 'resources[1].name', expected: 'guid' }],
    ['no name', { name: null }, { code: 'missingProperty', path: 'resources[1]', name: 'name' }],
  ])('are refused with %s', (_, more, problem) => {
    expect(problemsOf([definition, { ...assignment, ...more }])).toMatchObject([problem]);
  });

  it('wait for the length of their loop where nobody has said it', () => {
    const parameters = { ...(good['parameters'] as shapes.Draft), turns: { type: 'int' } };
    const copy = { name: 'a', count: "[parameters('turns')]" };
    const looped = [definition, shapes.nested([assignment], { ...group, copy })];
    expect(readOf(looped, { parameters })).toMatchObject({
      state: 'asks',
      questions: [{ name: 'turns', type: 'number' }],
    });
    expect(wantedOf(readOf(looped, { parameters }, { turns: 1 }))).toEqual([
      { kind: 'resourceGroup', resourceGroup: 'rg-web' },
    ]);
  });

  it('hold no offer in a template for a resource group: Azure stores one in a subscription', () => {
    const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
    expect(problemsOf([definition], { $schema })).toEqual([{ code: 'definitionInGroup', path: 'resources[0]' }]);
  });

  it('that have no name in the chosen subscription get one of the app’s making, the same each time', () => {
    const fickle = "[if(startsWith(subscription().subscriptionId, '00000000-0000-4000'), 'none', guid('a'))]";
    const reading = readOf([{ ...definition, name: fickle }]);
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    const [{ namesAt }] = reading.offers;
    const made = namesAt(subscription(1).id);
    expect(made.copy).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(namesAt(subscription(2).id)).toEqual(made);
    expect(namesAt('nowhere' as ScopeId)).toEqual(made);
  });
});

describe('a deployment within a template', () => {
  it.each<[string, shapes.Draft, shapes.Draft, Partial<TemplateProblem>]>([
    ['a subscription that is none', { subscriptionId: 'mine' }, {}, { code: 'wrongValue', expected: 'guid' }],
    ['a resource group that is none', { resourceGroup: 7 }, {}, { code: 'wrongValue', expected: 'text' }],
    [
      'a resource group that Azure would not take',
      { resourceGroup: 'web.' },
      {},
      { code: 'wrongValue', expected: 'text' },
    ],
    ['no properties', { ...group, properties: 7 }, {}, { code: 'missingProperty', name: 'properties' }],
    ['no template', group, { template: 'x' }, { code: 'missingProperty', name: 'template' }],
    ['a template from elsewhere', group, { templateLink: { uri: 'https://x.example' } }, { code: 'linkedTemplate' }],
    ['the mode that deletes everything else', group, { mode: 'complete' }, { code: 'completeMode' }],
    [
      'a parameter that it does not declare',
      group,
      own({ other: { value: 1 } }),
      { code: 'surplusParameter', name: 'other' },
    ],
    ['a parameter without a value', group, own({ name: {} }), { code: 'parameterType', name: 'name' }],
    ['a parameter that is no entry', group, own({ name: 'x' }), { code: 'parameterType', name: 'name' }],
    ['a parameter of its own that it is not given', group, own({}), { code: 'missingProperty', name: 'name' }],
    ['parameters that are none', group, own('x'), { code: 'missingProperty', name: 'name' }],
  ])('is refused with %s', (_, more, properties, problem) => {
    const { properties: usual, ...rest } = shapes.nested([assignment], {}, properties);
    expect(problemsOf([definition, { ...rest, properties: usual, ...more }])).toMatchObject([problem]);
  });

  it('takes its own parameters from what is given to it, or from their defaults', () => {
    const named = shapes.nested([], group, own({ name: { value: "[parameters('mspOfferName')]" } }));
    expect(readOf([definition, named])).toMatchObject({ state: 'read' });
    const byDefault = shapes.nested([], group, own({}, { name: { type: 'string', defaultValue: 'x' } }));
    expect(readOf([definition, byDefault])).toMatchObject({ state: 'read' });
  });

  it('waits for its place where nobody has said it', () => {
    const parameters = { ...(good['parameters'] as shapes.Draft), place: { type: 'string' } };
    const inside = [definition, shapes.nested([assignment], { resourceGroup: "[parameters('place')]" })];
    expect(readOf(inside, { parameters })).toMatchObject({ state: 'asks', questions: [{ name: 'place' }] });
    expect(wantedOf(readOf(inside, { parameters }, { place: 'rg-web' }))).toEqual([
      { kind: 'resourceGroup', resourceGroup: 'rg-web' },
    ]);
  });
});
