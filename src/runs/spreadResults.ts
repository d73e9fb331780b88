import type { QueryClient } from '@tanstack/react-query';
import { parseCopyId } from '../domain/ids.ts';
import type { Delegation, OfferCopy } from '../domain/offer.ts';
import type { RunState } from '../domain/run.ts';
import type { Queries } from '../queries/queries.ts';
import type { Written } from '../queries/written.ts';
import type { HostedRun } from './runHost.ts';

/**
 * Lets the rest of the app know what a run has changed: every delegation that was read back, and the copies they refer
 * to. No request is needed for it; what Resource Graph does not know yet is laid over its answers for a while.
 */
export function spreadResults(
  { changeSet }: Pick<HostedRun, 'changeSet'>,
  state: RunState,
  { client, queries, written }: { readonly client: QueryClient; readonly queries: Queries; readonly written: Written },
): void {
  const delegations: Delegation[] = [];
  const copies: OfferCopy[] = [];
  state.items.forEach(({ status }, at) => {
    const item = changeSet.items[at];
    if (!item || (status.state !== 'done' && status.state !== 'already')) return;
    const { delegationId, copyId } = status.proof;
    delegations.push({ id: delegationId, scope: item.scope.id, copyId, provisioning: 'succeeded' });
    const copy = parseCopyId(copyId);
    if (copy && item.ways.some((way) => way.kind === 'copy' && way.copyId === copyId)) {
      copies.push({ ...changeSet.offer.content, id: copy.id, subscriptionId: copy.subscriptionId, provisioning: 'succeeded' });
    }
  });
  written.add(delegations, copies);
  const { queryKey } = queries.estate();
  client.setQueryData(queryKey, (estate) => estate && written.over(estate));
  for (const id of new Set(changeSet.registrations)) void client.invalidateQueries({ queryKey: queries.registration(id).queryKey });
}
