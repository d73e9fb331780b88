import type { Format } from '../format.ts';

/** Taking access back. */
export const remove = {
  title: (offer: string) => `Take access back: ${offer}`,
  lead: 'First the delegations are removed, each until Azure says it is gone. Nothing in your subscriptions is deleted.',
  link: 'Remove',
  cleanLink: 'Clean up',
  checking: 'Looking what is there now, and whether you may remove it',
  whatTitle: 'What to remove',
  whole: (format: Format, delegations: number, copies: number) =>
    `The whole offer: ${format.count(delegations, 'delegation', 'delegations')}, then ${format.count(copies, 'copy', 'copies')} of it`,
  some: 'Only some delegations',
  copiesToo: 'Then also delete the copies of the offer that nothing refers to any more',
  table: 'Delegations of this offer',
  choose: 'Choose',
  chooseOne: (scope: string) => `Remove the delegation of ${scope}`,
  leftoversTitle: (format: Format, n: number) =>
    `${format.count(n, 'copy', 'copies')} of this offer, and nothing is delegated to ${n === 1 ? 'it' : 'them'}`,
  leftoversWhat: 'They give nobody access. Deleting them tidies up; accepting the offer again makes a new one.',
  leftoversOf: (format: Format, n: number) =>
    `${format.count(n, 'copy is', 'copies are')} left over: nothing is delegated to ${n === 1 ? 'it' : 'them'}.`,
  nothingTitle: 'There is nothing to remove',
  nothingWhat:
    'Nothing is chosen, or what is chosen is gone already or cannot be removed now. Reasons are listed below.',
  backToOffer: 'Back to the offer',
  sentence: (provider: string, scopes: string) =>
    `You are about to take this access of ${provider} away from ${scopes}.`,
  losesTitle: 'What they lose there',
  whereTitle: 'What happens',
  numbers: {
    delegations: (format: Format, n: number) => `${format.count(n, 'delegation is', 'delegations are')} removed`,
    copies: (format: Format, n: number) =>
      `${format.count(n, 'copy', 'copies')} of the offer ${n === 1 ? 'is' : 'are'} deleted after that`,
    copiesAlone: (format: Format, n: number) =>
      `${format.count(n, 'copy', 'copies')} of the offer ${n === 1 ? 'is' : 'are'} deleted`,
    cannot: (format: Format, n: number) => `${format.count(n, 'stays', 'stay')} as ${n === 1 ? 'it is' : 'they are'}`,
  },
  overlapTitle: 'What else this may cost',
  overlap: (offers: string) => `${offers} gives the same people the same role here`,
  overlapWhat:
    'Azure keeps such access once for both. When one delegation goes, the other’s people may lose it too, although their delegation still stands. Writing the offer and its delegation again gives it back.',
  restore: (format: Format, n: number) =>
    `Remove, then restore the other offer: ${format.count(n, 'delegation is', 'delegations are')} written again as they are`,
  leave: 'Remove only. The other offer may stop working',
  restoreHint:
    'Reading back proves what Azure has stored, not that the provider’s people can work. Ask them afterwards.',
  knowTitle: 'What you should know',
  know: {
    sessions: 'A session that is open may last some minutes longer.',
    made: 'What the provider has changed or created stays, and so do roles that it gave to managed identities.',
    acceptAgain: 'To use the offer again, it has to be accepted again.',
    templateAgain: 'To use the offer again, you need the provider’s template again.',
  },
  confirm: (provider: string, tenant: string, scopes: string) =>
    `I understand that ${provider} (tenant ${tenant}) will lose the access shown above to ${scopes}.`,
  confirmRestore: (format: Format, n: number) =>
    `After that ${format.count(n, 'delegation', 'delegations')} that I keep will be written again.`,
  confirmLoss: (format: Format, n: number) =>
    `I accept that the access of ${format.count(n, 'delegation', 'delegations')} that I keep may stop working.`,
  confirmCopies: (format: Format, n: number) =>
    `I understand that ${format.count(n, 'copy', 'copies')} of this offer will be deleted.`,
  action: (format: Format, n: number) => `Remove ${format.count(n, 'delegation', 'delegations')}`,
  actionCopies: (format: Format, n: number) => `Delete ${format.count(n, 'copy', 'copies')}`,
  severalTitle: 'Remove delegations',
  severalLead:
    'You chose delegations of more than one offer. Each offer is removed by itself, with its own review and receipt.',
  unlisted: (format: Format, n: number) =>
    `${format.count(n, 'chosen delegation is', 'chosen delegations are')} not listed`,
  unlistedWhat: 'They are gone by now: somebody else has removed them.',
  noneTitle: 'Nothing to remove is chosen',
  noneWhat: 'Choose delegations from the list first. What was chosen may be gone by now.',
  chosenColumn: 'Chosen',
};
