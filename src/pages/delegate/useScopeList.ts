import { useMemo } from 'react';
import type { Estate, ResourceGroups } from '../../domain/estate.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import { useKnownList } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { blockOf } from './scopeBlocks.ts';
import { byName, sortSubscriptions } from './scopeRows.ts';
import type { Judge } from './useReadiness.ts';

const none: ReadonlySet<SubscriptionId> = new Set();

/**
 * Every subscription, and the resource groups of the opened ones, each judged by what is known now.
 * @param every those of all subscriptions, where they are read: then only those are asked for that came after
 */
export function useScopeList(
  estate: Estate,
  judge: Judge,
  open: ReadonlySet<SubscriptionId> = none,
  every?: ResourceGroups,
) {
  const { format } = useText();
  const { queries } = useServices();
  const sorted = useMemo(() => sortSubscriptions(estate.subscriptions, format), [estate.subscriptions, format]);
  const subscriptions = useMemo(() => sorted.map((one) => judge.of(one)), [sorted, judge]);
  const opened = useMemo(
    () => sorted.filter(({ subscriptionId: id }) => open.has(id) && !every?.has(id)),
    [sorted, open, every],
  );
  const read = useKnownList(opened.map(({ subscriptionId }) => queries.resourceGroups(subscriptionId)));
  const groups = useMemo(
    (): ResourceGroups =>
      opened.length === 0 && every
        ? every
        : new Map([
            ...(every ?? []),
            ...opened.map(({ subscriptionId }, at) => [subscriptionId, read[at] ?? { state: 'notRead' }] as const),
          ]),
    [opened, read, every],
  );
  const blocks = useMemo(
    () =>
      subscriptions.map((row) => {
        const { subscription } = row;
        const known = groups.get(subscription.subscriptionId);
        // By name in the reader's language: in another one the block is another, too.
        return blockOf(row, known && byName(known, format), (those) => judge.within(subscription, those));
      }),
    [subscriptions, groups, judge, format],
  );
  return { subscriptions, blocks };
}
