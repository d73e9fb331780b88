import type { ScopeRef, Way } from '../changeSet.ts';
import { sameId } from '../ids.ts';
import type { Delegation, OfferContent } from '../offer.ts';
import type { Proof } from '../run.ts';
import { sameAccess } from '../sameAccess.ts';
import type { Goal, Right } from './look.ts';

/**
 * The delegation that a way makes, as something that is to be there. It gives away what its copy says at that moment, so
 * the copy is looked at together with it: somebody may have updated the offer since the copy was read.
 */
export function delegationGoal(
  scope: ScopeRef,
  { delegationId, copyId }: Way,
  content: OfferContent,
): Goal<Delegation> {
  return {
    kind: 'writeDelegation',
    id: delegationId,
    subscriptionId: scope.subscriptionId,
    shared: false,
    activity: { writing: 'delegating', confirming: 'confirming' },
    read: (port, ids) => port.readDelegation(delegationId, ids),
    differs(found) {
      if (!sameId(found.scope, scope.id) || !sameId(found.copyId, copyId)) return 'delegation';
      return found.copy && !sameAccess(found.copy, content) ? 'copy' : undefined;
    },
    send: async (port, ids) => (await port.writeDelegation(delegationId, copyId, ids)).provisioning,
  };
}

/** What proves that the way's delegation is there. */
export function proofOf({ delegationId, copyId }: Way, { readAt, clientRequestId }: Right): Proof {
  return { delegationId, copyId, readAt, clientRequestId };
}
