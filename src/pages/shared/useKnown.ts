import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Known } from '../../domain/known.ts';
import { problemOf } from '../../domain/problem.ts';

/** A query's answer as a fact that may be unknown, with the reason. */
export function useKnown<Fact, Key extends readonly unknown[]>(options: UseQueryOptions<Fact, Error, Fact, Key>): Known<Fact> {
  const { data, error } = useQuery(options);
  return useMemo(() => {
    if (data !== undefined) return { state: 'known', value: data };
    return error ? { state: 'unknown', problem: problemOf(error) } : { state: 'notRead' };
  }, [data, error]);
}
