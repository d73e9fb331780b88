import type { Doing } from '../../domain/changeSet.ts';
import type { ItemRun, ItemStatus } from '../../domain/run.ts';

/** The write that an item comes to. */
type Deed = 'delegated' | 'stored' | 'updated' | 'removed' | 'copyRemoved' | 'reapplied';

export type StepName = 'registered' | 'copied' | Deed | 'checked' | 'seenGone';
export type StepState = 'done' | 'working' | 'ahead';

export interface RunStep {
  readonly name: StepName;
  readonly state: StepState;
}

const deeds: Readonly<Record<Doing, Deed>> = {
  delegate: 'delegated',
  accept: 'stored',
  update: 'updated',
  remove: 'removed',
  removeCopy: 'copyRemoved',
  reapplyCopy: 'reapplied',
  reapply: 'reapplied',
};

/** How far each activity is along the steps; what comes before it is done. */
const reached: Readonly<Record<ItemStatus['state'], 'start' | 'registered' | 'copied' | 'deed' | 'proof' | 'end'>> = {
  waiting: 'start',
  checking: 'start',
  needsYou: 'start',
  stopped: 'start',
  registering: 'registered',
  writingCopy: 'copied',
  updating: 'deed',
  delegating: 'deed',
  removing: 'deed',
  removingCopy: 'deed',
  reapplying: 'deed',
  confirming: 'proof',
  done: 'end',
  already: 'end',
  failed: 'start',
  unknown: 'start',
};

/**
 * The steps of one item as a person follows them. Those it does not need are left out: `registers` and `copies` say
 * whether its subscription is registered, and stores a copy of the offer for it, in this run.
 */
export function stepsOf(
  { status, attempts }: ItemRun,
  does: Doing,
  { registers, copies }: { readonly registers: boolean; readonly copies: boolean },
): readonly RunStep[] {
  const deed = deeds[does];
  const proof = does === 'remove' || does === 'removeCopy' ? 'seenGone' : 'checked';
  const storesFirst = does === 'delegate' && (copies || status.state === 'writingCopy');
  const names: StepName[] = [
    ...(registers ? (['registered'] as const) : []),
    ...(storesFirst ? (['copied'] as const) : []),
    deed,
    proof,
  ];
  const at = reached[status.state];
  if (at === 'end') return names.map((name) => ({ name, state: 'done' }));
  // Where the copy itself is the point, storing it is the deed.
  const now = at === 'deed' || (at === 'copied' && !storesFirst) ? deed : at === 'proof' ? proof : at;
  const working = names.findIndex((name) => name === now);
  const accepted = attempts.some(({ kind, end }) => kind !== 'register' && end?.outcome === 'accepted');
  return names.map((name, position) => ({
    name,
    state:
      working >= 0 && position < working
        ? 'done'
        : position === working
          ? 'working'
          : name === deed && accepted
            ? 'done'
            : 'ahead',
  }));
}
