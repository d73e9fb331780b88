import { readFileSync } from 'node:fs';
import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { customer, resourceGroup, subscription, subscriptionNo } from '../../../test/domain/offers.ts';
import * as shapes from '../../../test/domain/templates.ts';
import { principalId, roleId, tenantId } from '../ids.ts';
import type { OfferContent } from '../offer.ts';
import { kindOfFile, readTemplate, type TemplateReading, type TemplateSource } from './readTemplate.ts';

/** ARM's guid(): UUIDv5 in ARM's namespace over the values as they are written. */
const guid = (...values: readonly string[]) => v5(values.join('-'), '11fb06fb-712d-4ddd-98c7-e71bbd588830');

function readIn(
  template: shapes.Draft,
  values: shapes.Draft = {},
  more: Partial<TemplateSource> = {},
): TemplateReading {
  return readTemplate({
    template: JSON.stringify(template, undefined, 2),
    parameters: shapes.parameterFile({ ...shapes.given, ...values }),
    answers: {},
    tenantId: customer,
    ...more,
  });
}

function offersIn(reading: TemplateReading) {
  if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
  return reading.offers;
}

const standing: OfferContent = {
  managedByTenantId: tenantId(shapes.managing),
  name: 'Fabrikam Managed Services',
  description: 'Day-to-day operations.',
  authorizations: [
    {
      kind: 'standing',
      principalId: principalId(shapes.operators),
      principalName: 'Fabrikam operators',
      roleId: roleId(shapes.reader),
      delegatedRoleIds: [],
    },
    {
      kind: 'standing',
      principalId: principalId(shapes.operators),
      principalName: 'Fabrikam operators',
      roleId: roleId(shapes.userAccessAdministrator),
      delegatedRoleIds: [roleId(shapes.contributor)],
    },
  ],
};
const name = 'Fabrikam Managed Services';
const one = subscription(1).id;

describe('a template', () => {
  it('for a whole subscription', () => {
    const [offer, ...more] = offersIn(readIn(shapes.forSubscription));
    expect(more).toEqual([]);
    expect(offer.content).toEqual(standing);
    expect(offer.wanted).toEqual([{ kind: 'subscription' }]);
    expect(offer.namesAt(one)).toEqual({ copy: guid(name), delegation: guid(name) });
    expect(offer.namesAt(one)).toEqual(offer.namesAt(one));
    // ARM tells upper from lower case: these are not the same offer to it.
    expect(guid(name)).not.toBe(guid(name.toLowerCase()));
  });

  it('for one resource group, whose name is given', () => {
    const [offer] = offersIn(readIn(shapes.forGroup, { rgName: 'rg-web' }));
    expect(offer.content).toEqual(standing);
    expect(offer.wanted).toEqual([{ kind: 'resourceGroup', resourceGroup: 'rg-web' }]);
    expect(offer.namesAt(resourceGroup(1, 'RG-Web').id)).toEqual({ copy: guid(name), delegation: guid('rg-web') });
    // Other scopes belong to the same copy, under names of the app's own.
    expect(offer.namesAt(resourceGroup(1, 'other').id)).toEqual({ copy: guid(name) });
    expect(offer.namesAt(one)).toEqual({ copy: guid(name) });
  });

  it('for several resource groups: one copy for each, and one offer', () => {
    const groups = ['rg-web', 'rg-data', 'rg-ops'];
    const reading = readIn(shapes.forGroups, { resourceGroups: groups.map((rgName) => ({ rgName })) });
    const [offer, ...more] = offersIn(reading);
    expect(more).toEqual([]);
    expect(offer.wanted).toEqual(groups.map((group) => ({ kind: 'resourceGroup', resourceGroup: group })));
    for (const group of groups) {
      expect(offer.namesAt(resourceGroup(2, group).id)).toEqual({ copy: guid(group), delegation: guid(group) });
    }
    expect(offer.namesAt(resourceGroup(2, 'other').id)).toEqual({ copy: guid('rg-web') });
  });

  it('for a marketplace plan, or for none where its parameter stays empty', () => {
    const plan = { planId: 'standard', offerId: 'managed-azure', publisherId: 'fabrikam', planVersion: '1.2.0' };
    const [offer] = offersIn(readIn(shapes.forPlan, plan));
    expect(offer.content.plan).toEqual({
      publisher: 'fabrikam',
      product: 'managed-azure',
      name: 'standard',
      version: '1.2.0',
    });
    expect(offersIn(readIn(shapes.forPlan))[0].content).toEqual(standing);
  });

  it.each([true, false])('with just-in-time access, approvers: %s', (withApprovers) => {
    const [offer] = offersIn(readIn(shapes.justInTime(withApprovers)));
    expect(offer.content.authorizations.slice(2)).toEqual([
      {
        kind: 'eligible',
        principalId: shapes.operators,
        principalName: 'Fabrikam operators',
        roleId: shapes.contributor,
        delegatedRoleIds: [],
        justInTime: {
          mfa: true,
          maximumMinutes: 270,
          approvers: withApprovers ? [{ principalId: shapes.approvers, name: 'Fabrikam approvers' }] : [],
        },
      },
    ]);
  });

  it('with just-in-time access that asks for nothing: no MFA, eight hours, nobody approves', () => {
    const bare = { principalId: shapes.operators, roleDefinitionId: shapes.contributor };
    const policies = [undefined, null, {}, { multiFactorAuthProvider: 'None' }];
    const eligibleAuthorizations = policies.map((justInTimeAccessPolicy) => ({ ...bare, justInTimeAccessPolicy }));
    const [offer] = offersIn(readIn(shapes.justInTime(false), { eligibleAuthorizations }));
    expect(offer.content.authorizations.slice(2).map(({ justInTime }) => justInTime)).toEqual(
      policies.map(() => ({ mfa: false, maximumMinutes: 480, approvers: [] })),
    );
  });

  it.each([
    ['PT10H', 600],
    ['PT30M', 30],
    [' pt8h ', 480],
  ])('with access for %s', (maximumActivationDuration, minutes) => {
    const bare = { principalId: ` ${shapes.operators} `, roleDefinitionId: shapes.contributor };
    const eligibleAuthorizations = [{ ...bare, justInTimeAccessPolicy: { maximumActivationDuration } }];
    const [offer] = offersIn(readIn(shapes.justInTime(false), { eligibleAuthorizations }));
    expect(offer.content.authorizations[2]).toMatchObject({
      principalId: shapes.operators,
      justInTime: { maximumMinutes: minutes },
    });
  });

  it.each(['deploymentTemplate.json#', 'deploymentTemplate.json', 'DEPLOYMENTTEMPLATE.json#\n'])(
    'is known by its schema: subscription%s',
    (file) => {
      const $schema = `https://schema.management.azure.com/schemas/2018-05-01/subscription${file}`;
      expect(readIn({ ...shapes.forSubscription, $schema }).state).toBe('read');
    },
  );

  it('as the Bicep compiler writes it: names that depend on the subscription, content that does not', () => {
    const [offer] = offersIn(readIn(shapes.fromBicep));
    expect(offer.content).toEqual(standing);
    expect(offer.wanted).toEqual([{ kind: 'resourceGroup', resourceGroup: 'rg-prod' }]);
    const [first, second] = [1, 2].map((n) => ({ n, copy: guid(subscriptionNo(n), name) }));
    for (const { n, copy } of [first, second].flatMap((it) => it ?? [])) {
      const id = `/subscriptions/${subscriptionNo(n)}/providers/${shapes.definitions}/${copy}`;
      expect(offer.namesAt(resourceGroup(n, 'rg-prod').id)).toEqual({ copy, delegation: guid(id, 'rg-prod') });
    }
    expect(first?.copy).not.toBe(second?.copy);
  });

  it('that only stores the offer wants no scope', () => {
    const resources = shapes.forSubscription['resources'] as readonly unknown[];
    const [offer] = offersIn(readIn({ ...shapes.forSubscription, resources: resources.slice(0, 1) }));
    expect(offer.wanted).toEqual([]);
    expect(offer.namesAt(one)).toEqual({ copy: guid(name) });
  });

  it('that says in which subscription', () => {
    const inside = shapes.nested(
      [
        {
          type: shapes.definitions,
          apiVersion: '2022-10-01',
          name: "[guid('fixed')]",
          properties: shapes.properties,
        },
        {
          type: shapes.assignments,
          apiVersion: '2022-10-01',
          name: "[guid('fixed')]",
          properties: {
            registrationDefinitionId: `[subscriptionResourceId('${subscriptionNo(7)}', '${shapes.definitions}', guid('fixed'))]`,
          },
        },
      ],
      { subscriptionId: subscriptionNo(7), location: '[deployment().location]' },
    );
    // Where the deployment itself is kept decides nothing, so nobody is asked for it.
    const [offer] = offersIn(readIn(shapes.template([inside])));
    expect(offer.wanted).toEqual([{ kind: 'subscription', subscriptionId: subscriptionNo(7) }]);
    expect(offer.namesAt(subscription(7).id)).toEqual({ copy: guid('fixed'), delegation: guid('fixed') });
  });

  it('with two offers gives both', () => {
    const second = {
      type: shapes.definitions,
      apiVersion: '2022-10-01',
      name: "[guid('second')]",
      properties: { ...shapes.properties, registrationDefinitionName: 'Fabrikam Backup' },
    };
    const resources = [...(shapes.forSubscription['resources'] as readonly unknown[]), second];
    const offers = offersIn(readIn({ ...shapes.forSubscription, resources }));
    expect(offers.map(({ content, wanted }) => [content.name, wanted.length])).toEqual([
      [name, 1],
      ['Fabrikam Backup', 0],
    ]);
    expect(offers[1]?.namesAt(one)).toEqual({ copy: guid('second') });
  });

  it('with comments, commas too many and a byte order mark is read as Azure reads it', () => {
    const text = JSON.stringify(shapes.forSubscription).replace(/\}$/, ',}');
    const [offer] = offersIn(
      readIn(shapes.forSubscription, {}, { template: `\uFEFF// Fabrikam\n/* for\n you */ ${text}\r\n// end` }),
    );
    expect(offer.content).toEqual(standing);
  });

  it('says what it leaves out, and what refers to nothing', () => {
    const resources = shapes.forSubscription['resources'] as readonly shapes.Draft[];
    const reading = readIn({
      ...shapes.forSubscription,
      resources: [
        ...resources,
        { ...resources[0], name: "[guid('never')]", condition: "[equals(parameters('mspOfferName'), 'x')]" },
        { ...resources[1], properties: { registrationDefinitionId: "[resourceId('A.B/c', 'x')]" } },
      ],
    });
    expect(reading).toMatchObject({
      state: 'read',
      remarks: [
        { code: 'leftOut', path: 'resources[2]' },
        { code: 'offerElsewhere', path: 'resources[3]' },
      ],
    });
  });
});

describe('what nobody has said', () => {
  it('is asked for, with what the template says about it', () => {
    const reading = readIn(shapes.forSubscription, {}, { parameters: shapes.parameterFile({}) });
    expect(reading).toEqual({
      state: 'asks',
      questions: [
        {
          key: 'parameter mspoffername',
          kind: 'parameter',
          name: 'mspOfferName',
          type: 'text',
          description: 'The name of the offer',
          wrong: false,
        },
        {
          key: 'parameter managedbytenantid',
          kind: 'parameter',
          name: 'managedByTenantId',
          type: 'text',
          wrong: false,
        },
        { key: 'parameter authorizations', kind: 'parameter', name: 'authorizations', type: 'list', wrong: false },
      ],
    });
  });

  it('is taken from the answers, and asked again where an answer does not fit', () => {
    const answers = {
      'parameter mspoffername': name,
      'parameter managedbytenantid': shapes.managing,
      'parameter authorizations': JSON.stringify(shapes.authorizations),
    };
    const { parameters: _, ...without } = { parameters: '', answers };
    const source = { template: JSON.stringify(shapes.forSubscription), tenantId: customer, ...without };
    expect(offersIn(readTemplate(source))[0].content).toEqual(standing);
    expect(readTemplate({ ...source, answers: { ...answers, 'parameter authorizations': '{}' } })).toMatchObject({
      state: 'asks',
      questions: [{ name: 'authorizations', wrong: true }],
    });
  });

  it('is asked for where an expression cannot be worked out, and never guessed', () => {
    const resources = shapes.forSubscription['resources'] as readonly shapes.Draft[];
    const template = {
      ...shapes.forSubscription,
      resources: [
        {
          ...resources[0],
          properties: { ...shapes.properties, description: "[concat('In ', deployment().location)]" },
        },
        resources[1],
      ],
    };
    expect(readIn(template)).toEqual({
      state: 'asks',
      questions: [
        {
          key: 'expression  deployment().location',
          kind: 'expression',
          name: 'deployment().location',
          type: 'text',
          wrong: false,
        },
      ],
    });
    const answers = { 'expression  deployment().location': 'koreacentral' };
    expect(offersIn(readIn(template, {}, { answers }))[0].content.description).toBe('In koreacentral');
    const blank = { 'expression  deployment().location': ' ' };
    expect(readIn(template, {}, { answers: blank })).toMatchObject({
      state: 'asks',
      questions: [{ kind: 'expression' }],
    });
  });

  it('does not have to be said where nothing depends on it', () => {
    const parameters = { ...(shapes.forSubscription['parameters'] as shapes.Draft), unused: { type: 'string' } };
    expect(readIn({ ...shapes.forSubscription, parameters }).state).toBe('read');
  });
});

describe('the example in docs', () => {
  it('is read: two resource groups, standing and just-in-time access', () => {
    const text = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
    const reading = readTemplate({
      template: text('example-template.json'),
      parameters: text('example-template.parameters.json'),
      answers: {},
      tenantId: customer,
    });
    const [offer] = offersIn(reading);
    expect(offer.wanted.map(({ resourceGroup: group }) => group)).toEqual(['rg-sap-hana-prod', 'rg-sap-app-prod']);
    expect(offer.content.authorizations.map(({ kind }) => kind)).toEqual(['standing', 'standing', 'eligible']);
    expect(reading).toMatchObject({ remarks: [] });
  });
});

describe('kindOfFile', () => {
  it('tells a template from a parameter file, by what is in it', () => {
    expect(kindOfFile(JSON.stringify(shapes.forSubscription))).toBe('template');
    expect(kindOfFile(shapes.parameterFile({}))).toBe('parameters');
    for (const text of ['', '{', '{}', '[]', '"resources"', 'null', '7']) expect(kindOfFile(text)).toBeUndefined();
  });
});
