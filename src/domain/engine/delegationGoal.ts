import type { ChangeItem, Way } from '../changeSet.ts';
import { sameId } from '../ids.ts';
import type { Delegation } from '../offer.ts';
import type { Proof } from '../run.ts';
import type { Goal, Right } from './look.ts';

/** The delegation that a way makes, as something that is to be there. */
export function delegationGoal({ scope }: ChangeItem, { delegationId, copyId }: Way): Goal<Delegation> {
  return {
    kind: 'writeDelegation',
    id: delegationId,
    subscriptionId: scope.subscriptionId,
    shared: false,
    activity: { writing: 'delegating', confirming: 'confirming' },
    read: (port, ids) => port.readDelegation(delegationId, ids),
    isMeant: (found) => sameId(found.scope, scope.id) && sameId(found.copyId, copyId),
    send: async (port, ids) => (await port.writeDelegation(delegationId, copyId, ids)).provisioning,
  };
}

/** What proves that the way's delegation is there. */
export function proofOf({ delegationId, copyId }: Way, { readAt, clientRequestId }: Right): Proof {
  return { delegationId, copyId, readAt, clientRequestId };
}
