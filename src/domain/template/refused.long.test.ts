import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customer } from '../../../test/domain/offers.ts';
import * as shapes from '../../../test/domain/templates.ts';
import { readTemplate } from './readTemplate.ts';
import type { TemplateProblem, TemplateProblemCode } from './templateProblem.ts';

const good = shapes.forSubscription;
const [definition = {}, assignment = {}] = good['resources'] as readonly shapes.Draft[];

function readText(template: string, parameters = shapes.parameterFile(shapes.given)) {
  return readTemplate({ template, parameters, answers: {}, tenantId: customer });
}

function problemsOf(template: shapes.Draft | string, values: shapes.Draft = {}): readonly TemplateProblem[] {
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  const reading = readText(text, shapes.parameterFile({ ...shapes.given, ...values }));
  return reading.state === 'refused' ? reading.problems : [];
}

const withResources = (...resources: readonly unknown[]): shapes.Draft => ({ ...good, resources });
const withProperties = (more: shapes.Draft) =>
  withResources({ ...definition, properties: { ...shapes.properties, ...more } }, assignment);
const withVariables = (variables: shapes.Draft, description = "[variables('a')]") => ({
  ...good,
  variables: { ...(good['variables'] as shapes.Draft), ...variables },
  resources: [{ ...definition, properties: { ...shapes.properties, description } }, assignment],
});
const standing = (entry: shapes.Draft) =>
  withProperties({ authorizations: [{ ...shapes.authorizations[0], ...entry }] });
const eligible = (entry: shapes.Draft) =>
  withProperties({
    eligibleAuthorizations: [{ principalId: shapes.operators, roleDefinitionId: shapes.contributor, ...entry }],
  });
const nested = (more: shapes.Draft, inner: shapes.Draft = {}) =>
  withResources(definition, shapes.nested([assignment], more, inner));
const deep = (levels: number): shapes.Draft =>
  levels === 0 ? assignment : shapes.nested([deep(levels - 1)], { location: 'koreacentral' });
const schema = (file: string) => ({
  ...good,
  $schema: `https://schema.management.azure.com/schemas/2019-08-01/${file}#`,
});

/** Every file with the reason why it is refused. */
const refused: [string, shapes.Draft | string, Partial<TemplateProblem>, shapes.Draft?][] = [
  // Malformed.
  ['nothing', '', { code: 'emptyFile', file: 'template' }],
  ['only white space and a comment', ' // nothing\n', { code: 'emptyFile' }],
  ['a web page', '<!doctype html><html></html>', { code: 'malformed', line: 1, column: 1 }],
  ['the start of a file', JSON.stringify(good).slice(0, 500), { code: 'malformed', line: 1, column: 501 }],
  ['a bracket too many', `${JSON.stringify(good)}\n}`, { code: 'textAfterEnd', line: 2, column: 1 }],
  ['a comment without end', `${JSON.stringify(good)} /* `, { code: 'malformed' }],
  ['quotes of the wrong kind', "{\n  'resources': []\n}", { code: 'malformed', line: 2, column: 3 }],
  ['an escape that is none', '{"a": "\\x"}', { code: 'malformed' }],
  ['an escape cut short', '{"a": "\\u00zz"}', { code: 'malformed' }],
  ['a number that is none', '{"a": 01}', { code: 'malformed' }],
  ['a number beyond all numbers', '{"a": 1e999}', { code: 'malformed' }],
  ['Bicep source', "targetScope = 'subscription'", { code: 'malformed' }],
  ['a list', '[]', { code: 'notTemplate' }],
  ['nothing at all', 'null', { code: 'notTemplate' }],
  ['a schema that is no text', { ...good, $schema: 7 }, { code: 'notTemplate' }],
  ['what only begins like a template', schema('deploymentTemplate.json.example'), { code: 'notTemplate' }],
  ['some other JSON', '{"name": "package"}', { code: 'notTemplate' }],
  ['a template without schema', { ...good, $schema: 'https://example.com/x.json' }, { code: 'notTemplate' }],
  ['the parameter file', shapes.parameterFile(shapes.given), { code: 'parametersAsTemplate' }],
  ['a template for a management group', schema('managementGroupDeploymentTemplate.json'), { code: 'wrongLevel' }],
  ['a template for a tenant', schema('tenantDeploymentTemplate.json'), { code: 'wrongLevel' }],
  ['no resources', { ...good, resources: [] }, { code: 'noOffer' }],
  ['resources of no kind', { ...good, resources: 'none' }, { code: 'missingProperty', name: 'resources' }],
  ['a resource that is none', withResources(definition, 'x'), { code: 'wrongValue', path: 'resources[1]' }],
  [
    'a resource of no type',
    withResources({ ...definition, type: undefined }),
    { code: 'missingProperty', name: 'type' },
  ],

  // Hostile to whoever reads it.
  ['a megabyte of nothing', `{"a": "${'x'.repeat(1_000_001)}"}`, { code: 'tooLarge', limit: 1_000_000 }],
  ['a hundred thousand lists in each other', '['.repeat(100_000), { code: 'tooDeep', limit: 64, line: 1 }],
  ['a hundred thousand values', `{"a": [${'1,'.repeat(100_000)}]}`, { code: 'tooManyValues', limit: 50_000 }],
  ['a key that reaches for prototypes', '{\n"__proto__": {}}', { code: 'forbiddenKey', key: '__proto__', line: 2 }],
  ['the same, escaped', '{"__pr\\u006fto__": {}}', { code: 'forbiddenKey', key: '__proto__' }],
  ['one key twice', '{"a": 1,\n"a": 2}', { code: 'keyTwice', key: 'a', line: 2 }],
  ['one key twice, in other letters', '{"a": 1, "A": 2}', { code: 'keyTwice', key: 'A' }],
  ['variables in a circle', withVariables({ a: "[variables('b')]", b: "[variables('A')]" }), { code: 'circular' }],
  [
    'a text that doubles forty times',
    withVariables({
      a: "[variables('v40')]",
      v0: 'xxxxxxxxxx',
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [`v${n + 1}`, `[concat(variables('v${n}'), variables('v${n}'))]`]),
      ),
    }),
    { code: 'tooMuchWork' },
  ],
  [
    'a list that doubles forty times and is written out',
    withVariables({
      a: "[string(variables('v40'))]",
      v0: "[createArray('x')]",
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [`v${n + 1}`, `[createArray(variables('v${n}'), variables('v${n}'))]`]),
      ),
    }),
    { code: 'tooMuchWork' },
  ],
  [
    'two such lists that are compared',
    withVariables({
      a: "[string(equals(variables('v40'), variables('w40')))]",
      v0: ['x'],
      w0: ['x'],
      ...Object.fromEntries(
        ['v', 'w'].flatMap((v) =>
          Array.from({ length: 40 }, (_, n) => [
            `${v}${n + 1}`,
            `[createArray(variables('${v}${n}'), variables('${v}${n}'))]`,
          ]),
        ),
      ),
    }),
    { code: 'tooMuchWork' },
  ],
  [
    'a long text that is turned over and over',
    withVariables({
      a: "[string(length(variables('many')))]",
      big: 'x'.repeat(400_000),
      many: Array(2000).fill("[toUpper(variables('big'))]"),
    }),
    { code: 'tooMuchWork' },
  ],
  [
    'calls in each other',
    withVariables({ a: `[${'trim('.repeat(500)}'x'${')'.repeat(500)}]` }),
    { code: 'badExpression' },
  ],
  ['parts of parts', withVariables({ a: `[createObject('x', 1)${'.x'.repeat(500)}]` }), { code: 'badExpression' }],
  [
    'an endless expression',
    withVariables({ a: `['${'x'.repeat(30_000)}']` }),
    { code: 'expressionTooLong', limit: 24_576 },
  ],
  [
    'a loop without end',
    withResources({ ...definition, copy: { name: 'x', count: 999_999_999 } }),
    { code: 'tooManyCopies' },
  ],
  ['deployments in deployments', withResources(definition, deep(12)), { code: 'tooNested', limit: 8 }],
  [
    'a name that turns its direction',
    good,
    { code: 'hiddenCharacters', character: 'U+202E' },
    { mspOfferName: 'Fab\u202Erikam' },
  ],
  [
    'a name with a control',
    good,
    { code: 'hiddenCharacters', character: 'U+0000' },
    { mspOfferName: 'Fab\u0000rikam' },
  ],
  ['half a letter', good, { code: 'hiddenCharacters', character: 'U+D800' }, { mspOfferName: 'Fab\ud800' }],
  [
    'a name with markup',
    good,
    { code: 'placeholder', text: '<img src=x onerror=alert(1)>' },
    { mspOfferName: '<img src=x onerror=alert(1)>' },
  ],
  [
    'a hidden name of a principal',
    standing({ principalIdDisplayName: 'Op\u2066erators' }),
    { code: 'hiddenCharacters', path: 'resources[0].properties.authorizations[0].principalIdDisplayName' },
  ],

  // More than an offer.
  [
    'a virtual machine',
    withResources(definition, { type: 'Microsoft.Compute/virtualMachines' }),
    { code: 'otherType', path: 'resources[1]', type: 'Microsoft.Compute/virtualMachines' },
  ],
  ['a script', withResources(definition, { type: 'Microsoft.Resources/deploymentScripts' }), { code: 'otherType' }],
  [
    'a role assignment deep inside',
    nested(
      { resourceGroup: 'x' },
      { template: { ...good, resources: [{ type: 'Microsoft.Authorization/roleAssignments' }] } },
    ),
    { code: 'otherType', path: 'resources[1].properties.template.resources[0]' },
  ],
  ['a type that is computed', withResources({ ...definition, type: "[concat('a', 'b')]" }), { code: 'otherType' }],
  [
    'a template somewhere else',
    nested({ location: 'x' }, { templateLink: { uri: 'https://example.com' } }),
    { code: 'linkedTemplate', path: 'resources[1].properties.templateLink' },
  ],
  [
    'parameters somewhere else',
    nested({ location: 'x' }, { parametersLink: { uri: 'https://example.com' } }),
    { code: 'linkedTemplate' },
  ],
  [
    'a deployment that deletes the rest',
    nested({ resourceGroup: 'x' }, { mode: 'Complete' }),
    { code: 'completeMode' },
  ],
  ['functions of its own', { ...good, functions: [] }, { code: 'extraProperty', name: 'functions' }],
  ['a resource with more', withResources({ ...definition, tags: {} }), { code: 'extraProperty', name: 'tags' }],
  [
    'an offer with more',
    withProperties({ managedByTenantName: 'Microsoft' }),
    { code: 'extraProperty', name: 'managedByTenantName' },
  ],
  ['an authorization with more', standing({ condition: 'true' }), { code: 'extraProperty', name: 'condition' }],
  [
    'a delegation with more',
    withResources(definition, { ...assignment, properties: { registrationDefinitionId: 'x', y: 1 } }),
    { code: 'extraProperty', name: 'y' },
  ],
  [
    'a parameter with more',
    { ...good, parameters: { x: { type: 'string', $ref: 'y' } } },
    { code: 'extraProperty', name: '$ref' },
  ],

  // Not an offer as Azure takes it.
  [
    'a tenant that nobody filled in',
    good,
    { code: 'placeholder', text: '<insert managing tenant id>' },
    { managedByTenantId: '<insert managing tenant id>' },
  ],
  ['a tenant by its name', good, { code: 'wrongValue', expected: 'guid' }, { managedByTenantId: 'fabrikam.example' }],
  ['a description that is no text', withProperties({ description: 7 }), { code: 'wrongValue', expected: 'text' }],
  [
    'a name of blanks',
    withProperties({ registrationDefinitionName: ' ' }),
    { code: 'missingProperty', name: 'registrationDefinitionName' },
  ],
  ['no tenant', withProperties({ managedByTenantId: null }), { code: 'missingProperty', name: 'managedByTenantId' }],
  ['a principal by its name', standing({ principalId: 'operators' }), { code: 'wrongValue', expected: 'guid' }],
  ['a role by its name', standing({ roleDefinitionId: 'Reader' }), { code: 'wrongValue', expected: 'guid' }],
  [
    'roles to pass on that are none',
    standing({ delegatedRoleDefinitionIds: [1] }),
    { code: 'wrongValue', expected: 'text' },
  ],
  ['authorizations that are none', withProperties({ authorizations: 'all' }), { code: 'wrongValue', expected: 'list' }],
  [
    'no authorizations',
    withProperties({ authorizations: undefined }),
    { code: 'missingProperty', name: 'authorizations' },
  ],
  ...['a while', 'about PT8H', 'PT8H30S', 'PT', 'PT0H', 'P1D'].map(
    (maximumActivationDuration): [string, shapes.Draft, Partial<TemplateProblem>] => [
      `a duration that is none: ${maximumActivationDuration}`,
      eligible({ justInTimeAccessPolicy: { maximumActivationDuration } }),
      { code: 'wrongValue', expected: 'duration' },
    ],
  ),
  [
    'a kind of MFA that is none',
    eligible({ justInTimeAccessPolicy: { multiFactorAuthProvider: 'Google' } }),
    { code: 'wrongValue', expected: 'mfaProvider' },
  ],
  [
    'half a plan',
    withResources({ ...definition, plan: { name: 'x' } }),
    { code: 'missingProperty', name: 'publisher' },
  ],
  [
    'a name that is no GUID',
    withResources({ ...definition, name: 'my-offer' }),
    { code: 'wrongValue', path: 'resources[0].name', expected: 'guid' },
  ],
  ['no name', withResources({ ...definition, name: undefined }), { code: 'missingProperty', name: 'name' }],
  [
    'an offer in a resource group',
    nested({ resourceGroup: 'x' }, { template: { ...good, resources: [definition] } }),
    { code: 'definitionInGroup' },
  ],
  ['a delegation of nothing', withResources(assignment), { code: 'offerElsewhere', path: 'resources[0]' }],
  [
    'two offers of one name',
    withResources(definition, {
      ...definition,
      name: "[guid('b')]",
      properties: { ...shapes.properties, authorizations: [] },
    }),
    { code: 'sameOfferTwice', path: 'resources[1]' },
  ],
  [
    'two offers under one id',
    withResources(definition, { ...definition, properties: { ...shapes.properties, registrationDefinitionName: 'B' } }),
    { code: 'sameOfferTwice', path: 'resources[1]', name: 'B' },
  ],
  [
    'an offer that differs from subscription to subscription',
    withProperties({ description: '[subscription().subscriptionId]' }),
    { code: 'dependsOnSubscription' },
  ],
  [
    'an offer that is there in some subscriptions only',
    withResources({ ...definition, condition: "[equals(subscription().subscriptionId, 'x')]" }),
    { code: 'dependsOnSubscription' },
  ],
  [
    'a condition that is none',
    withResources({ ...definition, condition: 'yes' }),
    { code: 'wrongValue', expected: 'yesNo' },
  ],
  ['a resource group with a slash', nested({ resourceGroup: 'x/providers/y' }), { code: 'wrongValue' }],

  // Expressions and values that Azure would refuse.
  [
    'an expression that breaks off',
    withProperties({ description: "[concat('a']" }),
    { code: 'badExpression', expression: "[concat('a']" },
  ],
  ['words that are no expression', withProperties({ description: '[To be done]' }), { code: 'badExpression' }],
  [
    'a parameter that nobody declared',
    withProperties({ description: "[parameters('none')]" }),
    { code: 'unknownParameter', name: 'none' },
  ],
  [
    'a variable that nobody declared',
    withProperties({ description: "[variables('none')]" }),
    { code: 'unknownVariable', name: 'none' },
  ],
  ['a part that is not there', withVariables({ a: "[createObject('x', 'y').z]" }), { code: 'noSuchPart' }],
  ['arguments that do not fit', withProperties({ description: '[guid()]' }), { code: 'badArguments', name: 'guid' }],
  [
    'a turn without a loop',
    withProperties({ description: '[string(copyIndex())]' }),
    { code: 'badArguments', name: 'copyIndex' },
  ],
  ['a value for a parameter that is not there', good, { code: 'surplusParameter', name: 'surprise' }, { surprise: 1 }],
  ['a value of the wrong kind', good, { code: 'parameterType', name: 'mspOfferName' }, { mspOfferName: 7 }],
  ['a value that is not allowed', shapes.fromBicep, { code: 'parameterNotAllowed', name: 'stage' }, { stage: 'prod' }],
];

describe('a file is refused, and it is said why:', () => {
  it.each(refused)('%s', (_, template, problem, values) => {
    expect(problemsOf(template, values)).toContainEqual(expect.objectContaining(problem));
  });

  it('nothing that was in a refused file got anywhere', () => {
    expect({}).not.toHaveProperty('polluted');
    problemsOf('{"constructor": {"prototype": {"polluted": true}}}');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['', 'emptyFile'],
    ['{', 'malformed'],
    ['{}', 'notParameters'],
    [JSON.stringify(good), 'notParameters'],
    ['{"parameters": {"mspOfferName": "x"}}', 'parameterType'],
    ['{"parameters": {"mspOfferName": {"reference": {"secretName": "x"}}}}', 'keyVaultParameter'],
  ] satisfies [string, TemplateProblemCode][])('the parameter file %s: %s', (text, code) => {
    expect(readText(JSON.stringify(good), text)).toMatchObject({ state: 'refused', problems: [{ code }] });
  });

  it('lists what is wrong in several places', () => {
    const two = withResources({ ...definition, tags: {} }, { type: 'A.B/c' }, { type: 'D.E/f' });
    expect(problemsOf(two).map(({ code }) => code)).toEqual(['extraProperty', 'otherType', 'otherType']);
    const many = Array.from({ length: 30 }, (_, n) => ({ type: `A.B/c${n}` }));
    expect(problemsOf(withResources(...many))).toHaveLength(20);
  });
});

describe('whatever is in a file', () => {
  const texts = JSON.stringify(good);

  it('reading ends, with an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(['refused', 'asks', 'read']).toContain(readText(text).state);
        expect(['refused', 'asks', 'read']).toContain(readText(texts, text).state);
      }),
    );
  });

  it('a good file with a piece cut out, doubled or replaced is read or refused', () => {
    fc.assert(
      fc.property(
        fc.nat(texts.length),
        fc.nat(40),
        fc.oneof(fc.string(), fc.constant(''), fc.json()),
        (at, cut, put) => {
          const reading = readText(texts.slice(0, at) + put + texts.slice(at + cut));
          if (reading.state === 'refused') expect(reading.problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  const pieces =
    "'a' ( ) [ ] . , 0 -1 7 true() null() '' json('{}') copyIndex() concat( guid( format( union( if( equals( split( " +
    "resourceId( parameters('mspOfferName') '{0}{1}' createObject( createArray( range(0, length( string( substring( subscription()";
  const token = fc.oneof(fc.constantFrom(...pieces.split(' ')), fc.string({ maxLength: 4 }));

  it('any expression is worked out, asked for or refused', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
        const reading = readText(JSON.stringify(withProperties({ description: `[${tokens.join('')}]` })));
        expect(['refused', 'asks', 'read']).toContain(reading.state);
      }),
    );
  });

  it('any value in the place of any other is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('$schema', 'parameters', 'variables', 'resources', 'outputs'),
        fc.jsonValue(),
        (key, value) => {
          expect(['refused', 'asks', 'read']).toContain(readText(JSON.stringify({ ...good, [key]: value })).state);
        },
      ),
    );
  });

  it('what is read says nothing but what the files say: every principal, role and tenant stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 5 }), (principals) => {
        const authorizations = principals.map((principalId) => ({ principalId, roleDefinitionId: shapes.reader }));
        const reading = readText(texts, shapes.parameterFile({ ...shapes.given, authorizations }));
        expect(reading).toMatchObject({
          state: 'read',
          offers: [{ content: { authorizations: principals.map((principalId) => ({ principalId })) } }],
        });
      }),
    );
  });
});
