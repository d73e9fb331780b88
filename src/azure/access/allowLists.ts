import type { ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import type { AllowList } from '../../domain/estate.ts';
import { idKey, type ScopeId } from '../../domain/ids.ts';
import { problemOf, type ProblemCode } from '../../domain/problem.ts';
import { reading } from '../collect.ts';
import { allowListsQuery } from '../resourceGraph/queries.ts';
import { readAll } from '../resourceGraph/readAll.ts';
import { allowListPolicy, toAllowList } from '../shapes/policies.ts';
import type { ArmReader } from './reader.ts';

/** Assignments of the allow-list policy, over the whole tenant in one question. */
export async function allowListsFromGraph(
  context: ResourceGraphContext,
  signal: AbortSignal,
): Promise<readonly AllowList[]> {
  const rows = await reading(readAll(context, allowListsQuery, signal));
  return rows.flatMap((row) => toAllowList(row) ?? []);
}

/**
 * The same, one subscription after the other: each lists what it inherits, too. A subscription whose policies may not
 * be read is passed over, because others show the same inherited assignments; where none can be read, it rejects.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/list
 */
export async function allowListsFromArm(
  reader: ArmReader,
  subscriptions: readonly ScopeId[],
  signal: AbortSignal,
): Promise<readonly AllowList[]> {
  const query = { $filter: `policyDefinitionId eq '${allowListPolicy}'` };
  const hidden: unknown[] = [];
  const lists = await Promise.all(
    subscriptions.map(async (scope) => {
      const path = `${scope}/providers/Microsoft.Authorization/policyAssignments`;
      const found = await reader.list(path, '2023-04-01', query, signal).catch((error: unknown) => {
        if (!passedOver.has(problemOf(error).code)) throw error;
        hidden.push(error);
        return [];
      });
      return found.flatMap((each) => toAllowList(each) ?? []);
    }),
  );
  if (hidden.length > 0 && hidden.length === subscriptions.length) throw hidden[0];
  return [...new Map(lists.flat().map((each) => [idKey(each.assignmentId), each])).values()];
}

const passedOver: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'notAllowed',
  'scopeNotFound',
  'subscriptionDisabled',
]);
