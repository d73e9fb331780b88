import { problemOf, type Problem } from '../problem.ts';
import type { ItemEnd } from '../run.ts';
import { accept } from './accept.ts';
import { delegate } from './delegate.ts';
import type { Engine, Task } from './engine.ts';
import { Halt } from './halt.ts';
import { itemOf } from './item.ts';
import { reapply, reapplyCopy } from './reapply.ts';
import { remove, removeCopy } from './remove.ts';
import { update } from './update.ts';
import type { Place } from './window.ts';

/**
 * Carries one item to its end, whatever happens on the way. Never rejects, so that nothing that befalls one item
 * changes another. A write that may have arrived and could not be verified makes the end `unknown`.
 */
export async function carryOut(engine: Engine, item: number, place: Place): Promise<ItemEnd> {
  const interrupted = engine.log.state.items[item]?.status.state === 'unknown';
  const task: Task = { item, place, interrupted, inDoubt: false };
  // What is in doubt is verified even after a stop: reading is no new write.
  if (engine.stop.requested && !interrupted) return { state: 'stopped' };
  try {
    return await work(engine, task);
  } catch (error) {
    if (error instanceof Halt)
      return task.inDoubt ? { state: 'unknown', problem: { code: 'stopped' } } : { state: 'stopped' };
    const problem = problemOf(error);
    return task.inDoubt ? { state: 'unknown', problem: ofWrite(problem) } : { state: 'failed', problem };
  }
}

/** What broke off last had only asked; in doubt is the write that it asked about. */
function ofWrite(problem: Problem): Problem {
  if (problem.code !== 'noAnswer') return problem;
  const { asked: _, ...rest } = problem;
  return rest;
}

function work(engine: Engine, task: Task): Promise<ItemEnd> {
  const item = itemOf(engine, task);
  switch (item.does) {
    case 'delegate':
      return delegate(engine, task, item);
    case 'accept':
      return accept(engine, task, item);
    case 'update':
      return update(engine, task, item);
    case 'remove':
      return remove(engine, task, item);
    case 'removeCopy':
      return removeCopy(engine, task, item);
    case 'reapplyCopy':
      return reapplyCopy(engine, task, item);
    case 'reapply':
      return reapply(engine, task, item);
  }
}
