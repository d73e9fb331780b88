import type { Provisioning } from '../offer.ts';
import type { CallIds, DelegationPort, RegistrationState } from '../port.ts';
import { ProblemError, problemOf } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { AttemptEnd, AttemptStart } from '../run.ts';
import type { Engine, Task } from './engine.ts';
import { watch } from './engine.ts';
import { Halt } from './halt.ts';
import { Patience } from './patience.ts';
import { afterRead, wroteNothing } from './rules.ts';

type Result<T> =
  { readonly value: T; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: Problem };

/**
 * Reads from Azure until there is an answer. Problems that pass are waited out within a bound; a pause of the run costs
 * no attempt. Rejects with a `ProblemError`, or with `Halt` where the run was stopped during a pause.
 */
export async function read<T>(
  engine: Engine,
  task: Task,
  ask: (port: DelegationPort, ids: CallIds) => Promise<T>,
): Promise<T> {
  const patience = new Patience(engine.surroundings.random);
  for (;;) {
    await engine.line.enter('read');
    // What became of a write is read also after a stop; nothing else need be known any more.
    const stop = task.inDoubt ? {} : { stop: engine.stop };
    const result = await resultOf(() => ask(engine.port, { ...newIds(engine), ...stop }));
    if (result.problem?.code === 'stopped') {
      engine.line.leaveUnsent('read');
      throw new Halt();
    }
    engine.line.leave('read', task.item, result.problem);
    if (!result.problem) return result.value;
    switch (afterRead(result.problem)) {
      case 'pause':
        break;
      case 'tryAgain':
        await watch(engine, task, patience.next(result.problem));
        break;
      case 'fail':
        throw new ProblemError(result.problem);
    }
  }
}

/**
 * Reads something of Microsoft.ManagedServices. Where that is not registered there is nothing: `none`.
 */
export async function readOr<T>(
  engine: Engine,
  task: Task,
  none: T,
  ask: (port: DelegationPort, ids: CallIds) => Promise<T>,
): Promise<T> {
  try {
    return await read(engine, task, ask);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'notRegistered') return none;
    throw error;
  }
}

/** A write: what it is for, whether several items share it, and how it is sent. */
export interface Write extends Omit<AttemptStart, 'clientRequestId'> {
  readonly shared: boolean;
  readonly send: (port: DelegationPort, ids: CallIds) => Promise<Provisioning | RegistrationState>;
}

/** What Azure said to a write. Never proof. */
export type WriteResult = Result<Provisioning | RegistrationState>;

/**
 * Sends one write, once. It is in the journal before it leaves and after it is answered. Throws `Halt` where the run
 * was stopped before it left; what cannot be written down is not sent.
 */
export async function write(engine: Engine, task: Task, { kind, target, shared, send }: Write): Promise<WriteResult> {
  const { line, log, stop } = engine;
  await task.place.back();
  await line.enter('write');
  const ids = newIds(engine);
  const { clientRequestId } = ids;
  const of = shared ? {} : { item: task.item };
  const start: AttemptStart = { kind, target, clientRequestId };
  const journalled = await resultOf(() => log.noteFirst({ type: 'attempted', ...of, attempt: start }));
  const unsent = journalled.problem ?? (stop.requested ? stopped : undefined);
  if (unsent) {
    log.note({ type: 'answered', ...of, clientRequestId, end: { outcome: 'notSent', problem: unsent } });
    line.leaveUnsent('write');
    throw journalled.problem ? new ProblemError(unsent) : new Halt();
  }
  const result = await resultOf(() => send(engine.port, { ...ids, stop }));
  log.note({ type: 'answered', ...of, clientRequestId, end: endOf(result) });
  if (result.problem?.code === 'stopped') {
    line.leaveUnsent('write');
    throw new Halt();
  }
  line.leave('write', task.item, result.problem);
  return result;
}

const stopped: Problem = { code: 'stopped' };

function endOf({ value, problem }: WriteResult): AttemptEnd {
  if (!problem) return { outcome: 'accepted', answer: value };
  // A stop while it waited for its turn. Azure may have sent it back before: then it was refused.
  const neverLeft = problem.code === 'offline' || (problem.code === 'stopped' && problem.azure?.status === undefined);
  if (neverLeft) return { outcome: 'notSent', problem };
  return { outcome: wroteNothing(problem) ? 'refused' : 'unclear', problem };
}

function newIds({ surroundings, log }: Engine): CallIds {
  return { clientRequestId: surroundings.newId(), correlationId: log.state.runId };
}

async function resultOf<T>(ask: () => Promise<T>): Promise<Result<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
