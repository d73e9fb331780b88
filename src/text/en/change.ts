import type { Format } from '../format.ts';

/** What a run does, whatever kind of change it carries out. */
export const change = {
  activity: {
    updating: 'Writing the new version',
    removing: 'Taking the delegation away',
    removingCopy: 'Deleting the copy of the offer',
    reapplying: 'Writing it again as it is',
  },
  step: {
    stored: 'Stored',
    updated: 'Updated',
    removed: 'Removed',
    copyRemoved: 'Copy deleted',
    reapplied: 'Written again',
    seenGone: 'Seen to be gone',
  },
  /** What one row of a run is about. */
  subject: {
    delegate: 'Delegation',
    accept: 'Copy of the offer',
    update: 'Copy of the offer',
    remove: 'Delegation',
    removeCopy: 'Copy of the offer',
    reapplyCopy: 'Copy of an offer that stays:',
    reapply: 'Delegation that stays:',
  },
  done: {
    delegate: 'Delegated and read back',
    accept: 'Stored and read back',
    update: 'Updated and read back',
    remove: 'Removed: Azure says it is gone',
    removeCopy: 'Deleted: Azure says it is gone',
    reapplyCopy: 'Written again and read back',
    reapply: 'Written again and read back',
  },
  already: {
    delegate: 'Was delegated already',
    accept: 'Was stored already',
    update: 'Was on this version already',
    remove: 'Was gone already',
    removeCopy: 'Was gone already',
    reapplyCopy: 'Nothing was removed by this run: left as it is',
    reapply: 'Nothing was removed by this run: left as it is',
  },
  cannot: {
    delegate: 'Could not be delegated',
    accept: 'Could not be accepted',
    update: 'Could not be updated',
    remove: 'Not removed',
  },
  title: {
    accept: (provider: string) => `Accepting an offer from ${provider}`,
    update: (provider: string) => `Updating an offer from ${provider}`,
    remove: (provider: string) => `Taking access back from ${provider}`,
  },
  pageTitle: { delegate: 'Run', accept: 'Accept', update: 'Update', remove: 'Remove' },
  table: 'Steps of this run',
  column: 'What',
  retryAll: (format: Format, n: number) => `Retry ${format.count(n, 'step', 'steps')}`,
  endedAll: {
    accept: (n: string) => `All done: ${n} written and read back from Azure.`,
    update: (n: string) => `All done: ${n} now say the new version, read back from Azure.`,
    remove: (n: string) => `All done: ${n} finished, each read back from Azure.`,
  },
  endedPartly: (done: string, total: string) =>
    `${done} of ${total} finished. The others are listed first, each with its reason.`,
  endedNone: 'Nothing could be done. Each row says why.',
  steps: (format: Format, n: number) => format.count(n, 'step', 'steps'),
  copies: (format: Format, n: number) => format.count(n, 'copy', 'copies'),
  next: {
    accept: (provider: string) =>
      `The offer is in your tenant. ${provider} has access only where you have delegated something to it.`,
    update: (provider: string) =>
      `What was delegated stays delegated. ${provider} normally sees the change within 15 minutes.`,
    remove: (provider: string) =>
      `${provider} normally loses the access within 15 minutes. A session that is open may last a little longer.`,
  },
  reapplied:
    'What stays was written again. Reading it back proves what Azure has stored. Whether the provider’s access works only the provider can see: ask them.',
  receiptLead: 'A record of one run: what was changed, by whom, on what review, and what Azure answered.',
  authorizations: {
    delegate: 'Access given, exactly as written to Azure',
    accept: 'Access of the offer, exactly as written to Azure',
    update: 'Access of the new version, exactly as written to Azure',
    remove: 'Access taken away, as it stood in Azure',
  },
  kind: { delegate: 'Delegated', accept: 'Accepted', update: 'Updated', remove: 'Removed' },
  summary: {
    accept: (format: Format, done: number, total: number) =>
      `${format.number(done)} of ${format.count(total, 'step', 'steps')} of accepting done`,
    update: (format: Format, done: number, total: number) =>
      `${format.number(done)} of ${format.count(total, 'copy', 'copies')} updated`,
    remove: (format: Format, done: number, total: number) =>
      `${format.number(done)} of ${format.count(total, 'step', 'steps')} of removing done`,
  },
  reason: {
    otherVersionStored: (version: string) =>
      `Version ${version} of this offer is stored there. Changing that is an update, and reviewed as one.`,
    otherStored: 'Something else is stored there under the same name.',
    managingTenantChanged:
      'The new version belongs to another managing tenant. Azure does not let one offer move to another: accept it as a new offer and remove this one.',
    copyStillUsed: (delegations: string) => `Not deleted: ${delegations} that you keep still refer to it.`,
  },
  delegations: (format: Format, n: number) => format.count(n, 'delegation', 'delegations'),
  goneReadBack: 'not found (404)',
  fromVersion: 'Version before',
  attemptKind: { deleteDelegation: 'Remove the delegation', deleteCopy: 'Delete the copy' },
};
