import type { CodeFormat } from '../../domain/asCode/files.ts';
import type { NoPolicy } from '../../domain/asCode/policy.ts';

/** A removal taken away as commands. */
export const removalCode = {
  note: {
    cli: 'Run remove.sh in bash. It takes the delegations away, waits until Azure says that each is gone, deletes the copies, and only then writes again what stays. It may be run again: what is gone is left alone.',
    powerShell:
      'Run remove.ps1. It takes the delegations away, waits until Azure says that each is gone, deletes the copies, and only then writes again what stays. It may be run again: what is gone is left alone.',
  },
  cannotTitle: {
    arm: 'An ARM template cannot take access away',
    bicep: 'Bicep cannot take access away',
    terraform: 'Terraform takes away only what it has made itself',
  } satisfies Partial<Record<CodeFormat, string>>,
  cannot: {
    arm: 'A deployment adds and changes; it deletes no delegation. Use the commands for Azure CLI or PowerShell. If a deployment stack of yours made the delegations, take them out of its template and let the stack delete what it no longer holds.',
    bicep:
      'A deployment adds and changes; it deletes no delegation. Use the commands for Azure CLI or PowerShell. If a deployment stack of yours made the delegations, take them out of its Bicep files and let the stack delete what it no longer holds.',
    terraform:
      'Terraform deletes only what stands in its own state. If your configuration made the delegations, take their blocks out of it and apply; otherwise use the commands for Azure CLI or PowerShell. Terraform does not write again what shares access with them: that is left to the commands, too.',
  } satisfies Partial<Record<CodeFormat, string>>,
  toCommands: 'Show the Azure CLI commands',
};

/** A delegation taken away as a policy for subscriptions to come. */
export const policyCode = {
  tab: 'Azure Policy',
  lead: 'A policy (deployIfNotExists) for a management group: Azure gives each new subscription in it the same access that this review gives.',
  widerTitle: 'It reaches further than this review',
  wider:
    'It holds for every subscription of the management group where you deploy it, also for those that come later and that nobody has reviewed.',
  limitsTitle: 'What it needs, and what it cannot do',
  limits: [
    'Microsoft.ManagedServices must be registered in a subscription beforehand; otherwise the policy does nothing there.',
    'It looks for a copy of the offer in the subscription itself, by managing tenant and name. Delegations made in another way, such as those that refer to a copy in another subscription, it cannot see, and it would delegate there once more. Leave these subscriptions out (parameter leftOut).',
    'It knows nothing of new versions: an update of the offer is not carried to subscriptions that it has delegated.',
    'Its managed identity is given Owner on the management group, because a delegation asks for that. Watch who may change the policy.',
    'Subscriptions that exist already need a remediation task; the commands start one when you ask for it.',
    'The app does not see what becomes of it. Look at Delegations for what Azure says.',
    'Whoever deploys it needs Owner on the management group. Delete policy, assignment and identity to stop it; what it has delegated stays.',
  ],
  leftOut:
    'Ids of subscriptions that the policy leaves alone. Filled with those that this review found delegated already.',
  note: 'Put the files into one folder. deploy-policy.sh asks for the variables MANAGEMENT_GROUP and LOCATION, deploy-policy.ps1 for the parameters ManagementGroup and Location.',
  unproven: 'The template follows Microsoft’s published sample. It has not been run against Azure.',
  displayName: (offer: string) => `Delegate subscriptions: ${offer} (Azure Lighthouse)`,
  description:
    'Stores a copy of the offer in each subscription that has none, and delegates the subscription to it. Needs Microsoft.ManagedServices registered beforehand; cannot see delegations made in another way, nor updates of the offer; its identity holds Owner; existing subscriptions need a remediation task.',
  noneTitle: 'Not as a policy',
  none: {
    marketplace:
      'Azure wants a marketplace offer to be accepted by a person; by Microsoft’s documentation it cannot be brought to many subscriptions automatically. The Coverage page marks new subscriptions and delegates them in one step. For a policy, ask the provider for the offer as an ARM template.',
    resourceGroups:
      'This review hands over resource groups. A policy of this kind delegates whole subscriptions, which is more than you reviewed.',
  } satisfies Record<NoPolicy, string>,
};
