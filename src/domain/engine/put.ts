import { sameId } from '../ids.ts';
import { ProblemError } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Attempt } from '../run.ts';
import { write } from './calls.ts';
import { confirm, verify } from './confirm.ts';
import { rest, watch } from './engine.ts';
import type { Engine, Task } from './engine.ts';
import { goneMeanwhile, look } from './look.ts';
import type { Goal, Right, Sight } from './look.ts';
import { Patience } from './patience.ts';
import { awaitRegistration } from './registration.ts';
import { afterWrite, wroteNothing } from './rules.ts';

/**
 * Sees to it that the goal is there. What is right is left alone, what is missing, outdated or did not succeed is written,
 * and nothing counts before it has been read back. The address is read before every write; `first` is what was seen there
 * just now. Rejects with a `ProblemError` or `Halt`; `task.inDoubt` then says whether a write may have arrived.
 */
export async function put(engine: Engine, task: Task, goal: Goal, first?: Sight): Promise<Right> {
  const patience = new Patience(engine.surroundings.random);
  let seen = first ?? (await look(engine, task, goal));
  for (;;) {
    if (seen.state === 'right' && isWritten(engine, task, goal, ['accepted'])) {
      // What was there already, and was written again a moment ago, may still show as it was: it is looked at once more.
      return goal.notBefore === undefined ? seen : confirm(engine, task, goal);
    }
    switch (seen.state) {
      case 'working': {
        const isOurs = isWritten(engine, task, goal, ['accepted', 'unclear']);
        seen = await confirm(engine, task, goal);
        if (isOurs) return seen;
        break;
      }
      case 'leaving':
        await rest(engine, task, patience.next({ code: 'notSettled' }));
        seen = await look(engine, task, goal);
        break;
      case 'absent':
      case 'outdated':
      case 'broken':
      case 'right': {
        // A change to what is gone would bring it back: nobody reviewed that.
        if (seen.state === 'absent' && goal.mustExist) throw new ProblemError(goneMeanwhile(goal));
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

/** Whether nothing has to be sent for what is there: it need not be written again, or this run has done that. */
function isWritten(
  { log }: Engine,
  { item }: Task,
  { id, notBefore }: Goal,
  outcomes: readonly NonNullable<Attempt['end']>['outcome'][],
): boolean {
  if (notBefore === undefined) return true;
  const own = log.state.items[item]?.attempts ?? [];
  return own.some(
    ({ target, startedAt, end }) =>
      sameId(target, id) && startedAt >= notBefore && end !== undefined && outcomes.includes(end.outcome),
  );
}

/** After a write that was not accepted: what is there, once it makes sense to look. */
async function recover(engine: Engine, task: Task, goal: Goal, problem: Problem, patience: Patience): Promise<Sight> {
  switch (afterWrite(problem)) {
    case 'pause':
      break;
    case 'tryAgain':
      if (!task.inDoubt) {
        await rest(engine, task, patience.next(problem));
        break;
      }
      // What may have arrived is looked at in any case: after a stop, and before giving up.
      if (patience.hasMore(problem)) {
        await watch(engine, task, patience.next(problem));
        break;
      }
      return verifyAndRest(engine, task, goal, problem, patience);
    case 'verify':
      return verifyAndRest(engine, task, goal, problem, patience);
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

/** Finds out whether the write has arrived. Where it has not, waits before it is sent again, or gives up. */
async function verifyAndRest(
  engine: Engine,
  task: Task,
  goal: Goal,
  problem: Problem,
  patience: Patience,
): Promise<Sight> {
  const seen = await verify(engine, task, goal, problem);
  const isOld = seen.state === 'outdated' || (seen.state === 'right' && goal.notBefore !== undefined);
  if (seen.state === 'absent' || isOld) await rest(engine, task, patience.next(problem));
  return seen;
}
