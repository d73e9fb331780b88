import { parseCopyId } from '../domain/ids.ts';
import type { Delegation, OfferCopy } from '../domain/offer.ts';
import type { RunState } from '../domain/run.ts';
import type { Reader } from '../queries/reader.ts';
import type { EndedRun } from './runHost.ts';

/** Lets the rest of the app know what a run has changed: every delegation that was read back, and copies it stored. */
export function spreadResults({ changeSet }: Pick<EndedRun, 'changeSet'>, state: RunState, reader: Reader): void {
  const delegations: Delegation[] = [];
  const copies: OfferCopy[] = [];
  state.items.forEach(({ status }, at) => {
    const item = changeSet.items[at];
    if (!item || (status.state !== 'done' && status.state !== 'already')) return;
    const { delegationId, copyId } = status.proof;
    delegations.push({ id: delegationId, scope: item.scope.id, copyId, provisioning: 'succeeded' });
    const copy = parseCopyId(copyId);
    if (copy && item.ways.some((way) => way.kind === 'copy' && way.copyId === copyId)) {
      copies.push({
        ...changeSet.offer.content,
        id: copy.id,
        subscriptionId: copy.subscriptionId,
        provisioning: 'succeeded',
      });
    }
  });
  reader.spread(delegations, copies, changeSet.registrations);
}
