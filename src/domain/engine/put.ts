import { ProblemError } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { write } from './calls.ts';
import { confirm, verify } from './confirm.ts';
import { rest, watch } from './engine.ts';
import type { Engine, Task } from './engine.ts';
import { look } from './look.ts';
import type { Goal, Right, Sight } from './look.ts';
import { Patience } from './patience.ts';
import { awaitRegistration } from './registration.ts';
import { afterWrite, wroteNothing } from './rules.ts';

/**
 * Sees to it that the goal is there. What is right is left alone, what is missing or did not succeed is written, and
 * nothing counts before it has been read back. The address is read before every write; `first` is what was seen there
 * just now. Rejects with a `ProblemError` or `Halt`; `task.inDoubt` then says whether a write may have arrived.
 */
export async function put(engine: Engine, task: Task, goal: Goal, first?: Sight): Promise<Right> {
  const patience = new Patience(engine.surroundings.random);
  let seen = first ?? (await look(engine, task, goal));
  for (;;) {
    switch (seen.state) {
      case 'right':
        return seen;
      case 'working':
        return confirm(engine, task, goal);
      case 'leaving':
        await rest(engine, task, patience.next({ code: 'notSettled' }));
        seen = await look(engine, task, goal);
        break;
      case 'absent':
      case 'broken': {
        task.inDoubt = false;
        engine.log.note({ type: 'entered', item: task.item, activity: goal.activity.writing });
        const { kind, id: target, shared } = goal;
        const result = await write(engine, task, { kind, target, shared, send: (port, ids) => goal.send(port, ids) });
        if (!result.problem) return confirm(engine, task, goal, result.value === 'succeeded');
        task.inDoubt = !wroteNothing(result.problem);
        seen = await recover(engine, task, goal, result.problem, patience);
      }
    }
  }
}

/** After a write that was not accepted: what is there, once it makes sense to look. */
async function recover(engine: Engine, task: Task, goal: Goal, problem: Problem, patience: Patience): Promise<Sight> {
  switch (afterWrite(problem)) {
    case 'pause':
      break;
    case 'tryAgain':
      // What may have arrived is looked at in any case, also after a stop.
      await (task.inDoubt ? watch : rest)(engine, task, patience.next(problem));
      break;
    case 'verify': {
      const seen = await verify(engine, task, goal, problem);
      if (seen.state === 'absent') await rest(engine, task, patience.next(problem));
      return seen;
    }
    case 'awaitRegistration':
      await rest(engine, task, patience.next({ ...problem, code: 'registrationSlow' }));
      await awaitRegistration(engine, task, goal.subscriptionId);
      break;
    case 'adopt':
    case 'nextWay':
    case 'fail':
      throw new ProblemError(problem);
  }
  return look(engine, task, goal);
}
