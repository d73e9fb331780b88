import type { CodeFile } from './files.ts';
import type { CodeDelegation, CodeModel } from './model.ts';

/**
 * The Bicep files: the model in main.bicep, and the modules that write one thing at one scope each.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/deploy-to-subscription
 */
export function bicepFiles(model: CodeModel): readonly CodeFile[] {
  const { contents, copies, delegations, fingerprint } = model;
  const copyNo = new Map(copies.map(({ id }, index) => [id, index + 1]));
  const main = [
    "targetScope = 'subscription'",
    `metadata fingerprint = ${bicepText(fingerprint)}`,
    ...contents.map(({ properties, plan }, index) =>
      [
        `var properties${index + 1} = ${value(properties)}`,
        ...(plan ? [`var plan${index + 1} = ${value(plan)}`] : []),
      ].join('\n'),
    ),
    ...copies.map(({ name, subscriptionId, content }, index) =>
      moduleOf(`copy${index + 1}`, 'copy.bicep', `lighthouse-copy-${name}`, `subscription('${subscriptionId}')`, [
        `name: '${name}'`,
        `properties: properties${content + 1}`,
        ...(contents[content]?.plan ? [`plan: plan${content + 1}`] : []),
      ]),
    ),
    ...delegations.map((delegation, index) => {
      const needed = copyNo.get(delegation.copyId);
      return moduleOf(
        `delegation${index + 1}`,
        delegation.resourceGroup === undefined ? 'delegateSubscription.bicep' : 'delegateResourceGroup.bicep',
        `lighthouse-delegation-${delegation.name}`,
        placeOf(delegation),
        [`name: '${delegation.name}'`, `copyId: ${bicepText(delegation.copyId)}`],
        needed === undefined ? undefined : `copy${needed}`,
      );
    }),
  ];
  const hasGroups = delegations.some(({ resourceGroup }) => resourceGroup !== undefined);
  const hasSubscriptions = delegations.some(({ resourceGroup }) => resourceGroup === undefined);
  return [
    { name: 'main.bicep', text: `${main.join('\n\n')}\n` },
    ...(copies.length > 0 ? [{ name: 'copy.bicep', text: copyModule }] : []),
    ...(hasSubscriptions ? [{ name: 'delegateSubscription.bicep', text: delegationModule('subscription') }] : []),
    ...(hasGroups ? [{ name: 'delegateResourceGroup.bicep', text: delegationModule('resourceGroup') }] : []),
  ];
}

function placeOf({ subscriptionId, resourceGroup }: CodeDelegation): string {
  return resourceGroup === undefined
    ? `subscription('${subscriptionId}')`
    : `resourceGroup('${subscriptionId}', ${bicepText(resourceGroup)})`;
}

function moduleOf(
  symbol: string,
  file: string,
  name: string,
  scope: string,
  params: readonly string[],
  needs?: string,
): string {
  return [
    `module ${symbol} '${file}' = {`,
    `  name: '${name}'`,
    `  scope: ${scope}`,
    '  params: {',
    ...params.map((param) => `    ${param}`),
    '  }',
    ...(needs === undefined ? [] : ['  dependsOn: [', `    ${needs}`, '  ]']),
    '}',
  ].join('\n');
}

const copyModule = `targetScope = 'subscription'

param name string
param properties object
param plan object?

resource copy 'Microsoft.ManagedServices/registrationDefinitions@2022-10-01' = {
  name: name
  plan: any(plan)
  properties: any(properties)
}
`;

function delegationModule(scope: 'subscription' | 'resourceGroup'): string {
  return `targetScope = '${scope}'

param name string
param copyId string

resource delegation 'Microsoft.ManagedServices/registrationAssignments@2022-10-01' = {
  name: name
  properties: {
    registrationDefinitionId: copyId
  }
}
`;
}

function value(of: unknown, indent = ''): string {
  const deeper = `${indent}  `;
  if (Array.isArray(of)) {
    if (of.length === 0) return '[]';
    return `[\n${of.map((each) => `${deeper}${value(each, deeper)}\n`).join('')}${indent}]`;
  }
  if (typeof of === 'object' && of !== null) {
    const lines = Object.entries(of).map(([name, member]) => `${deeper}${name}: ${value(member, deeper)}\n`);
    return `{\n${lines.join('')}${indent}}`;
  }
  return bicepText(String(of));
}

/**
 * A text as Bicep takes it: nothing in it can end it or be worked out.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings
 */
export function bicepText(text: string): string {
  const quoted = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('${', '\\${')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  return `'${quoted}'`;
}
