import { itemsDoing } from '../changeSet.ts';
import type { ReapplyCopyItem, ReapplyItem } from '../changeSet.ts';
import { sameId } from '../ids.ts';
import { contentOnly } from '../makeChangeSet.ts';
import type { Delegation, OfferCopy } from '../offer.ts';
import { ProblemError } from '../problem.ts';
import type { ItemEnd } from '../run.ts';
import { sameAccess } from '../sameAccess.ts';
import { copyGoal } from './copyGoal.ts';
import { delegationGoal } from './delegationGoal.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried } from './item.ts';
import { look } from './look.ts';
import type { Goal } from './look.ts';
import { put } from './put.ts';
import { lastRemoval } from './order.ts';

/*
 * Azure takes the access of a kept delegation away with that of a removed one, where both give the same principal the same
 * role; writing the kept one again gives it back: the copy, then what is delegated to it.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */

/** Writes a kept copy once more, as it was reviewed, and reads it back. */
export function reapplyCopy(engine: Engine, task: Task, { copyId, content }: ReapplyCopyItem): Promise<ItemEnd> {
  const activity = { writing: 'reapplying', confirming: 'confirming' } as const;
  const goal = copyGoal(copyId, content, { activity });
  let there = content;
  return again(
    engine,
    task,
    {
      ...goal,
      // Names that a search index leaves out stay as they stand in Azure: what is written is what was read, where that gives
      // the access that was reviewed.
      async read(port, ids) {
        const found = await port.readCopy(copyId, ids);
        if (found && sameAccess(found, content)) there = contentOnly(found);
        return found;
      },
      differs: (found) => (sameAccess(found, content) ? undefined : 'copy'),
      send: async (port, ids) => (await port.writeCopy(copyId, there, ids)).provisioning,
    } satisfies Goal<OfferCopy>,
    { copyId },
  );
}

/** Writes a kept delegation once more and reads it back. */
export async function reapply(
  engine: Engine,
  task: Task,
  { scope, delegationId, copyId }: ReapplyItem,
): Promise<ItemEnd> {
  const copy = itemsDoing(engine.changeSet, 'reapplyCopy').find((other) => sameId(other.copyId, copyId));
  if (!copy) throw new ProblemError({ code: 'copyMissing' });
  const goal = delegationGoal(scope, { kind: 'local', delegationId, copyId }, copy.content);
  const activity = { writing: 'reapplying', confirming: 'confirming' } as const;
  return again(engine, task, { ...goal, activity }, { delegationId, copyId });
}

/**
 * Never skipped because it is there already, that being the point of it; but written once per run, after the last removal,
 * and not at all where this run found everything removed before it came.
 */
async function again<Found extends Delegation | OfferCopy>(
  engine: Engine,
  task: Task,
  goal: Goal<Found>,
  ids: Pick<ReapplyItem, 'copyId'> & Partial<Pick<ReapplyItem, 'delegationId'>>,
): Promise<ItemEnd> {
  const removedAt = lastRemoval(engine.changeSet, engine.log.state.items);
  const due: Goal<Found> = { ...goal, mustExist: true, ...(removedAt !== undefined && { notBefore: removedAt }) };
  engine.log.note({ type: 'entered', item: task.item, activity: 'checking' });
  const tried = wasTried(engine, task, goal.id);
  task.inDoubt = tried;
  const first = await look(engine, task, due);
  if (task.interrupted && tried && first.state === 'broken') throw new ProblemError(first.problem);
  const { readAt, clientRequestId } = await put(engine, task, due, first);
  const state = wasTried(engine, task, goal.id) ? 'done' : 'already';
  return { state, proof: { ...ids, readAt, clientRequestId } };
}
