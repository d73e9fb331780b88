/** How far an action in the activity log came, and what to say of words that the app does not know. */
export const activityStatus = {
  word: {
    started: 'Started',
    accepted: 'Accepted',
    inProgress: 'In progress',
    succeeded: 'Succeeded',
    failed: 'Failed',
    canceled: 'Canceled',
    active: 'Active',
    resolved: 'Resolved',
  },
  asInLog: 'as in the log',
  missing: 'Not given in the log',
  /** Our word, with the one that stands in the log. */
  both: (word: string, inLog: string) => `${word} (${inLog})`,
};
