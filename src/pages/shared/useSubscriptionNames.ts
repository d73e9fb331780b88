import { useCallback, useMemo } from 'react';
import type { SubscriptionId } from '../../domain/ids.ts';
import { useServices } from '../services.ts';
import { useRead } from '../../queries/useRead.ts';

/** Names of subscriptions as far as the estate knows them; the id where it does not. */
export function useSubscriptionNames(): (subscription: SubscriptionId) => string {
  const { queries } = useServices();
  const { data } = useRead(queries.estate());
  const names = useMemo(
    () => new Map(data?.subscriptions.map(({ subscriptionId, name }) => [subscriptionId, name])),
    [data],
  );
  return useCallback((subscription) => names.get(subscription) ?? subscription, [names]);
}
