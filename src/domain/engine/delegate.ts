import type { DelegateItem, Way } from '../changeSet.ts';
import { ProblemError } from '../problem.ts';
import type { ItemEnd, Proof } from '../run.ts';
import { readyCopy } from './copy.ts';
import { delegationGoal, proofOf } from './delegationGoal.ts';
import { rest } from './engine.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried, waysLeft } from './item.ts';
import { Patience, freshFor } from './patience.ts';
import { put } from './put.ts';
import { register } from './registration.ts';
import { afterWrite } from './rules.ts';
import { adopt, findThere } from './there.ts';
import type { SeenAt } from './there.ts';

/**
 * Hands one scope over: looks what is there, registers where that was reviewed, then tries the item's ways in order.
 * Ends only with what was read back. Rejects with a `ProblemError` or `Halt`.
 */
export async function delegate(engine: Engine, task: Task, item: DelegateItem): Promise<ItemEnd> {
  engine.log.note({ type: 'entered', item: task.item, activity: 'checking' });
  const subscription = item.scope.subscriptionId;
  // Begun at once: it takes longest, and of all first writes of a run it is the most harmless one.
  const registering = settled(register(engine, task, subscription));
  const looked = await settled(findThere(engine, task, item));
  if (engine.registrations.isUnderWay(subscription)) task.place.leave();
  const registered = await registering;
  if (looked.status === 'rejected') throw looked.reason;
  if (looked.value.proof) return endWith(engine, task, looked.value.proof);
  if (registered.status === 'rejected') throw registered.reason;
  return endWith(engine, task, await tryWays(engine, task, item, looked.value.seen));
}

/** What this run wrote is done; what it found is already there, whoever wrote it. */
function endWith(engine: Engine, task: Task, proof: Proof): ItemEnd {
  const wrote = proof.delegationId !== undefined && wasTried(engine, task, proof.delegationId);
  return { state: wrote ? 'done' : 'already', proof };
}

async function tryWays(engine: Engine, task: Task, item: DelegateItem, seen: SeenAt): Promise<Proof> {
  const [way, ...others] = waysLeft(engine, item);
  try {
    await readyCopy(engine, task, way);
    return await takeWay(engine, task, item, way, seen);
  } catch (error) {
    const refused = error instanceof ProblemError && afterWrite(error.problem) === 'nextWay';
    if (!refused || way.kind !== 'reference' || others.length === 0) throw error;
  }
  // From now on no item of this run has references left to try.
  if (!engine.log.state.referencesRefused) engine.log.note({ type: 'referencesRefused' });
  return tryWays(engine, task, item, seen);
}

async function takeWay(engine: Engine, task: Task, item: DelegateItem, way: Way, last: SeenAt): Promise<Proof> {
  const patience = new Patience(engine.surroundings.random);
  const isFresh = last.way === way && engine.surroundings.now() - last.at <= freshFor;
  for (let seen = isFresh ? last.sight : undefined; ; seen = undefined) {
    try {
      return proofOf(
        way,
        await put(engine, task, delegationGoal(item.scope, way, engine.changeSet.offer.content), seen),
      );
    } catch (error) {
      if (!(error instanceof ProblemError) || afterWrite(error.problem) !== 'adopt') throw error;
      const proof = await adopt(engine, task, item);
      if (proof) return proof;
      // Azure says the same while a delegation that is being taken away lingers.
      await rest(engine, task, patience.next(error.problem));
    }
  }
}

async function settled<Value>(work: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  const [result] = await Promise.allSettled([work]);
  return result;
}
