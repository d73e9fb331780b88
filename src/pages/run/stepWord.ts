import type { Catalog } from '../../text/en/catalog.ts';
import type { StepName } from './runSteps.ts';

/** What a step is called. */
export function stepWord(name: StepName, t: Catalog): string {
  switch (name) {
    case 'registered':
    case 'copied':
    case 'delegated':
    case 'checked':
      return t.run.step[name];
    case 'stored':
    case 'updated':
    case 'removed':
    case 'copyRemoved':
    case 'reapplied':
    case 'seenGone':
      return t.change.step[name];
  }
}
