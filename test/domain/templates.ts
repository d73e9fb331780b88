/*
 * ARM templates as providers send them, in every shape of Azure's public Lighthouse samples, with words of our own.
 * https://github.com/Azure/Azure-Lighthouse-samples/tree/master/templates
 */

export const managing = '22222222-2222-4222-8222-222222222222';
export const operators = 'bbbbbbbb-0000-4000-8000-000000000001';
export const approvers = 'bbbbbbbb-0000-4000-8000-000000000002';
export const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
export const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
export const userAccessAdministrator = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';

const subscriptionSchema =
  'https://schema.management.azure.com/schemas/2019-08-01/subscriptionDeploymentTemplate.json#';
const groupSchema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const parameterSchema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';

/** Any JSON, as a test writes it down. */
export type Draft = Readonly<Record<string, unknown>>;

export const definitions = 'Microsoft.ManagedServices/registrationDefinitions';
export const assignments = 'Microsoft.ManagedServices/registrationAssignments';
const deployments = 'Microsoft.Resources/deployments';

/** What a provider says of an offer, standing access only. */
export const properties: Draft = {
  registrationDefinitionName: "[parameters('mspOfferName')]",
  description: "[parameters('mspOfferDescription')]",
  managedByTenantId: "[parameters('managedByTenantId')]",
  authorizations: "[parameters('authorizations')]",
};

const declared: Draft = {
  mspOfferName: { type: 'string', metadata: { description: 'The name of the offer' } },
  mspOfferDescription: { type: 'string', defaultValue: 'Day-to-day operations.' },
  managedByTenantId: { type: 'string' },
  authorizations: { type: 'array' },
};

export const authorizations = [
  { principalId: operators, principalIdDisplayName: 'Fabrikam operators', roleDefinitionId: reader },
  {
    principalId: operators,
    principalIdDisplayName: 'Fabrikam operators',
    roleDefinitionId: userAccessAdministrator,
    delegatedRoleDefinitionIds: [contributor],
  },
];

/** Values that go with every shape. */
export const given: Draft = {
  mspOfferName: 'Fabrikam Managed Services',
  managedByTenantId: managing,
  authorizations,
};

const idOf = (name: string) => `[resourceId('${definitions}/', ${name})]`;
const definition = (name: string, more: Draft = {}): Draft => ({
  type: definitions,
  apiVersion: '2019-06-01',
  name: `[${name}]`,
  properties,
  ...more,
});
const assignment = (name: string, of: string): Draft => ({
  type: assignments,
  apiVersion: '2019-06-01',
  name: `[${name}]`,
  dependsOn: [idOf(of)],
  properties: { registrationDefinitionId: idOf(of) },
});

/** A template of these resources; what is named replaces the rest. */
export function template(resources: unknown, more: Draft = {}): Draft {
  return { $schema: subscriptionSchema, contentVersion: '1.0.0.0', parameters: declared, resources, ...more };
}

/** A deployment within another. */
export function nested(resources: readonly unknown[], more: Draft, inner: Draft = {}): Draft {
  return {
    type: deployments,
    apiVersion: '2021-04-01',
    name: 'inside',
    ...more,
    properties: {
      mode: 'Incremental',
      template: { $schema: groupSchema, contentVersion: '1.0.0.0', resources },
      ...inner,
    },
  };
}

export function parameterFile(values: Draft): string {
  return JSON.stringify({
    $schema: parameterSchema,
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  });
}

const named = {
  mspRegistrationName: "[guid(parameters('mspOfferName'))]",
  mspAssignmentName: "[guid(parameters('mspOfferName'))]",
};
const name = "variables('mspRegistrationName')";
const outputs = { offer: { type: 'string', value: "[concat('Managed by', ' ', parameters('mspOfferName'))]" } };

/** One whole subscription. */
export const forSubscription = template([definition(name), assignment("variables('mspAssignmentName')", name)], {
  variables: named,
  outputs,
});

/** One resource group, whose name is a parameter. */
export const forGroup = template(
  [
    definition(name),
    nested([assignment("guid(parameters('rgName'))", name)], { resourceGroup: "[parameters('rgName')]" }),
  ],
  { variables: named, parameters: { ...declared, rgName: { type: 'string' } }, outputs },
);

const each = "guid(parameters('resourceGroups')[copyIndex()].rgName)";
const copy = { name: 'deploymentCopy', count: "[length(parameters('resourceGroups'))]" };

/** Several resource groups: one definition for each. */
export const forGroups = template(
  [
    definition(each, { copy }),
    nested([assignment(each, each)], {
      name: "[concat('inside', copyIndex())]",
      resourceGroup: "[parameters('resourceGroups')[copyIndex()].rgName]",
      copy,
    }),
  ],
  { parameters: { ...declared, resourceGroups: { type: 'array' } } },
);

/** A marketplace plan, or none where the parameter stays empty. */
export const forPlan = template(
  [
    definition(name, {
      plan: "[if(empty(parameters('planId')), json('null'), variables('plan'))]",
    }),
    assignment("variables('mspAssignmentName')", name),
  ],
  {
    variables: {
      ...named,
      plan: {
        name: "[parameters('planId')]",
        product: "[parameters('offerId')]",
        publisher: "[parameters('publisherId')]",
        version: "[parameters('planVersion')]",
      },
    },
    parameters: {
      ...declared,
      planId: { type: 'string', defaultValue: '' },
      offerId: { type: 'string', defaultValue: '' },
      publisherId: { type: 'string', defaultValue: '' },
      planVersion: { type: 'string', defaultValue: '' },
    },
  },
);

/** Just-in-time access: with people in the managing tenant who approve it, or without. */
export function justInTime(withApprovers: boolean): Draft {
  const eligibleAuthorizations = [
    {
      principalId: operators,
      principalIdDisplayName: 'Fabrikam operators',
      roleDefinitionId: contributor,
      justInTimeAccessPolicy: {
        multiFactorAuthProvider: 'Azure',
        maximumActivationDuration: 'PT4H30M',
        ...(withApprovers && {
          managedByTenantApprovers: [{ principalId: approvers, principalIdDisplayName: 'Fabrikam approvers' }],
        }),
      },
    },
  ];
  return template(
    [
      definition(name, {
        apiVersion: '2020-02-01-preview',
        properties: { ...properties, eligibleAuthorizations: "[parameters('eligibleAuthorizations')]" },
      }),
      assignment("variables('mspAssignmentName')", name),
    ],
    {
      variables: named,
      parameters: { ...declared, eligibleAuthorizations: { type: 'array', defaultValue: eligibleAuthorizations } },
    },
  );
}

/** As the Bicep compiler writes a module for a resource group: symbolic names, and an inside that sees only its own. */
export const fromBicep = template(
  {
    offer: {
      type: definitions,
      apiVersion: '2022-10-01',
      name: "[guid(subscription().subscriptionId, parameters('mspOfferName'))]",
      properties,
    },
    delegation: nested(
      [
        {
          type: assignments,
          apiVersion: '2022-10-01',
          name: "[guid(parameters('definitionId'), resourceGroup().name)]",
          properties: { registrationDefinitionId: "[parameters('definitionId')]" },
        },
      ],
      { resourceGroup: "[format('{0}-{1}', 'rg', toLower(parameters('stage')))]" },
      {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: {
          definitionId: {
            value: `[subscriptionResourceId('${definitions}', guid(subscription().subscriptionId, parameters('mspOfferName')))]`,
          },
        },
        template: {
          $schema: groupSchema,
          contentVersion: '1.0.0.0',
          metadata: { _generator: { name: 'bicep' } },
          parameters: { definitionId: { type: 'string' } },
          resources: [
            {
              type: assignments,
              apiVersion: '2022-10-01',
              name: "[guid(parameters('definitionId'), resourceGroup().name)]",
              properties: { registrationDefinitionId: "[parameters('definitionId')]" },
            },
          ],
        },
      },
    ),
  },
  {
    languageVersion: '2.0',
    parameters: { ...declared, stage: { type: 'string', allowedValues: ['Prod', 'Test'], defaultValue: 'Prod' } },
  },
);
