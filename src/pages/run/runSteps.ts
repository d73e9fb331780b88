import type { ItemRun, ItemStatus } from '../../domain/run.ts';

export type StepName = 'registered' | 'copied' | 'delegated' | 'checked';
export type StepState = 'done' | 'working' | 'ahead';

export interface RunStep {
  readonly name: StepName;
  readonly state: StepState;
}

/** How far each activity is along the steps; what comes before it is done. */
const reached: Readonly<Record<ItemStatus['state'], StepName | 'start' | 'end'>> = {
  waiting: 'start',
  checking: 'start',
  needsYou: 'start',
  stopped: 'start',
  registering: 'registered',
  writingCopy: 'copied',
  delegating: 'delegated',
  confirming: 'checked',
  done: 'end',
  already: 'end',
  failed: 'start',
  unknown: 'start',
};

/**
 * The steps of one scope as a person follows them. Those it does not need are left out: `registers` and `copies` say
 * whether its subscription is registered, and stores a copy of the offer, in this run.
 */
export function stepsOf(
  { status, attempts }: ItemRun,
  { registers, copies }: { readonly registers: boolean; readonly copies: boolean },
): readonly RunStep[] {
  const names: StepName[] = [
    ...(registers ? (['registered'] as const) : []),
    ...(copies || status.state === 'writingCopy' ? (['copied'] as const) : []),
    'delegated',
    'checked',
  ];
  const at = reached[status.state];
  if (at === 'end') return names.map((name) => ({ name, state: 'done' }));
  const working = names.findIndex((name) => name === at);
  const accepted = attempts.some(({ kind, end }) => kind === 'writeDelegation' && end?.outcome === 'accepted');
  return names.map((name, position) => ({
    name,
    state:
      working >= 0 && position < working
        ? 'done'
        : position === working
          ? 'working'
          : name === 'delegated' && accepted
            ? 'done'
            : 'ahead',
  }));
}
