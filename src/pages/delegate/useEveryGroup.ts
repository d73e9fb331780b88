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

/** So many subscriptions are judged, with what is in them, before the page is given time for something else. */
const atOnce = 50;

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
      for (let at = 0; at < subscriptions.length; at += atOnce) {
        for (const subscription of subscriptions.slice(at, at + atOnce)) {
          const known = data.get(subscription.subscriptionId);
          if (known?.state === 'known') latest.current.within(subscription, byName(known.value, format));
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
