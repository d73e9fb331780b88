import { startTransition, useEffect, useRef, useState } from 'react';
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
  const { checker, queries, surroundings } = useServices();
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
          const read = data.get(subscription.subscriptionId);
          const known = read && byName(read, format);
          if (known?.state === 'known') latest.current.within(subscription, known.value);
          if (surroundings.now() - begun < sliceMs) continue;
          await surroundings.wait(0);
          if (isOver) return;
          begun = surroundings.now();
        }
        await surroundings.wait(0);
        if (isOver) return;
      }
      // Tens of thousands of rows: the page draws them in steps.
      startTransition(() => setReady(data));
    };
    void makeReady();
    return () => void (isOver = true);
  }, [data, subscriptions, format, surroundings]);
  const every: EveryGroup = !wanted
    ? { state: 'hidden' }
    : data && ready
      ? { state: 'shown', groups: ready }
      : error && !isFetching
        ? { state: 'failed', problem: problemOf(error), again }
        : { state: 'reading' };
  // What was asked for comes before what nobody looks at.
  const isReading = every.state === 'reading';
  useEffect(() => (isReading ? checker.pauseLater() : undefined), [isReading, checker]);
  return every;
}
