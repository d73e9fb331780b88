import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { sameId } from '../../domain/ids.ts';
import type { Subscription } from '../../domain/scope.ts';

const parameter = 'owners';

/**
 * The subscription whose Owners are looked at. An address may name it, so that somebody who left for Microsoft comes
 * back to the same dialog.
 */
export function useAskedOwners(subscriptions: readonly Subscription[]) {
  const [search, setSearch] = useSearchParams();
  const [named] = useState(() => search.get(parameter) ?? '');
  const [asked, setAsked] = useState(() => subscriptions.find(({ subscriptionId }) => sameId(subscriptionId, named)));
  const [fromAddress, setFromAddress] = useState(asked !== undefined);
  return {
    asked,
    /** The dialog came with the address; one that is opened later did not. */
    fromAddress,
    ask: setAsked,
    close() {
      setAsked(undefined);
      setFromAddress(false);
      // A reload must not open again what was closed.
      if (search.has(parameter)) {
        const rest = new URLSearchParams(search);
        rest.delete(parameter);
        setSearch(rest, { replace: true });
      }
    },
    /** Path and query that open the Owners of this subscription beside what the address says of the choice. */
    addressOf: ({ subscriptionId }: Subscription, choice: string) =>
      `${location.pathname}?${choice}&${parameter}=${subscriptionId}`,
  };
}
