import { problemOf } from '../problem.ts';
import type { ItemEnd } from '../run.ts';
import { delegate } from './delegate.ts';
import type { Engine, Task } from './engine.ts';
import { Halt } from './halt.ts';

/**
 * Carries one item to its end, whatever happens on the way; never rejects, so that nothing that befalls one item
 * changes another. A write that may have arrived and could not be verified makes the end `unknown`.
 */
export async function carryOut(engine: Engine, task: Task): Promise<ItemEnd> {
  // An item in doubt is verified even then: reading is no new write.
  if (engine.stop.requested && engine.log.state.items[task.item]?.status.state !== 'unknown') return { state: 'stopped' };
  try {
    return await delegate(engine, task);
  } catch (error) {
    if (error instanceof Halt) return task.inDoubt ? { state: 'unknown', problem: { code: 'stopped' } } : { state: 'stopped' };
    return { state: task.inDoubt ? 'unknown' : 'failed', problem: problemOf(error) };
  }
}
