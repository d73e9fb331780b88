import { describe, expect, it } from 'vitest';
import { customer, resourceGroup, subscription, subscriptionNo } from '../../../test/domain/offers.ts';
import * as shapes from '../../../test/domain/templates.ts';
import { templateGuid, type ScopeId } from '../ids.ts';
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

function offersOf(reading: TemplateReading) {
  if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
  return reading.offers;
}

const wantedOf = (reading: TemplateReading) => offersOf(reading)[0].wanted;

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

  it('are not counted where Azure could not say their name or place: a subscription is in no resource group', () => {
    const name = '[guid(resourceGroup().id)]';
    expect(problemsOf([{ ...definition, name }])).toEqual([{ code: 'noOffer' }]);
    expect(wantedOf(readOf([definition, { ...assignment, name }]))).toEqual([]);
    const nowhere = shapes.nested([assignment], { resourceGroup: '[resourceGroup().name]' });
    expect(wantedOf(readOf([definition, nowhere]))).toEqual([]);
    const ofNothing = { registrationDefinitionId: '[resourceGroup().id]' };
    const elsewhereInGroup = { ...assignment, properties: ofNothing };
    expect(readOf([definition, elsewhereInGroup])).toMatchObject({ state: 'read', remarks: [] });
  });

  it('may have blanks around their names', () => {
    const name = 'cccccccc-0000-4000-8000-00000000000a';
    const [offer] = offersOf(readOf([{ ...definition, name: ` ${name} ` }]));
    expect(offer.namesAt(subscription(1).id)).toEqual({ copy: name });
  });

  it('that have no name in the chosen subscription get one of the app’s making, the same each time', () => {
    const fickle = "[if(startsWith(subscription().subscriptionId, '00000000-0000-4000'), 'none', guid('a'))]";
    const reading = readOf([{ ...definition, name: fickle }]);
    const [{ namesAt }] = offersOf(reading);
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

  it('looks at what is around it, where it does not say that it looks at its own', () => {
    const outer = { expressionEvaluationOptions: { scope: 'Outer' } };
    const around = { ...assignment, name: "[guid(parameters('mspOfferName'))]" };
    expect(wantedOf(readOf([definition, shapes.nested([around], group, outer)]))).toHaveLength(1);
  });

  it('needs no mode', () => {
    expect(wantedOf(readOf([definition, shapes.nested([assignment], group, { mode: undefined })]))).toHaveLength(1);
  });

  it('may stand in others, eight times over', () => {
    const deep = (levels: number): shapes.Draft =>
      levels === 0 ? assignment : shapes.nested([deep(levels - 1)], { location: 'koreacentral' });
    expect(wantedOf(readOf([definition, deep(8)]))).toEqual([{ kind: 'subscription' }]);
    expect(problemsOf([definition, deep(9)])).toMatchObject([{ code: 'tooNested', limit: 8 }]);
  });

  it('waits for its subscription where nobody has said it', () => {
    const parameters = { ...(good['parameters'] as shapes.Draft), place: { type: 'string' } };
    const inside = [shapes.nested([definition, assignment], { subscriptionId: "[parameters('place')]" })];
    expect(readOf(inside, { parameters })).toMatchObject({ state: 'asks', questions: [{ name: 'place' }] });
  });

  it('knows its subscription by its id in lower case, however that is written', () => {
    const name = '[guid(subscription().subscriptionId)]';
    const properties = { ...shapes.properties, registrationDefinitionName: 'Inside', description: 'x' };
    const literal = { ...properties, managedByTenantId: shapes.managing, authorizations: [] };
    const namesIn = (subscriptionId: string) => {
      const inside = [shapes.nested([{ ...definition, name, properties: literal }], { subscriptionId }, inner)];
      return offersOf(readOf(inside))[0].namesAt(subscription(1).id);
    };
    const lower = 'abcdef00-0000-4000-8000-000000000001';
    expect(namesIn(lower.toUpperCase())).toEqual(namesIn(lower));
    expect(namesIn(lower).copy).toBe(templateGuid([lower]));
  });

  it.each([
    ['$', { link: 1 }, 'extraProperty'],
    ['$', { resources: 'none' }, 'missingProperty'],
  ])('says where something is wrong as does the template around it: %s %j', (path, more, code) => {
    expect(problemsOf([definition], more)).toMatchObject([{ code, path }]);
    const inside = shapes.nested([], group, { template: { resources: [], ...more } });
    expect(problemsOf([definition, inside])).toMatchObject([{ code, path: 'resources[1].properties.template' }]);
  });
});

describe('a template for a resource group', () => {
  const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  const id = `[subscriptionResourceId('${shapes.definitions}', guid('offer'))]`;
  const above = shapes.nested([{ ...definition, name: "[guid('offer')]" }], {
    subscriptionId: '[subscription().subscriptionId]',
    location: 'koreacentral',
  });
  const here = {
    ...assignment,
    name: '[guid(resourceGroup().name)]',
    dependsOn: [],
    properties: { registrationDefinitionId: id },
  };

  it.each<[string, shapes.Draft]>([
    ['itself', here],
    ['in a deployment that stays there', shapes.nested([here], {})],
  ])('delegates the one that is chosen: %s', (_, resource) => {
    const [{ wanted, namesAt }] = offersOf(readOf([above, resource], { $schema }));
    expect(wanted).toEqual([{ kind: 'resourceGroup' }]);
    expect(namesAt(resourceGroup(1, 'rg-web').id)).toEqual({
      copy: templateGuid(['offer']),
      delegation: templateGuid(['rg-web']),
    });
    expect(namesAt(subscription(1).id)).toEqual({ copy: templateGuid(['offer']) });
  });
});
