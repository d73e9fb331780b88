import type { AcceptItem } from '../changeSet.ts';
import type { OfferCopy } from '../offer.ts';
import type { ItemEnd } from '../run.ts';
import { firstLook } from './confirm.ts';
import { copyGoal } from './copyGoal.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried } from './item.ts';
import type { Goal, Right } from './look.ts';
import { put } from './put.ts';
import { register } from './registration.ts';

/**
 * Stores one copy of the offer in a subscription, which is what accepting an offer comes to: registers where that was
 * reviewed, writes the copy, reads it back. https://learn.microsoft.com/azure/lighthouse/concepts/managed-services-offers
 */
export async function accept(engine: Engine, task: Task, item: AcceptItem): Promise<ItemEnd> {
  const goal = copyGoal(item.copyId, engine.changeSet.offer.content);
  engine.log.note({ type: 'entered', item: task.item, activity: 'checking' });
  const first = await firstLook(engine, task, goal);
  if (first.state === 'right') return endWith(engine, task, item, first);
  await register(engine, task, item.scope.subscriptionId);
  return endWith(engine, task, item, await storeOnce(engine, task, item, goal));
}

/** A scope of the same run may be storing this very copy for itself. */
async function storeOnce(engine: Engine, task: Task, { copyId }: AcceptItem, goal: Goal<OfferCopy>): Promise<Right> {
  let stored: Right | undefined;
  await engine.copies.get(copyId, async () => {
    stored = await put(engine, task, goal);
  });
  return stored ?? put(engine, task, goal);
}

function endWith(engine: Engine, task: Task, { copyId }: AcceptItem, { readAt, clientRequestId }: Right): ItemEnd {
  const state = wasTried(engine, task, copyId) ? 'done' : 'already';
  return { state, proof: { copyId, readAt, clientRequestId } };
}
