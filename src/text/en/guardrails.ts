import type { Format } from '../format.ts';

/** The built-in policies that keep watch over delegations. */
export const guardrails = {
  link: 'Guardrails',
  title: 'Guardrails',
  lead: 'Two built-in policies of Azure guard delegations: one refuses offers of managing tenants that are not listed, the other marks every delegation in the compliance view.',
  loading: 'Loading which policies are assigned',
  failedTitle: 'Which policies are assigned could not be read',
  inherited:
    'Shown is what is assigned at your subscriptions, above and below them, as far as you may read it. Resource Graph may lag some minutes behind.',
  name: {
    allow: 'Only listed managing tenants (deny)',
    audit: 'Audit of delegations',
  },
  what: {
    allow: 'An offer of any other tenant is refused. Delegations that exist already stay as they are.',
    audit: 'Nothing is refused; delegations appear in Azure Policy’s compliance view.',
  },
  none: 'Not assigned anywhere.',
  at: 'Assigned at',
  tenants: 'Tenants allowed',
  noTenants: 'none: every offer is refused',
  notEnforced: 'Not enforced: it refuses nothing.',
  left: 'Left out',
  covered: (format: Format, n: number, all: number) =>
    `Reaches ${format.number(n)} of ${format.count(all, 'subscription', 'subscriptions')}`,
  maybe: (format: Format, n: number) => `for ${format.number(n)} more it cannot be told`,
  assignTitle: 'Assign a policy',
  policy: 'Policy',
  scope: 'Where',
  scopePick: 'Choose a management group or subscription',
  group: (name: string) => `Management group ${name}`,
  subscription: (name: string) => `Subscription ${name}`,
  written: 'This is written, and nothing else',
  displayName: {
    allow: 'Allowed managing tenants (Azure Lighthouse)',
    audit: 'Audit of delegations (Azure Lighthouse)',
  },
  confirm: (policy: string, scope: string) => `I assign the policy “${policy}” at ${scope}, as shown.`,
  assign: 'Assign the policy',
  assigning: 'Writing and reading back',
  refusedTitle: 'The policy was not assigned',
};
