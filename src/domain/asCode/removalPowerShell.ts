import type { RemovalModel } from './removal.ts';

/**
 * The removal for PowerShell, with the Az module: the same calls in the same order as for bash.
 * https://learn.microsoft.com/powershell/module/az.accounts/invoke-azrestmethod
 */
export function removalPowerShell(model: RemovalModel): string {
  const { tenantId, fingerprint, delegations, copies, copiesAgain, delegationsAgain } = model;
  const call = (name: string, ...ids: readonly string[]) => [`  ${name}`, ...ids.map((id) => `'${id}'`)].join(' ');
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`  # ${title}`, ...lines]);
  return `${[
    '#Requires -Modules Az.Accounts',
    `# Fingerprint of the review: ${fingerprint}`,
    '# May be run again: what is gone is left alone.',
    '',
    'function Invoke-Steps {',
    ...part(
      'Delegations, each only while it belongs to the offer that was reviewed.',
      delegations.map(({ id, copyId }) => call('Remove-Delegation', id, copyId)),
    ),
    ...part(
      'Azure needs a while: until each of them is gone.',
      delegations.map(({ id }) => call('Wait-Gone', id)),
    ),
    ...part(
      'Copies of the offer, now that nothing refers to them. Azure refuses while something does.',
      copies.map((id) => call('Remove-Copy', id)),
    ),
    ...part(
      'What stays and shared access with what went is written again, as Azure has it now: first its copy,',
      copiesAgain.map((id) => call('Restore-Copy', id)),
    ),
    ...part(
      'then what is delegated to it, never what somebody has taken away since.',
      delegationsAgain.map(({ id, copyId }) => call('Restore-Delegation', id, copyId)),
    ),
    '}',
    '',
    functions(tenantId),
    '',
    'Invoke-Steps',
    "if ($script:refused.Count -gt 0) { throw 'Not everything was done; see the warnings above.' }",
  ].join('\n')}\n`;
}

function functions(tenantId: string): string {
  return String.raw`$ErrorActionPreference = 'Stop'
$script:refused = @()
if ((Get-AzContext).Tenant.Id -ne '${tenantId}') { Connect-AzAccount -Tenant '${tenantId}' | Out-Null }

function Invoke-Azure([string] $Method, [string] $Id, [string] $Body) {
  $call = @{ Method = $Method; Path = ($Id + '?api-version=2022-10-01') }
  if ($Body) { $call.Payload = $Body }
  Invoke-AzRestMethod @call
}
function Write-Refusal([string] $Id, [string] $Why) {
  Write-Warning ('FAILED ' + $Id + ': ' + $Why)
  $script:refused += $Id
}
function Test-Delegation([string] $Id, [string] $Copy) {
  $answer = Invoke-Azure 'GET' $Id
  if ($answer.StatusCode -eq 404) { return 'gone' }
  if ($answer.StatusCode -ne 200) { Write-Refusal $Id $answer.Content; return 'unknown' }
  $found = ($answer.Content | ConvertFrom-Json).properties.registrationDefinitionId
  if ($found -ne $Copy) { Write-Refusal $Id 'it refers to another copy than was reviewed'; return 'other' }
  return 'there'
}
function Remove-Delegation([string] $Id, [string] $Copy) {
  switch (Test-Delegation $Id $Copy) {
    'there' {
      $answer = Invoke-Azure 'DELETE' $Id
      if ($answer.StatusCode -ge 300) { Write-Refusal $Id $answer.Content }
    }
    'gone' { Write-Output ('Not there any more: ' + $Id) }
  }
}
function Wait-Gone([string] $Id) {
  if ($script:refused -contains $Id) { return }
  foreach ($turn in 1..40) {
    if ((Invoke-Azure 'GET' $Id).StatusCode -eq 404) { Write-Output ('Gone: ' + $Id); return }
    Start-Sleep -Seconds 15
  }
  Write-Refusal $Id 'it is still there'
}
function Remove-Copy([string] $Id) {
  if ((Invoke-Azure 'GET' $Id).StatusCode -eq 404) { Write-Output ('Not there any more: ' + $Id); return }
  foreach ($turn in 1..8) {
    $answer = Invoke-Azure 'DELETE' $Id
    if ($answer.StatusCode -lt 300) { Wait-Gone $Id; return }
    Start-Sleep -Seconds 15
  }
  Write-Refusal $Id $answer.Content
}
function Write-Again([string] $Id, [string] $Body) {
  $answer = Invoke-Azure 'PUT' $Id $Body
  if ($answer.StatusCode -ge 300) { Write-Refusal $Id $answer.Content; return }
  foreach ($turn in 1..40) {
    $state = ((Invoke-Azure 'GET' $Id).Content | ConvertFrom-Json).properties.provisioningState
    if ($state -eq 'Succeeded') { Write-Output ('Written again: ' + $Id); return }
    if ($state -eq 'Failed' -or $state -eq 'Canceled') { break }
    Start-Sleep -Seconds 15
  }
  Write-Refusal $Id ('it did not come to an end: ' + $state)
}
function Restore-Copy([string] $Id) {
  $answer = Invoke-Azure 'GET' $Id
  if ($answer.StatusCode -ne 200) { Write-Refusal $Id $answer.Content; return }
  $found = $answer.Content | ConvertFrom-Json
  $properties = @{}
  foreach ($name in 'registrationDefinitionName', 'description', 'managedByTenantId', 'authorizations', 'eligibleAuthorizations') {
    if ($null -ne $found.properties.$name) { $properties[$name] = $found.properties.$name }
  }
  $body = @{ properties = $properties }
  if ($null -ne $found.plan) { $body.plan = $found.plan }
  Write-Again $Id (ConvertTo-Json -InputObject $body -Depth 20)
}
function Restore-Delegation([string] $Id, [string] $Copy) {
  switch (Test-Delegation $Id $Copy) {
    'there' { Write-Again $Id (ConvertTo-Json -InputObject @{ properties = @{ registrationDefinitionId = $Copy } }) }
    'gone' { Write-Refusal $Id 'it is not there any more; nothing was written' }
  }
}`;
}
