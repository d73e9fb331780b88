import { describe, expect, it } from 'vitest';
import { copyIn, customer, owner, subscriptionNo } from '../../test/domain/offers.ts';
import { delegationId, subscriptionScope } from './ids.ts';
import { runReducer } from './runReducer.ts';
import { countsOf } from './run.ts';
import type { Proof, RunEvent, RunState } from './run.ts';

const target = delegationId(subscriptionScope(subscriptionNo(2)), 'dddddddd-0000-4000-8000-000000000001');
const proof: Proof = { delegationId: target, copyId: copyIn(1).id, readAt: 9, clientRequestId: 'read' };

type Timeless<Event> = Event extends RunEvent ? Omit<Event, 'at'> : never;

/** The state after these events, one millisecond apart, in a run of two items. */
function after(...events: readonly Timeless<RunEvent>[]): RunState {
  const started = {
    type: 'started',
    runId: 'run',
    tenantId: customer,
    actor: owner,
    fingerprint: 'f',
    items: 2,
  } as const;
  const state = [started, ...events].reduce<RunState | undefined>(
    (so, event, at) => runReducer(so, { ...event, at }),
    undefined,
  );
  if (!state) throw new Error('no state');
  return state;
}

const entered = { type: 'entered', item: 0, activity: 'delegating' } as const;
const attempted = {
  type: 'attempted',
  item: 0,
  attempt: { kind: 'writeDelegation', target, clientRequestId: 'one' },
} as const;
const answered = {
  type: 'answered',
  item: 0,
  clientRequestId: 'one',
  end: { outcome: 'accepted', answer: 'working' },
} as const;
const confirming = { type: 'entered', item: 0, activity: 'confirming' } as const;
const done = { type: 'ended', item: 0, end: { state: 'done', proof } } as const;
const asked = { type: 'askedForYou', item: 0, problem: { code: 'mfaNeeded' } } as const;
const paused = { type: 'paused', why: 'stepUp', problem: { code: 'mfaNeeded' } } as const;

describe('the phase of a run', () => {
  const unknown = { type: 'ended', item: 0, end: { state: 'unknown', problem: { code: 'noAnswer' } } } as const;
  const stopping = { type: 'stopping' } as const;
  it('is cut short only by who stopped it', () => {
    expect(after(unknown, { type: 'over' }).phase.name).toBe('finished');
    expect(after(stopping, unknown, { type: 'over' }).phase.name).toBe('stopped');
  });

  it('goes on with a retry while it stops, and after a page that went in a pause', () => {
    expect(after(unknown, stopping, { type: 'retried', items: [0] }).phase).toEqual({ name: 'running' });
    const pausing = { ...paused, type: 'pausing' } as const;
    expect(after(pausing, { type: 'interrupted' }).phase).toEqual({ name: 'running' });
    expect(after(paused, { type: 'interrupted' }).phase).toEqual({ name: 'running' });
    expect(after(stopping, { type: 'interrupted' }).phase).toEqual({ name: 'stopping' });
  });
});

describe('the state of a run', () => {
  it('follows an item from the first look to its end', () => {
    const { items } = after(entered, attempted, answered, confirming, done);
    expect(items[0]).toEqual({
      status: { state: 'done', proof },
      attempts: [{ ...attempted.attempt, startedAt: 2, endedAt: 3, end: answered.end }],
      startedAt: 1,
      endedAt: 5,
    });
    expect(items[1]).toEqual({ status: { state: 'waiting' }, attempts: [] });
  });

  it('counts everything once, and the numbers add up', () => {
    expect(countsOf(after(confirming))).toMatchObject({ working: 1, waiting: 1, done: 0 });
    const ended = { type: 'ended', item: 1, end: { state: 'failed', problem: { code: 'locked' } } } as const;
    const counts = countsOf(after(done, ended));
    expect(counts).toMatchObject({ done: 1, failed: 1, waiting: 0 });
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(2);
  });

  it('keeps what several items share apart from the items', () => {
    const attempt = { kind: 'register', target: subscriptionNo(2), clientRequestId: 'two' } as const;
    const { shared, items } = after({ type: 'attempted', attempt });
    expect(shared).toEqual([{ ...attempt, startedAt: 1 }]);
    expect(items.flatMap((item) => item.attempts)).toEqual([]);
  });

  it('shows who waits for the person, and what they go on with', () => {
    expect(after(confirming, asked, asked, paused).items[0]?.status).toMatchObject({ state: 'needsYou' });
    expect(after(confirming, asked, asked, paused, { type: 'resumed' }).items[0]?.status).toEqual({
      state: 'confirming',
    });
  });

  it('is stopped only where the stop changed something', () => {
    const stopped = { type: 'ended', item: 1, end: { state: 'stopped' } } as const;
    const all = { type: 'ended', item: 1, end: { state: 'done', proof } } as const;
    expect(after({ type: 'stopping' }, done, stopped, { type: 'over' }).phase.name).toBe('stopped');
    expect(after({ type: 'stopping' }, done, all, { type: 'over' }).phase.name).toBe('finished');
  });

  it('begins again for what is retried, and keeps the record of what was tried', () => {
    const failed = { type: 'ended', item: 0, end: { state: 'failed', problem: { code: 'locked' } } } as const;
    const state = after(entered, attempted, answered, failed, { type: 'over' }, { type: 'retried', items: [0] });
    expect(state.phase.name).toBe('running');
    expect(state.endedAt).toBeUndefined();
    expect(state.items[0]).toMatchObject({ status: { state: 'waiting' }, attempts: [{ clientRequestId: 'one' }] });
    expect(state.items[0]?.endedAt).toBeUndefined();
  });

  it('stays paused when something is retried during a pause', () => {
    const failed = { type: 'ended', item: 1, end: { state: 'failed', problem: { code: 'locked' } } } as const;
    expect(after(failed, paused, { type: 'retried', items: [1] }).phase.name).toBe('paused');
  });
});

describe('an interruption', () => {
  it('makes a write in flight unknown, and its answer unclear', () => {
    const { items } = after(entered, attempted, { type: 'interrupted' });
    expect(items[0]).toMatchObject({
      status: { state: 'unknown', problem: { code: 'noAnswer' } },
      attempts: [{ clientRequestId: 'one', end: { outcome: 'unclear' } }],
    });
  });

  it('makes what was not yet read back unknown, and everything else wait', () => {
    expect(after(entered, attempted, answered, confirming, { type: 'interrupted' }).items[0]?.status.state).toBe(
      'unknown',
    );
    expect(after(confirming, asked, { type: 'interrupted' }).items[0]?.status.state).toBe('unknown');
    expect(after(entered, { type: 'interrupted' }).items[0]?.status.state).toBe('waiting');
  });

  it('changes nothing about what has ended, and ends a pause', () => {
    const state = after(done, paused, { type: 'interrupted' });
    expect(state.items[0]?.status).toEqual({ state: 'done', proof });
    expect(state.phase.name).toBe('running');
  });

  it('of an interruption changes nothing', () => {
    const once = after(entered, attempted, { type: 'interrupted' });
    expect(runReducer(once, { type: 'interrupted', at: 99 })).toEqual(once);
  });

  it('leaves a wish to stop in force', () => {
    expect(after({ type: 'stopping' }, { type: 'interrupted' }).phase.name).toBe('stopping');
  });
});

describe('events that cannot be', () => {
  it('are faults of ours and say so', () => {
    expect(() => runReducer(undefined, { type: 'over', at: 0 })).toThrow('"started"');
    expect(() => after({ type: 'entered', item: 7, activity: 'checking' })).toThrow('no item 7');
  });

  it('change nothing where they answer what this run never sent', () => {
    expect(after(entered, attempted, { ...answered, clientRequestId: 'another' }).items).toEqual(
      after(entered, attempted).items,
    );
  });
});
