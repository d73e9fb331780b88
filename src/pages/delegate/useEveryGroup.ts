import { useEffect, useRef, useState } from 'react';
import type { ResourceGroups } from '../../domain/estate.ts';
import type { Subscription } from '../../domain/scope.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { useRead } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { byName } from './scopeRows.ts';
import type { Judge } from './useReadiness.ts';

/** The resource groups of all subscriptions: read only once somebody wants to see them. */
export type EveryGroup =
  | { readonly state: 'hidden' }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly problem: Problem; readonly again: () => void }
  | { readonly state: 'shown'; readonly groups: ResourceGroups };

/** For so long subscriptions are judged, with what is in them, before the page is given time for something else. */
const sliceMs = 20;

export function useEveryGroup(wanted: boolean, subscriptions: readonly Subscription[], judge: Judge): EveryGroup {
  const { format } = useText();
  const { queries, surroundings } = useServices();
  const { data, error, isFetching, again } = useRead({ ...queries.allResourceGroups(), enabled: wanted });
  const [ready, setReady] = useState<ResourceGroups>();
  const latest = useRef(judge);
  useEffect(() => {
    latest.current = judge;
  });
  useEffect(() => {
    if (!data) return undefined;
    let isOver = false;
    const makeReady = async () => {
      // While the first were judged, more became known of the others: the second time only these are judged again.
      for (let time = 0; time < 2; time += 1) {
        let begun = surroundings.now();
        for (const subscription of subscriptions) {
          const known = data.get(subscription.subscriptionId);
          if (known?.state === 'known') latest.current.within(subscription, byName(known.value, format));
          if (surroundings.now() - begun < sliceMs) continue;
          await surroundings.wait(0);
          if (isOver) return;
          begun = surroundings.now();
        }
        await surroundings.wait(0);
        if (isOver) return;
      }
      setReady(data);
    };
    void makeReady();
    return () => void (isOver = true);
  }, [data, subscriptions, format, surroundings]);
  if (!wanted) return { state: 'hidden' };
  if (data && ready) return { state: 'shown', groups: ready };
  return error && !isFetching ? { state: 'failed', problem: problemOf(error), again } : { state: 'reading' };
}
