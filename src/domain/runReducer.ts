import type { Attempt, ItemRun, ItemStatus, RunEvent, RunState } from './run.ts';
import type { Problem } from './problem.ts';

/** The state after an event. Pure: the same events always give the same state. */
export function runReducer(state: RunState | undefined, event: RunEvent): RunState {
  if (event.type === 'started') return begin(event);
  if (!state) throw new Error(`A run begins with "started", not with "${event.type}".`);
  switch (event.type) {
    case 'entered':
      return change(state, event.item, (item) => ({
        ...item,
        status: { state: event.activity },
        startedAt: item.startedAt ?? event.at,
      }));
    case 'attempted':
      return changeAttempts(state, event.item, (attempts) => [...attempts, { ...event.attempt, startedAt: event.at }]);
    case 'answered':
      return changeAttempts(state, event.item, (attempts) => answer(attempts, event));
    case 'doubted':
      return change(state, event.item, (item) => ({ ...item, status: { state: 'unknown', problem: event.problem } }));
    case 'askedForYou':
      return change(state, event.item, (item) => ({
        ...item,
        status: { state: 'needsYou', problem: event.problem, then: goOn(item).status },
      }));
    case 'ended':
      return change(state, event.item, (item) => ({ ...item, status: event.end, endedAt: event.at }));
    case 'referencesRefused':
      return { ...state, referencesRefused: true };
    case 'pausing':
    case 'paused':
      return { ...state, phase: { name: event.type, why: event.why, problem: event.problem } };
    case 'resumed':
      return { ...state, phase: { name: 'running' }, items: state.items.map(goOn) };
    case 'stopping':
      return { ...state, phase: { name: 'stopping' } };
    case 'over':
      return { ...state, phase: { name: wasCutShort(state) ? 'stopped' : 'finished' }, endedAt: event.at };
    case 'retried':
      return retry(state, new Set(event.items));
    case 'interrupted':
      return interrupt(state, event.at);
  }
}

function begin({ runId, tenantId, actor, fingerprint, items, at }: RunEvent & { type: 'started' }): RunState {
  return {
    runId,
    tenantId,
    actor,
    fingerprint,
    phase: { name: 'running' },
    startedAt: at,
    referencesRefused: false,
    items: Array.from({ length: items }, () => ({ status: { state: 'waiting' }, attempts: [] })),
    shared: [],
  };
}

function change(state: RunState, index: number, to: (item: ItemRun) => ItemRun): RunState {
  const item = state.items[index];
  if (!item) throw new Error(`The run has no item ${index}.`);
  return { ...state, items: state.items.with(index, to(item)) };
}

type Attempts = readonly Attempt[];

function changeAttempts(state: RunState, item: number | undefined, to: (attempts: Attempts) => Attempts): RunState {
  return item === undefined
    ? { ...state, shared: to(state.shared) }
    : change(state, item, (it) => ({ ...it, attempts: to(it.attempts) }));
}

function answer(attempts: Attempts, { clientRequestId, end, at }: RunEvent & { type: 'answered' }): Attempts {
  const index = attempts.findLastIndex((attempt) => attempt.clientRequestId === clientRequestId);
  const attempt = attempts[index];
  return attempt ? attempts.with(index, { ...attempt, end, endedAt: at }) : attempts;
}

function goOn(item: ItemRun): ItemRun {
  return item.status.state === 'needsYou' ? { ...item, status: item.status.then } : item;
}

/** A wish to stop that came too late to change anything is forgotten. */
function wasCutShort({ phase, items }: RunState): boolean {
  return phase.name === 'stopping' && items.some(({ status: { state } }) => state === 'stopped' || state === 'unknown');
}

function retry({ endedAt, ...state }: RunState, again: ReadonlySet<number>): RunState {
  const wasOver = endedAt !== undefined;
  return {
    ...state,
    phase: wasOver || state.phase.name === 'stopping' ? { name: 'running' } : state.phase,
    items: state.items.map((item, index) =>
      again.has(index) ? { status: { state: 'waiting' }, attempts: item.attempts } : item,
    ),
  };
}

const unheard: Problem = { code: 'noAnswer' };

/**
 * A write in flight may have arrived: its item becomes `unknown` and is verified before anything else. A second
 * interruption of the same state changes nothing.
 */
function interrupt(state: RunState, at: number): RunState {
  const paused = state.phase.name === 'pausing' || state.phase.name === 'paused';
  return {
    ...state,
    phase: paused ? { name: 'running' } : state.phase,
    items: state.items.map((item) => (item.endedAt === undefined ? setDown(item, at) : item)),
    shared: unheardOf(state.shared, at),
  };
}

function setDown({ status, attempts }: ItemRun, at: number): ItemRun {
  const next: ItemStatus =
    attempts.some(isOpen) || isUnproven(status) ? { state: 'unknown', problem: unheard } : { state: 'waiting' };
  return { status: next, attempts: unheardOf(attempts, at) };
}

function isUnproven(status: ItemStatus): boolean {
  return (
    status.state === 'confirming' ||
    status.state === 'unknown' ||
    (status.state === 'needsYou' && isUnproven(status.then))
  );
}

function isOpen({ end }: Attempt): boolean {
  return end === undefined;
}

function unheardOf(attempts: Attempts, at: number): Attempts {
  return attempts.some(isOpen)
    ? attempts.map((attempt) =>
        isOpen(attempt) ? { ...attempt, end: { outcome: 'unclear', problem: unheard }, endedAt: at } : attempt,
      )
    : attempts;
}
