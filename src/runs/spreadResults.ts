import type { ChangeItem, ChangeSet } from '../domain/changeSet.ts';
import { parseCopyId, type CopyId, type DelegationId } from '../domain/ids.ts';
import type { Delegation, OfferContent, OfferCopy } from '../domain/offer.ts';
import type { Proof, RunState } from '../domain/run.ts';
import type { Reader } from '../queries/reader.ts';
import type { EndedRun } from './runHost.ts';

/** Lets the rest of the app know what a run has changed: everything that was read back, as there or as gone. */
export function spreadResults({ changeSet }: Pick<EndedRun, 'changeSet'>, state: RunState, reader: Reader): void {
  const delegations: Delegation[] = [];
  const copies: OfferCopy[] = [];
  const gone: (DelegationId | CopyId)[] = [];
  state.items.forEach(({ status }, at) => {
    const item = changeSet.items[at];
    if (!item || (status.state !== 'done' && status.state !== 'already')) return;
    const { delegationId, copyId, gone: isGone } = status.proof;
    if (isGone) return void gone.push(delegationId ?? copyId);
    if (delegationId) delegations.push({ id: delegationId, scope: item.scope.id, copyId, provisioning: 'succeeded' });
    const content = writtenTo(item, status.proof, changeSet);
    if (content) copies.push(...copyOf(copyId, content));
  });
  reader.spread({ delegations, copies, gone, registered: changeSet.registrations });
}

/** What the item's copy says now, where the item wrote it. */
function writtenTo(item: ChangeItem, { copyId }: Proof, { offer }: ChangeSet): OfferContent | undefined {
  switch (item.does) {
    case 'delegate':
      return item.ways.some((way) => way.kind === 'copy' && way.copyId === copyId) ? offer.content : undefined;
    case 'accept':
      return offer.content;
    case 'update':
      return item.to;
    case 'remove':
    case 'removeCopy':
    case 'reapplyCopy':
    case 'reapply':
      return undefined;
  }
}

function copyOf(id: CopyId, content: OfferContent): readonly OfferCopy[] {
  const copy = parseCopyId(id);
  return copy ? [{ ...content, id: copy.id, subscriptionId: copy.subscriptionId, provisioning: 'succeeded' }] : [];
}
