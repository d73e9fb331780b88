import type { QueryClient, QueryExecuteOptions, QueryKey } from '@tanstack/react-query';
import type { AllowList } from '../domain/estate.ts';
import type { GuardrailKind } from '../domain/guardrail.ts';
import type { SubscriptionId } from '../domain/ids.ts';
import type { Known } from '../domain/known.ts';
import { problemOf } from '../domain/problem.ts';
import type { Queries } from './queries.ts';
import type { Changes, Written } from './written.ts';

/** The facts outside of React: at the moment something is decided, or was done. */
export interface Reader {
  /** The fact; read again where it is older than this many milliseconds. Rejects with a `ProblemError`. */
  read<Fact, Key extends QueryKey>(options: Options<Fact, Key>, within: number): Promise<Fact>;
  /** The same as a fact that may be unknown, with the reason. */
  readKnown<Fact, Key extends QueryKey>(options: Options<Fact, Key>, within: number): Promise<Known<Fact>>;
  /** Lets everybody know what was read back after a run. No request is needed for it; registrations are read again. */
  spread(results: Results): void;
  /** What the person may do has changed: everything that rests on it is read again, looked at or not. */
  rightsChanged(): void;
  /** A policy was assigned and read back: whatever was judged by the ones before is judged again. */
  assigned(kind: GuardrailKind, assignment: AllowList): void;
}

/** What was read back after writing, and the subscriptions that were registered. */
export interface Results extends Changes {
  readonly registered: Iterable<SubscriptionId>;
}

type Options<Fact, Key extends QueryKey> = QueryExecuteOptions<Fact, Error, Fact, Fact, Key>;

const restsOnRights: ReadonlySet<unknown> = new Set([
  'permissions',
  'denials',
  'heldRoles',
  'eligibleRoles',
  'allowLists',
]);

export function createReader(client: QueryClient, queries: Queries, written: Written): Reader {
  const read: Reader['read'] = (options, within) => client.query({ ...options, staleTime: within });
  return {
    read,
    async readKnown(options, within) {
      try {
        return { state: 'known', value: await read(options, within) };
      } catch (error) {
        return { state: 'unknown', problem: problemOf(error) };
      }
    },
    rightsChanged() {
      void client.invalidateQueries({
        predicate: ({ queryKey: [, , kind] }) => restsOnRights.has(kind),
        refetchType: 'all',
      });
    },
    assigned(kind, assignment) {
      written.assign(kind, assignment);
      for (const { queryKey } of [queries.allowLists(), queries.guardrails()]) {
        void client.invalidateQueries({ queryKey, refetchType: 'all' });
      }
    },
    spread({ registered, ...changes }) {
      written.add(changes);
      // What Resource Graph does not know yet is laid over its answers for a while.
      client.setQueryData(queries.estate().queryKey, (estate) => estate && written.over(estate));
      // Nobody may be looking at these right now; whoever comes next must find them true.
      for (const id of registered) {
        void client.invalidateQueries({ queryKey: queries.registration(id).queryKey, refetchType: 'all' });
      }
    },
  };
}
