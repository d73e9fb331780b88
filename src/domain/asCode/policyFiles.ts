import type { TenantId } from '../ids.ts';
import type { CodeFile } from './files.ts';
import { policyTemplate, type PolicyModel, type PolicyWords } from './policy.ts';

/** The policy and the commands that deploy it; the first file is the one to look at. */
export function policyFiles(
  model: PolicyModel,
  tenantId: TenantId,
  words: PolicyWords,
): readonly [CodeFile, ...CodeFile[]] {
  return [
    { name: `${model.name}.json`, text: policyTemplate(model, words) },
    { name: 'deploy-policy.sh', text: bashScript(model, tenantId) },
    { name: 'deploy-policy.ps1', text: powerShellScript(model, tenantId) },
  ];
}

/**
 * Deploys at the management group; asked to, it also has the policy bring subscriptions that are there already.
 * https://learn.microsoft.com/cli/azure/deployment/mg, https://learn.microsoft.com/cli/azure/policy/remediation
 */
function bashScript({ name }: PolicyModel, tenantId: TenantId): string {
  return String.raw`#!/usr/bin/env bash
set -euo pipefail
export MSYS_NO_PATHCONV=1
: "${'$'}{MANAGEMENT_GROUP:?its id, e.g. MANAGEMENT_GROUP=contoso}" "${'$'}{LOCATION:?e.g. LOCATION=westeurope}"
[ "$(az account show --query tenantId --output tsv)" = '${tenantId}' ] || az login --tenant '${tenantId}'
az deployment mg create \
  --management-group-id "$MANAGEMENT_GROUP" \
  --name '${name}' \
  --location "$LOCATION" \
  --template-file '${name}.json'
# Subscriptions that are there already: REMEDIATE=yes, once Azure has seen that they do not comply.
[ "${'$'}{REMEDIATE:-no}" = yes ] || exit 0
az policy remediation create \
  --management-group "$MANAGEMENT_GROUP" \
  --name '${name}' \
  --policy-assignment "/providers/Microsoft.Management/managementGroups/$MANAGEMENT_GROUP/providers/Microsoft.Authorization/policyAssignments/${name}"
`;
}

/**
 * The same for PowerShell, with the Az module.
 * https://learn.microsoft.com/powershell/module/az.resources/new-azmanagementgroupdeployment,
 * https://learn.microsoft.com/powershell/module/az.policyinsights/start-azpolicyremediation
 */
function powerShellScript({ name }: PolicyModel, tenantId: TenantId): string {
  return String.raw`#Requires -Modules Az.Accounts, Az.Resources, Az.PolicyInsights
param([Parameter(Mandatory)][string] $ManagementGroup, [Parameter(Mandatory)][string] $Location, [switch] $Remediate)
$ErrorActionPreference = 'Stop'
if ((Get-AzContext).Tenant.Id -ne '${tenantId}') { Connect-AzAccount -Tenant '${tenantId}' | Out-Null }
New-AzManagementGroupDeployment -ManagementGroupId $ManagementGroup -Name '${name}' -Location $Location -TemplateFile (Join-Path $PSScriptRoot '${name}.json')
# Subscriptions that are there already: -Remediate, once Azure has seen that they do not comply.
if ($Remediate) {
  $assignment = '/providers/Microsoft.Management/managementGroups/' + $ManagementGroup + '/providers/Microsoft.Authorization/policyAssignments/${name}'
  Start-AzPolicyRemediation -ManagementGroupName $ManagementGroup -Name '${name}' -PolicyAssignmentId $assignment
}
`;
}
