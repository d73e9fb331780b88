import type { CodeModel } from './model.ts';

/*
 * The short commands that deploy the template. No text of a provider stands in them: only GUIDs, checked when the model
 * was made, and the name of the file.
 */

/** The name of the deployment and of its file: the same change set always gives the same. */
export function deploymentName({ fingerprint, part = 1 }: CodeModel): string {
  return `lighthouse-${fingerprint.slice(0, 12)}${part > 1 ? `-${part}` : ''}`;
}

/** For bash, with the Azure CLI. https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-cli */
export function bashScript(model: CodeModel): string {
  const { tenantId, registrations } = model;
  const name = deploymentName(model);
  return `${[
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    ': "${LOCATION:?e.g. LOCATION=westeurope}"',
    `[ "$(az account show --query tenantId --output tsv)" = '${tenantId}' ] || az login --tenant '${tenantId}'`,
    ...registrations.map(
      (subscription) =>
        `az provider register --namespace Microsoft.ManagedServices --subscription '${subscription}' --wait`,
    ),
    'az deployment sub create \\',
    `  --subscription '${homeOf(model)}' \\`,
    `  --name '${name}' \\`,
    '  --location "$LOCATION" \\',
    `  --template-file '${name}.json'`,
  ].join('\n')}\n`;
}

/** For PowerShell, with the Az module. https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-powershell */
export function powerShellScript(model: CodeModel): string {
  const { tenantId, registrations } = model;
  const name = deploymentName(model);
  const select = (subscription: string) =>
    `Set-AzContext -Tenant '${tenantId}' -Subscription '${subscription}' | Out-Null`;
  return `${[
    '#Requires -Modules Az.Accounts, Az.Resources',
    'param([Parameter(Mandatory)][string] $Location)',
    "$ErrorActionPreference = 'Stop'",
    `if ((Get-AzContext).Tenant.Id -ne '${tenantId}') { Connect-AzAccount -Tenant '${tenantId}' | Out-Null }`,
    ...registrations.flatMap((subscription) => [
      select(subscription),
      'Register-AzResourceProvider -ProviderNamespace Microsoft.ManagedServices | Out-Null',
      "while ((Get-AzResourceProvider -ProviderNamespace Microsoft.ManagedServices).RegistrationState -contains 'Registering') { Start-Sleep -Seconds 10 }",
    ]),
    select(homeOf(model)),
    `New-AzSubscriptionDeployment -Name '${name}' -Location $Location -TemplateFile (Join-Path $PSScriptRoot '${name}.json')`,
  ].join('\n')}\n`;
}

/** The subscription that keeps the record of the deployment: the first that is written to. */
function homeOf({ copies, delegations }: CodeModel): string {
  return [...copies, ...delegations][0]?.subscriptionId ?? '';
}
