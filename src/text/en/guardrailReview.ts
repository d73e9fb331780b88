import type { Format } from '../format.ts';

/** The review of an assignment of a policy, and its receipt. */
export const guardrailReview = {
  review: 'Review',
  title: 'Review: assign a policy',
  checking: 'Looking what is delegated right now',
  nothing: 'No policy was chosen',
  back: 'Back to the guardrails',
  blocked: {
    unknownTenants:
      'Some offers in use cannot be read. Their managing tenant would not be on the list, so this cannot be assigned here.',
    noneInUse: 'No offer is in use: the list would be empty and refuse every offer.',
    noPlace: 'There is no such management group or subscription, or your account may not read it.',
  },
  refused: (format: Format, n: number) =>
    `${format.count(n, 'accepted offer is', 'accepted offers are')} not in use and not on the list: after this ${n === 1 ? 'it' : 'they'} may be refused here`,
  knowTitle: 'What you should know',
  know: {
    delay: 'Azure may take up to 30 minutes until the policy takes effect.',
    copies:
      'Azure looks at copies of an offer, not at delegations: somebody who refers to a copy elsewhere may get past it. This app keeps to the list all the same.',
    undo: 'To change the list or to take the policy away again, go to Azure Policy in the portal.',
  },
  listed: (policy: string, place: string) => `${policy} · ${place}`,
  outcome: {
    written: 'Assigned, and read back',
    already: 'It was assigned already, the same',
    different: 'Another assignment has this name; nothing was replaced',
    refused: 'Not assigned: Azure refused',
  },
  receiptLead: 'A record of one assignment: who assigned which policy where, on what review, and what came of it.',
  assignment: {
    written: 'The assignment, as written and read back',
    already: 'The assignment, as it was there already',
    different: 'The assignment that was not written',
    refused: 'The assignment that was not written',
  },
  assignmentId: 'Assignment ID',
  definitionId: 'Policy ID',
  verify:
    'The assignment can be found in Azure Policy by its ID. The activity log of the scope holds the request for 90 days.',
};
