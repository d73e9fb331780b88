import type { Timing } from '../model.ts';

export type TimingName = 'azure' | 'demo' | 'instant';

/** How long things take, in ms. `azure` as recorded, `demo` so that a person can watch, `instant` for tests. */
export const timings: Readonly<Record<TimingName, Timing>> = {
  azure: {
    registration: 30_000,
    definitionUpdate: 15_000,
    assignmentPut: 15_000,
    assignmentDelete: 15_000,
    deleteLinger: 20_000,
    resourceGraphLag: 30_000,
  },
  demo: {
    registration: 3_000,
    definitionUpdate: 1_500,
    assignmentPut: 2_000,
    assignmentDelete: 2_000,
    deleteLinger: 1_500,
    resourceGraphLag: 4_000,
  },
  instant: {
    registration: 0,
    definitionUpdate: 0,
    assignmentPut: 0,
    assignmentDelete: 0,
    deleteLinger: 0,
    resourceGraphLag: 0,
  },
};

export const timingNames: readonly TimingName[] = ['azure', 'demo', 'instant'];
