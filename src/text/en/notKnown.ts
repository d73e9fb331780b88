import type { Format } from '../format.ts';

/** Actions of a role that this app does not know. */
export const notKnown = {
  /** Before their names. */
  actions: 'This app does not know these actions. It counts them as very strong:',
  more: (format: Format, n: number) => `and ${format.count(n, 'more', 'more')}`,
};
