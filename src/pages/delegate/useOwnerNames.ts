import { useState } from 'react';
import type { Owner } from '../../domain/estate.ts';
import { namelessPeople } from '../../domain/owners.ts';
import type { PeopleNames } from '../../domain/people.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { useRead } from '../../queries/useRead.ts';
import { useServices } from '../services.ts';

/** Where a person's wish to see names stands. Nothing is asked before they press, or come back from allowing it. */
export interface OwnerNamesState {
  /** How many people have no name yet. */
  readonly nameless: number;
  /** What the directory said, while it is shown. */
  readonly found: PeopleNames;
  readonly step:
    | { readonly name: 'hidden' }
    | { readonly name: 'asking' }
    | { readonly name: 'shown' }
    /** `declined`: the person was at Microsoft for it, and it was not allowed. */
    | { readonly name: 'failed'; readonly problem: Problem; readonly declined: boolean };
  readonly show: () => void;
  readonly hide: () => void;
}

const nobody: PeopleNames = new Map();

/** The names of these Owners, once somebody wants to know them. `fromAddress`: a trip to Microsoft ended here. */
export function useOwnerNames(owners: readonly Owner[] | undefined, fromAddress: boolean): OwnerNamesState {
  const { queries, directory } = useServices();
  const cameBack = fromAddress ? directory?.cameBack : undefined;
  const [wanted, setWanted] = useState(cameBack !== undefined && !cameBack.problem);
  const [declined, setDeclined] = useState(cameBack?.problem);
  const people = namelessPeople(owners ?? []);
  const enabled = wanted && directory !== undefined && people.length > 0;
  const { data, error, isFetching, again } = useRead({ ...queries.names(people), enabled });

  const step = (): OwnerNamesState['step'] => {
    if (declined) return { name: 'failed', problem: declined, declined: true };
    if (!enabled) return { name: 'hidden' };
    if (data) return { name: 'shown' };
    if (error && !isFetching) return { name: 'failed', problem: problemOf(error), declined: false };
    return { name: 'asking' };
  };
  return {
    nameless: people.length,
    found: (enabled && data) || nobody,
    step: step(),
    show() {
      setDeclined(undefined);
      if (wanted && error) again();
      setWanted(true);
    },
    hide: () => setWanted(false),
  };
}
