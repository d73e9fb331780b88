import type { CopyId, DelegationId } from '../ids.ts';
import type { Provisioning } from '../offer.ts';
import type { CallIds, DelegationPort } from '../port.ts';
import { ProblemError } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Activity, Proof } from '../run.ts';
import { readOr, write } from './calls.ts';
import { rest, watch } from './engine.ts';
import type { Engine, Task } from './engine.ts';
import { Patience, verifying } from './patience.ts';
import { afterWrite, wroteNothing } from './rules.ts';

/** Something that is to be gone, at its own address: a delegation or a copy. */
export interface Target<
  Found extends { readonly provisioning: Provisioning } = { readonly provisioning: Provisioning },
> {
  readonly kind: 'deleteDelegation' | 'deleteCopy';
  readonly id: DelegationId | CopyId;
  readonly activity: Activity;
  read(port: DelegationPort, ids: CallIds): Promise<Found | undefined>;
  /** Throws a `ProblemError` where what is there is not what was reviewed. */
  check(found: Found): void;
  /** Asked before each time it is sent. Throws a `ProblemError` where it may not be. */
  mayGo?(): Promise<void>;
  send(port: DelegationPort, ids: CallIds): Promise<Provisioning>;
}

/** When it was read that nothing is there, and by which request. */
export type GoneProof = Pick<Proof, 'readAt' | 'clientRequestId'>;

type Sight = { readonly state: 'gone'; readonly proof: GoneProof } | { readonly state: 'there' | 'leaving' };

/**
 * Sees to it that the target is gone: what is there is deleted, and nothing counts before a read finds nothing (404).
 * Azure answers a deletion at once, needs a while, and shows what was deleted for some time after that. Rejects with a
 * `ProblemError` or `Halt`; `task.inDoubt` then says whether a deletion may have arrived.
 */
export async function takeAway(engine: Engine, task: Task, target: Target): Promise<GoneProof> {
  const patience = new Patience(engine.surroundings.random);
  let seen = await lookFor(engine, task, target);
  for (;;) {
    if (seen.state === 'gone') return seen.proof;
    if (seen.state === 'leaving') return untilGone(engine, task, target);
    await target.mayGo?.();
    task.inDoubt = false;
    engine.log.note({ type: 'entered', item: task.item, activity: target.activity });
    const { kind, id, send } = target;
    const result = await write(engine, task, { kind, target: id, shared: false, send });
    if (!result.problem) return untilGone(engine, task, target);
    task.inDoubt = !wroteNothing(result.problem);
    switch (afterWrite(result.problem)) {
      case 'pause':
        seen = await lookFor(engine, task, target);
        break;
      case 'tryAgain':
        // What may have arrived is looked at in any case: after a stop, and before giving up.
        if (task.inDoubt && !patience.hasMore(result.problem)) {
          seen = await afterDoubt(engine, task, target, result.problem, patience);
          break;
        }
        await (task.inDoubt ? watch : rest)(engine, task, patience.next(result.problem));
        seen = await lookFor(engine, task, target);
        break;
      case 'verify':
        seen = await afterDoubt(engine, task, target, result.problem, patience);
        break;
      case 'awaitRegistration':
      case 'adopt':
      case 'nextWay':
      case 'fail':
        throw new ProblemError(result.problem);
    }
  }
}

/** What is at the address now. Without a registration nothing is in the subscription. */
async function lookFor(engine: Engine, task: Task, target: Target): Promise<Sight> {
  let clientRequestId = '';
  const found = await readOr<Awaited<ReturnType<Target['read']>>>(engine, task, undefined, (port, ids) => {
    clientRequestId = ids.clientRequestId;
    return target.read(port, ids);
  });
  if (!found) return { state: 'gone', proof: { readAt: engine.surroundings.now(), clientRequestId } };
  target.check(found);
  return { state: found.provisioning === 'deleting' ? 'leaving' : 'there' };
}

/** Azure has taken the deletion: reads until nothing is there, within a bound. */
async function untilGone(engine: Engine, task: Task, target: Target): Promise<GoneProof> {
  task.inDoubt = true;
  engine.log.note({ type: 'entered', item: task.item, activity: 'confirming' });
  const watching = engine.experience.watch(target.kind);
  for (let now = true; now || (await watching.next()); now = false) {
    const seen = await lookFor(engine, task, target);
    task.place.leave();
    if (seen.state !== 'gone') continue;
    if (!now) watching.done();
    return seen.proof;
  }
  throw new ProblemError({ code: 'notSettled' });
}

/**
 * Nobody heard the answer: reads until something shows that it has arrived. Where nothing does, waits before it is sent again, or
 * gives up.
 */
async function afterDoubt(
  engine: Engine,
  task: Task,
  target: Target,
  problem: Problem,
  patience: Patience,
): Promise<Sight> {
  engine.log.note({ type: 'doubted', item: task.item, problem });
  for (const wait of verifying) {
    await watch(engine, task, wait);
    const seen = await lookFor(engine, task, target);
    if (seen.state !== 'there') return seen;
  }
  task.inDoubt = false;
  await rest(engine, task, patience.next(problem));
  return { state: 'there' };
}
