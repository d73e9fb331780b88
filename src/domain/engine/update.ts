import type { UpdateItem } from '../changeSet.ts';
import { ProblemError } from '../problem.ts';
import type { ItemEnd } from '../run.ts';
import { sameAccess, saysThis } from '../sameAccess.ts';
import { firstLook } from './confirm.ts';
import { copyGoal } from './copyGoal.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried } from './item.ts';
import { put } from './put.ts';

/**
 * Lets a copy say what was reviewed in place of what it said: writes it, waits until Azure has applied it to everything
 * delegated to it, and reads it back. A copy that says neither was changed by someone else, and one that is gone stays gone.
 * https://learn.microsoft.com/azure/lighthouse/how-to/update-delegation
 */
export async function update(engine: Engine, task: Task, item: UpdateItem): Promise<ItemEnd> {
  const { copyId, from, to } = item;
  const goal = copyGoal(copyId, to, {
    activity: { writing: 'updating', confirming: 'confirming' },
    differs: (found) => (saysThis(found, to) ? undefined : 'copy'),
    isOutdated: (found) => sameAccess(found, from),
    mustExist: true,
  });
  engine.log.note({ type: 'entered', item: task.item, activity: 'checking' });
  const tried = wasTried(engine, task, copyId);
  const first = await firstLook(engine, task, goal);
  // What an interrupted run has written and Azure could not apply: that is how it ended.
  if (task.interrupted && tried && first.state === 'broken') throw new ProblemError(first.problem);
  const { readAt, clientRequestId } = await put(engine, task, goal, first);
  const state = wasTried(engine, task, copyId) ? 'done' : 'already';
  return { state, proof: { copyId, readAt, clientRequestId } };
}
