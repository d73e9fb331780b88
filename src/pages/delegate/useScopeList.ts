import { useMemo } from 'react';
import type { Estate } from '../../domain/estate.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import type { Offer } from '../../domain/offer.ts';
import { useKnownList } from '../../queries/useRead.ts';
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
  const subscriptions = useMemo(
    () => sorted.map((one) => listedScope(one, one, verdictOf(one, one))),
    [sorted, verdictOf],
  );
  const opened = useMemo(() => sorted.filter((one) => open.has(one.subscriptionId)), [sorted, open]);
  const groups = useKnownList(opened.map(({ subscriptionId }) => queries.resourceGroups(subscriptionId)));
  const groupRows = useMemo(() => {
    const rows = new Map<SubscriptionId, Known<readonly ListedScope[]>>();
    opened.forEach((subscription, at) => {
      const known = groups[at] ?? { state: 'notRead' };
      rows.set(
        subscription.subscriptionId,
        known.state !== 'known'
          ? known
          : {
              state: 'known',
              value: known.value
                .toSorted((one, other) => format.compare(one.name, other.name))
                .map((group) => listedScope(group, subscription, verdictOf(group, subscription))),
            },
      );
    });
    return rows;
  }, [opened, groups, verdictOf, format]);
  const all = useMemo(
    () => [...subscriptions, ...[...groupRows.values()].flatMap((rows) => (rows.state === 'known' ? rows.value : []))],
    [subscriptions, groupRows],
  );
  return { subscriptions, groupRows, all };
}
