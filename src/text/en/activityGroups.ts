import type { Format } from '../format.ts';

/** How the activity of providers is put together in the list. */
export const activityGroups = {
  group: 'Group',
  grouping: {
    providerScope: 'By provider and scope',
    provider: 'By provider',
    scope: 'By scope',
    none: 'Not grouped',
  },
  groupIn: (group: string, subscription: string) => `${group}, ${subscription}`,
  heading: (format: Format, n: number, last: string) => `${format.count(n, 'action', 'actions')}, last ${last}`,
  entries: (format: Format, n: number) => `Details, ${format.count(n, 'entry', 'entries')} of the log`,
  steps: 'Entries',
  changesDelegation: 'Changes a delegation',
  saved: 'Saved is what is shown, every entry of the log in a row of its own, with the result in Azure’s own word.',
};
