import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Estate } from '../../domain/estate.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { listedScope, sortSubscriptions, type ListedScope } from './scopeRows.ts';
import { useReadiness } from './useReadiness.ts';

/** Every subscription, and the resource groups of the opened ones, each judged by what is known now. */
export function useScopeList(estate: Estate, offer: Offer, open: ReadonlySet<SubscriptionId>) {
  const { format } = useText();
  const { queries } = useServices();
  const verdictOf = useReadiness(offer);
  const sorted = useMemo(() => sortSubscriptions(estate.subscriptions, format), [estate.subscriptions, format]);
  const subscriptions = useMemo(() => sorted.map((one) => listedScope(one, one, verdictOf(one, one))), [sorted, verdictOf]);
  const opened = useMemo(() => [...open], [open]);
  const groups = useQueries({ queries: opened.map((subscription) => queries.resourceGroups(subscription)) });
  // The results are a new array at every render; what they say changes with their data only.
  const stamp = groups.map(({ dataUpdatedAt, status }) => `${dataUpdatedAt}${status}`).join();
  const groupRows = useMemo(() => {
    const byId = new Map(sorted.map((one) => [one.subscriptionId, one]));
    const rows = new Map<SubscriptionId, readonly ListedScope[] | undefined>();
    opened.forEach((id, at) => {
      const subscription = byId.get(id);
      const result = groups[at];
      if (!subscription || !result) return;
      rows.set(
        id,
        // What cannot be read is shown as "none that you can see"; the subscription itself says why it is blocked.
        result.isPending
          ? undefined
          : (result.data ?? [])
              .toSorted((one, other) => format.compare(one.name, other.name))
              .map((group) => listedScope(group, subscription, verdictOf(group, subscription))),
      );
    });
    return rows;
    // eslint-style dependency lists cannot express "the data of these results": `stamp` stands for `groups`.
  }, [sorted, opened, stamp, verdictOf, format]);
  const all = useMemo(() => [...subscriptions, ...[...groupRows.values()].flatMap((rows) => rows ?? [])], [subscriptions, groupRows]);
  return { subscriptions, groupRows, all };
}
