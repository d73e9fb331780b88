import type { Format } from '../format.ts';

/** The picture of a run. */
export const runMap = {
  title: 'The run as a picture',
  legend: 'What the marks mean',
  standing: {
    done: 'Done',
    already: 'Done',
    failed: 'Failed',
    unknown: 'Not known',
    needsYou: 'Waiting for you',
    working: 'Working',
    waiting: 'Waiting',
    stopped: 'Not started',
  },
  finished: (format: Format, finished: number, total: number) =>
    `${format.number(finished)} of ${format.number(total)} finished`,
  everything: 'Management group not known',
};
