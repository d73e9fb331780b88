import { ProblemError } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { watch } from './engine.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried } from './item.ts';
import { changedByOther, look } from './look.ts';
import type { Goal, Right, Sight } from './look.ts';
import { verifying } from './patience.ts';

/**
 * Reads until Azure has finished and exactly what was meant is there. The headers that say how long it takes may be
 * hidden from a browser, so the resource itself is read:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
 * `finished`: Azure said that there is nothing to wait for. Rejects with `notSettled` or `notVisible` at the bound.
 */
export async function confirm(engine: Engine, task: Task, goal: Goal, finished = false): Promise<Right> {
  task.inDoubt = true;
  engine.log.note({ type: 'entered', item: task.item, activity: goal.activity.confirming });
  let seen: Sight | undefined;
  const watching = engine.experience.watch(goal.kind);
  task.place.leave();
  for (let now = finished; now || (await watching.next()); now = false) {
    seen = await look(engine, task, goal);
    switch (seen.state) {
      case 'right':
        if (!now) watching.done();
        return seen;
      case 'broken':
        throw new ProblemError(seen.problem);
      case 'leaving':
        throw new ProblemError(changedByOther(goal));
      case 'working':
      // Azure answered the write: that it does not show yet is lag.
      case 'absent':
      case 'outdated':
        break;
    }
  }
  throw new ProblemError({ code: seen?.state === 'absent' ? 'notVisible' : 'notSettled' });
}

/**
 * What is there before anything is sent. What this run has sent before, on a page that is gone or until it was given up, may
 * not show yet: it is given the time to, so that nothing is sent twice.
 */
export async function firstLook(engine: Engine, task: Task, goal: Goal): Promise<Sight> {
  const tried = wasTried(engine, task, goal.id);
  task.inDoubt = tried;
  const seen = await look(engine, task, goal);
  const mayBeLate = tried && (seen.state === 'absent' || seen.state === 'outdated');
  return mayBeLate ? verify(engine, task, goal, { code: 'noAnswer' }) : seen;
}

/**
 * Nobody heard the answer to a write: reads until it is known whether it has arrived. `absent` or `outdated` at the end
 * means that it has not.
 */
export async function verify(engine: Engine, task: Task, goal: Goal, problem: Problem): Promise<Sight> {
  task.inDoubt = true;
  engine.log.note({ type: 'doubted', item: task.item, problem });
  let seen: Sight = { state: 'absent' };
  for (const wait of verifying) {
    await watch(engine, task, wait);
    seen = await look(engine, task, goal);
    if (seen.state !== 'absent' && seen.state !== 'outdated') return seen;
  }
  task.inDoubt = false;
  return seen;
}
