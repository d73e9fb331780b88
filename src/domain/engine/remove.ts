import { itemsDoing } from '../changeSet.ts';
import type { RemoveCopyItem, RemoveItem } from '../changeSet.ts';
import { sameId } from '../ids.ts';
import type { Delegation, OfferCopy } from '../offer.ts';
import { ProblemError } from '../problem.ts';
import type { ItemEnd } from '../run.ts';
import { sameAccess } from '../sameAccess.ts';
import { readOr } from './calls.ts';
import type { Engine, Task } from './engine.ts';
import { wasTried } from './item.ts';
import { takeAway } from './takeAway.ts';
import type { Target } from './takeAway.ts';

/*
 * Taking back: first the delegations, each until it reads 404, then the copy.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation
 */

/** Takes one delegation away. One that refers to another copy than was reviewed is someone else's. */
export async function remove(engine: Engine, task: Task, item: RemoveItem): Promise<ItemEnd> {
  const { delegationId, copyId } = item;
  const target: Target<Delegation> = {
    kind: 'deleteDelegation',
    id: delegationId,
    activity: 'removing',
    read: (port, ids) => port.readDelegation(delegationId, ids),
    check: (found) => {
      if (!sameId(found.copyId, copyId)) throw new ProblemError({ code: 'changedByOther', what: 'delegation' });
    },
    send: async (port, ids) => (await port.deleteDelegation(delegationId, ids)).provisioning,
  };
  const proof = await goneFor(engine, task, target);
  const state = wasTried(engine, task, delegationId) ? 'done' : 'already';
  return { state, proof: { delegationId, copyId, gone: true, ...proof } };
}

/**
 * Deletes one copy. Azure refuses while anything refers to it; what is known to refer to it is not even tried. A copy that
 * says something else by now is someone else's decision.
 */
export async function removeCopy(engine: Engine, task: Task, item: RemoveCopyItem): Promise<ItemEnd> {
  const { copyId } = item;
  const target: Target<OfferCopy> = {
    kind: 'deleteCopy',
    id: copyId,
    activity: 'removingCopy',
    read: (port, ids) => port.readCopy(copyId, ids),
    check: (found) => {
      if (!sameAccess(found, item.content)) throw new ProblemError({ code: 'changedByOther', what: 'copy' });
    },
    mayGo: () => requireUnused(engine, task, item),
    send: async (port, ids) => (await port.deleteCopy(copyId, ids)).provisioning,
  };
  const proof = await goneFor(engine, task, target);
  const state = wasTried(engine, task, copyId) ? 'done' : 'already';
  return { state, proof: { copyId, gone: true, ...proof } };
}

async function goneFor<Found extends Delegation | OfferCopy>(engine: Engine, task: Task, target: Target<Found>) {
  engine.log.note({ type: 'entered', item: task.item, activity: 'checking' });
  task.inDoubt = wasTried(engine, task, target.id);
  return takeAway(engine, task, target);
}

/** Looks in the copy's own subscription for delegations that were made since the review. */
async function requireUnused(engine: Engine, task: Task, { copyId, scope }: RemoveCopyItem): Promise<void> {
  const removed = itemsDoing(engine.changeSet, 'remove');
  const here = await readOr(engine, task, [], (port, ids) => port.listDelegationsIn(scope.subscriptionId, ids));
  const stranger = here.find(
    ({ id, copyId: of }) => sameId(of, copyId) && !removed.some(({ delegationId }) => sameId(delegationId, id)),
  );
  if (stranger) throw new ProblemError({ code: 'copyInUse' });
}
