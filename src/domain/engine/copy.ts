import type { Way } from '../changeSet.ts';
import type { CopyId } from '../ids.ts';
import type { OfferCopy } from '../offer.ts';
import { ProblemError } from '../problem.ts';
import { confirm, firstLook } from './confirm.ts';
import { copyGoal } from './copyGoal.ts';
import type { Engine, Task } from './engine.ts';
import { look } from './look.ts';
import type { Goal } from './look.ts';
import { put } from './put.ts';

/**
 * Sees to it that the way's copy says exactly what was reviewed, once for everything that refers to it: stores it
 * where the way says so, else reads it. A copy that someone has updated since then gives something else away.
 */
export function readyCopy(engine: Engine, task: Task, { kind, copyId }: Way): Promise<void> {
  if (engine.copies.isUnderWay(copyId)) task.place.leave();
  if (kind === 'copy') engine.log.note({ type: 'entered', item: task.item, activity: 'writingCopy' });
  return engine.copies.get(copyId, async () => {
    const goal = sharedGoal(engine, copyId);
    // Whether the copy arrived is another question than whether this item's delegation did.
    const lead: Task = { ...task, interrupted: false, inDoubt: false };
    if (kind === 'copy') await put(engine, lead, goal, await firstLook(engine, lead, goal));
    else await findReady(engine, lead, goal);
  });
}

async function findReady(engine: Engine, task: Task, goal: Goal<OfferCopy>): Promise<void> {
  const { state } = await look(engine, task, goal);
  switch (state) {
    case 'right':
      return;
    case 'working':
      await confirm(engine, task, goal);
      return;
    case 'absent':
    case 'outdated':
    case 'leaving':
      throw new ProblemError({ code: 'copyMissing' });
    case 'broken':
      throw new ProblemError({ code: 'copyNotReady' });
  }
}

/** Whether it arrived is the business of everybody who refers to it. */
function sharedGoal({ changeSet }: Engine, id: CopyId): Goal<OfferCopy> {
  const activity = { writing: 'writingCopy', confirming: 'writingCopy' } as const;
  return copyGoal(id, changeSet.offer.content, { shared: true, activity });
}
