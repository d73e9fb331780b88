/** A test that shows a feature: its file and the name that it has there. */
export interface Proof {
  readonly file: `${string}.test.ts`;
  readonly name: string;
}

/** What the Azure portal's page "Service providers" lets a customer do, and what this app has for it. */
export interface Feature {
  readonly portal: string;
  readonly ours: string;
  readonly shownBy: readonly [Proof, ...Proof[]];
}

const flow = (file: string, name: string): Proof => ({ file: `test/flows/${file}.test.ts`, name });

/** Feature by feature. https://learn.microsoft.com/azure/lighthouse/how-to/view-manage-service-providers */
export const portalParity: readonly Feature[] = [
  {
    portal: 'Looking needs no more than Reader.',
    ours: 'The same: every offer, every delegation and its roles, and nothing that could be changed by accident.',
    shownBy: [
      flow(
        'parity.long',
        'somebody with Reader sees every offer and every delegation with its roles, and is led to no change',
      ),
    ],
  },
  {
    portal: 'Changing needs the right to write, delete and read role assignments.',
    ours: 'Each right that is missing is named before anything is tried, with who can help.',
    shownBy: [flow('personas.long', '$persona is told what is missing, and Azure is never asked to write')],
  },
  {
    portal: 'A list of offers: provider, offer, name, how many subscriptions and resource groups are delegated.',
    ours: 'One row for each offer, however many copies Azure keeps; with version, strongest access and whether it is standing.',
    shownBy: [flow('busy.long', 'shows each offer once, however many copies and references there are of it')],
  },
  {
    portal: 'An offer opens to its description, details and role assignments.',
    ours: 'The same, each role in plain words with its level, and where the offer is in effect.',
    shownBy: [
      flow('parity.long', 'an offer opens to what its provider says of it, its details, and every role that it gives'),
      flow(
        'busy.long',
        'the page of an offer lists where it is in effect and where Azure keeps it, the failed copy too',
      ),
    ],
  },
  {
    portal: 'A note above the list where an offer was added and nothing is delegated to it.',
    ours: 'On the overview and above the list, with the step that ends it.',
    shownBy: [
      flow('busy.long', 'shows each offer once, however many copies and references there are of it'),
      flow('owner', 'from the overview to the end of the run'),
    ],
  },
  {
    portal: 'An offer is added from the public marketplace.',
    ours: 'Shown in full and checked before it is accepted in the portal; found by itself on return.',
    shownBy: [
      flow('marketplace', 'is looked up by a link, shown in full, accepted in the portal and found on return'),
      flow('acceptance.long', 'writes one copy with its plan, delegates nothing, and reads it back'),
    ],
  },
  {
    portal: 'An offer is added from a private plan, under “Private products”.',
    ours: 'Looked up from a subscription that the plan is for; where it is for another or not for such subscriptions, that is said.',
    shownBy: [
      flow('marketplace', 'shows only to the subscriptions it is for'),
      flow('acceptance.long', 'says that a private plan is not for a subscription of a CSP reseller'),
    ],
  },
  {
    portal: 'An offer is added from a template, with a parameter file or without.',
    ours: 'Read on the device, checked and reviewed like any other; nothing is deployed blindly.',
    shownBy: [
      flow('template', 'is read on the device, reviewed like any other, and stored under the names of the template'),
      flow('template.long', 'says why a file is not taken in, and what to send to the provider'),
    ],
  },
  {
    portal: 'A template may hold the offer alone; scopes are delegated to it afterwards.',
    ours: 'The same, in one go.',
    shownBy: [
      flow('parity.long', 'a template that delegates nothing brings the offer in, and scopes are chosen for it'),
    ],
  },
  {
    portal: 'A mark in the row when the provider has published a newer version; selecting it shows the changes.',
    ours: 'A badge, and a comparison with one verdict first: more access than before, less or the same.',
    shownBy: [
      flow('update', 'is noticed, told apart, and accepted in every copy'),
      flow('updates.long', 'is right to the last field for twenty generated pairs'),
    ],
  },
  {
    portal: 'Accepting an update applies it to everything that is delegated to the offer.',
    ours: 'In every copy, read back; where one was left behind, the rest is offered.',
    shownBy: [
      flow('update', 'is noticed, told apart, and accepted in every copy'),
      flow('updates.long', 'says in %s who is on which version, and finishes'),
    ],
  },
  {
    portal: 'An update may be left alone.',
    ours: 'Keeping weighs the same as accepting, writes nothing, and is not brought up again.',
    shownBy: [flow('update', 'changes nothing when the old one is kept, and is not brought up again')],
  },
  {
    portal: 'An offer is removed, with everything that is delegated to it.',
    ours: 'What is lost is shown first, other offers that it would break are named and restored; a receipt at the end.',
    shownBy: [
      flow('remove', 'a whole offer is taken back, and the receipt says so, in %s'),
      flow('remove.long', 'restored: %s'),
    ],
  },
  {
    portal: 'Delegating: subscriptions or resource groups are chosen, the roles can be looked at, a box is ticked.',
    ours: 'Both together, the roles beside the scopes, the confirmation in plain words; every delegation is read back.',
    shownBy: [
      flow('owner', 'from the overview to the end of the run'),
      flow('reasons', 'every blocked scope says why, and nothing blocked can be chosen to delegate, in %s'),
    ],
  },
  {
    portal: 'The resource provider is registered along the way, the first time.',
    ours: 'Every time, wherever it is missing; and on a page of its own for who may register and not delegate.',
    shownBy: [
      flow('owner', 'from the overview to the end of the run'),
      flow('registration', 'registers one subscription, and sees it happen'),
    ],
  },
  {
    portal: 'A list of delegations: filtered by provider, offer and words, sorted, grouped.',
    ours: 'The same and by access, kind of scope and state; kept in the address; exported and printed.',
    shownBy: [
      flow('delegations.long', 'is searched, filtered, grouped and sorted, and the address keeps that'),
      flow(
        'delegations.long',
        'goes away as CSV and JSON: what is shown, ids in full, the words of a hostile provider harmless',
      ),
    ],
  },
  {
    portal: 'The role assignments of each delegation.',
    ours: 'In words, and for one scope over all offers together; where they cannot be read, that is said.',
    shownBy: [
      flow('delegations.long', 'opens each to its roles in words, and says so where nobody can read them'),
      flow('delegations.long', 'counts all offers together, and names what is given twice'),
    ],
  },
  {
    portal: 'A delegation is deleted.',
    ours: 'One, several or a whole group; also one whose offer nobody can read any more.',
    shownBy: [
      flow('parity.long', 'one delegation is taken back from the list; the offer and its other delegations stay'),
      flow('delegations.long', 'hands what was chosen over to be removed, whole groups too'),
      flow('removeUnread.long', 'a delegation whose offer is gone can be taken back all the same, in %s'),
    ],
  },
  {
    portal: 'Two built-in policies restrict and audit delegations; they are assigned elsewhere in the portal.',
    ours: 'Shown where they are assigned and how far they reach; assigned here for the tenants in use, with the review and the receipt of any change.',
    shownBy: [
      flow(
        'guardrailsPage.long',
        'what is assigned is shown with whom it allows; the audit is assigned as shown, read back and recorded',
      ),
      flow('guardrails.long', 'the tenants in use are allowed, and no others; the receipt stands among the receipts'),
    ],
  },
  {
    portal: 'The activity log, elsewhere in the portal, holds what the provider’s people did for 90 days.',
    ours: 'Read for all subscriptions together, by provider and scope, with changes of delegations marked; exported.',
    shownBy: [
      flow(
        'activityPage.long',
        'is read for the chosen subscriptions, by provider, with changes of delegations and by whom',
      ),
      flow(
        'activity.long',
        'what began and ended is one action that opens to both entries, under its provider and scope',
      ),
      flow('activity.long', 'what is shown can be saved: for a spreadsheet without formulas, and for programs'),
    ],
  },
  {
    portal: 'A change may take up to 15 minutes to show.',
    ours: 'What was done here shows at once.',
    shownBy: [
      flow('parity.long', 'an offer that was just delegated says so at once, although Resource Graph lags behind'),
    ],
  },
  {
    portal: 'The page has an address of its own.',
    ours: 'Every page has; and the portal’s is one link away, in each cloud.',
    shownBy: [
      flow('parity.long', 'the portal’s page itself is one link away, from the guide and from an empty list'),
      flow('acceptance.long', 'says what a national cloud lacks, and still looks'),
    ],
  },
];
