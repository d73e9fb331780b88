import type { Definition, JustInTimePolicy } from './definition.ts';
import type { CodeFile } from './files.ts';
import type { CodeCopy, CodeModel } from './model.ts';

/** A block of HCL: its arguments in order, or blocks in it. */
type Line = readonly [name: string, value: string] | { readonly block: string; readonly lines: readonly Line[] };

/**
 * Terraform files for the azurerm provider, with ids written out. Copies that are there already are imported, so that
 * Terraform changes them and does not store them a second time.
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/lighthouse_definition
 */
export function terraformFiles(model: CodeModel): readonly CodeFile[] {
  const { tenantId, registrations, copies, delegations, fingerprint } = model;
  const [home] = [...copies, ...delegations];
  const copyNo = new Map(copies.map(({ id }, index) => [id, index + 1]));
  const registered = new Map(registrations.map((subscription, index) => [subscription, index + 1]));
  const waitsFor = (subscriptions: readonly (string | undefined)[]): readonly Line[] => {
    const found = [...registered].filter(([subscription]) => subscriptions.includes(subscription));
    const names = found.map(([, no]) => `azurerm_resource_provider_registration.subscription${no}`);
    return names.length === 0 ? [] : [['depends_on', `[${names.join(', ')}]`]];
  };
  const blocks = [
    block('terraform', [
      ['required_version', hclText('>= 1.5')],
      { block: 'required_providers', lines: [['azurerm', '{ source = "hashicorp/azurerm", version = "~> 4.0" }']] },
    ]),
    providerBlock(tenantId, home?.subscriptionId ?? ''),
    ...[...registered].flatMap(([subscription, no]) => [
      providerBlock(tenantId, subscription, `subscription${no}`),
      block(`resource "azurerm_resource_provider_registration" "subscription${no}"`, [
        ['provider', `azurerm.subscription${no}`],
        ['name', hclText('Microsoft.ManagedServices')],
      ]),
    ]),
    ...copies.map((copy, index) =>
      block(`resource "azurerm_lighthouse_definition" "copy${index + 1}"`, [
        ...definitionLines(copy, model.contents[copy.content] as Definition),
        ...waitsFor([copy.subscriptionId]),
      ]),
    ),
    ...delegations.map(({ name, scope, subscriptionId, copyId }, index) => {
      const copy = copyNo.get(copyId);
      return block(`resource "azurerm_lighthouse_assignment" "delegation${index + 1}"`, [
        ['name', hclText(name)],
        ['scope', hclText(scope)],
        [
          'lighthouse_definition_id',
          copy === undefined ? hclText(copyId) : `azurerm_lighthouse_definition.copy${copy}.id`,
        ],
        ...waitsFor([subscriptionId]),
      ]);
    }),
    ...copies.flatMap((copy, index) =>
      copy.update ? [importBlock(`azurerm_lighthouse_definition.copy${index + 1}`, copy.id)] : [],
    ),
  ];
  const imports = [
    ...copies.flatMap((copy, index) =>
      copy.update ? [] : [importBlock(`azurerm_lighthouse_definition.copy${index + 1}`, copy.id)],
    ),
    ...delegations.map(({ id }, index) => importBlock(`azurerm_lighthouse_assignment.delegation${index + 1}`, id)),
  ];
  return [
    { name: 'main.tf', text: `# ${fingerprint}\n${blocks.join('\n\n')}\n` },
    ...(imports.length > 0 ? [{ name: 'imports.tf', text: `${imports.join('\n\n')}\n`, when: 'exists' as const }] : []),
  ];
}

function providerBlock(tenantId: string, subscription: string, alias?: string): string {
  return block('provider "azurerm"', [
    ...(alias === undefined ? [] : ([['alias', hclText(alias)]] as const)),
    { block: 'features', lines: [] },
    ['tenant_id', hclText(tenantId)],
    ['subscription_id', hclText(subscription)],
    ['resource_provider_registrations', hclText('none')],
  ]);
}

function importBlock(to: string, id: string): string {
  return block('import', [
    ['to', to],
    ['id', hclText(id)],
  ]);
}

function definitionLines({ name, subscriptionId }: CodeCopy, { properties, plan }: Definition): readonly Line[] {
  return [
    ['name', hclText(properties.registrationDefinitionName)],
    ...optional('description', properties.description),
    ['managing_tenant_id', hclText(properties.managedByTenantId)],
    ['scope', hclText(`/subscriptions/${subscriptionId}`)],
    ['lighthouse_definition_id', hclText(name)],
    ...properties.authorizations.map((entry) => ({
      block: 'authorization',
      lines: [
        ...principalLines(entry),
        ['role_definition_id', hclText(entry.roleDefinitionId)] as const,
        ...(entry.delegatedRoleDefinitionIds
          ? ([
              ['delegated_role_definition_ids', `[${entry.delegatedRoleDefinitionIds.map(hclText).join(', ')}]`],
            ] as const)
          : []),
      ],
    })),
    ...(properties.eligibleAuthorizations ?? []).map((entry) => ({
      block: 'eligible_authorization',
      lines: [
        ...principalLines(entry),
        ['role_definition_id', hclText(entry.roleDefinitionId)] as const,
        ...(entry.justInTimeAccessPolicy ? [justInTime(entry.justInTimeAccessPolicy)] : []),
      ],
    })),
    ...(plan
      ? [
          {
            block: 'plan',
            lines: (['name', 'product', 'publisher', 'version'] as const).map(
              (key) => [key, hclText(plan[key])] as const,
            ),
          },
        ]
      : []),
  ];
}

function justInTime({
  multiFactorAuthProvider,
  maximumActivationDuration,
  managedByTenantApprovers = [],
}: JustInTimePolicy): Line {
  return {
    block: 'just_in_time_access_policy',
    lines: [
      // The provider takes no MFA from there being no argument.
      ...(multiFactorAuthProvider === 'Azure' ? ([['multi_factor_auth_provider', hclText('Azure')]] as const) : []),
      ['maximum_activation_duration', hclText(maximumActivationDuration)],
      ...managedByTenantApprovers.map((approver) => ({ block: 'approver', lines: principalLines(approver) })),
    ],
  };
}

function principalLines(entry: {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
}): readonly Line[] {
  return [
    ['principal_id', hclText(entry.principalId)],
    ...optional('principal_display_name', entry.principalIdDisplayName),
  ];
}

function optional(name: string, text: string | undefined): readonly Line[] {
  return text === undefined ? [] : [[name, hclText(text)]];
}

function block(head: string, lines: readonly Line[], indent = ''): string {
  if (lines.length === 0) return `${indent}${head} {}`;
  const deeper = `${indent}  `;
  const inside = lines.map((line) =>
    'block' in line ? block(line.block, line.lines, deeper) : `${deeper}${line[0]} = ${line[1]}`,
  );
  return `${indent}${head} {\n${inside.join('\n')}\n${indent}}`;
}

/**
 * A text as HCL takes it: nothing in it can end it, be worked out or steer. Signs that begin something before a brace are
 * given by their number, because HCL reads several of them in a row in its own way.
 * https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function hclText(text: string): string {
  const quoted = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[$%](?=[$%]*\{)|[\p{Cc}\u2028\u2029]/gu, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    });
  return `"${quoted}"`;
}
