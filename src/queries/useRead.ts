import { useQueries, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Known } from '../domain/known.ts';
import { problemOf } from '../domain/problem.ts';

/** A fact that a page shows: what is known, whether it is still being read, what went wrong, and a way to ask again. */
export interface Reading<Fact> {
  readonly data: Fact | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** It is being read, for the first time or again. */
  readonly isFetching: boolean;
  readonly again: () => void;
}

/** Reads one fact, and again whenever it may have changed. */
export function useRead<Fact, Key extends readonly unknown[]>(
  options: UseQueryOptions<Fact, Error, Fact, Key>,
): Reading<Fact> {
  const { data, error, isPending, isFetching, refetch } = useQuery(options);
  return { data, error, isPending, isFetching, again: () => void refetch() };
}

/** A fact as far as it is known: asked for only where this page has never read it, and not again, however old it is. */
export function useReadOnce<Fact, Key extends readonly unknown[]>(
  options: UseQueryOptions<Fact, Error, Fact, Key>,
): Fact | undefined {
  return useQuery({ ...options, enabled: ({ state }) => state.data === undefined }).data;
}

/** A fact that may be unknown, with the reason. */
export function useKnown<Fact, Key extends readonly unknown[]>(
  options: UseQueryOptions<Fact, Error, Fact, Key>,
): Known<Fact> {
  const { data, error } = useQuery(options);
  return useMemo(() => {
    if (data !== undefined) return { state: 'known', value: data };
    return error ? { state: 'unknown', problem: problemOf(error) } : { state: 'notRead' };
  }, [data, error]);
}

/** Several facts of one kind; the array is a new one only when one of them has changed. */
export function useKnownList<Fact, Key extends readonly unknown[]>(
  list: readonly UseQueryOptions<Fact, Error, Fact, Key>[],
): readonly Known<Fact>[] {
  return useQueries({ queries: [...list], combine: knownList });
}

// One function for all renders: `combine` is only run again where it, or a result, is a new one.
function knownList<Fact>(
  results: readonly { readonly data: Fact | undefined; readonly error: Error | null }[],
): readonly Known<Fact>[] {
  return results.map(({ data, error }) => {
    if (data !== undefined) return { state: 'known', value: data };
    return error ? { state: 'unknown', problem: problemOf(error) } : { state: 'notRead' };
  });
}
