import type { ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import type { AllowList } from '../../domain/estate.ts';
import { idKey, subscriptionScope, type SubscriptionId } from '../../domain/ids.ts';
import { problemOf, type ProblemCode } from '../../domain/problem.ts';
import { reading } from '../collect.ts';
import { policyAssignmentsQuery } from '../resourceGraph/queries.ts';
import { readAll } from '../resourceGraph/readAll.ts';
import { toPolicyAssignment } from '../shapes/policies.ts';
import type { ArmReader } from './reader.ts';

/** Resource Graph takes this many subscriptions at once. */
const chunk = 1000;

/**
 * Assignments of one of the two policies (its definition id) on these subscriptions, above them and below. Asked with the subscriptions named:
 * what is inherited is then answered to somebody who may not read the management groups above.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language#query-scope
 */
export async function allowListsFromGraph(
  context: ResourceGraphContext,
  subscriptions: readonly SubscriptionId[],
  policy: string,
  signal: AbortSignal,
): Promise<readonly AllowList[]> {
  const starts = Array.from({ length: Math.ceil(subscriptions.length / chunk) }, (_, index) => index * chunk);
  const answers = await Promise.all(
    starts.map((start) => {
      const ids: string[] = subscriptions.slice(start, start + chunk);
      const authorizationScopeFilter = 'AtScopeAboveAndBelow';
      return reading(
        readAll(
          context,
          { query: policyAssignmentsQuery(policy), subscriptions: ids, authorizationScopeFilter },
          signal,
        ),
      );
    }),
  );
  return unique(answers.flat().flatMap((row) => toPolicyAssignment(row, policy) ?? []));
}

/**
 * The same, one subscription after the other: each lists what it inherits, too. A subscription whose policies may not
 * be read is passed over, because others show the same inherited assignments; where none can be read, it rejects.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/list
 */
export async function allowListsFromArm(
  reader: ArmReader,
  subscriptions: readonly SubscriptionId[],
  policy: string,
  signal: AbortSignal,
): Promise<readonly AllowList[]> {
  const query = { $filter: `policyDefinitionId eq '${policy}'` };
  const hidden: unknown[] = [];
  const lists = await Promise.all(
    subscriptions.map(async (subscription) => {
      const path = `${subscriptionScope(subscription)}/providers/Microsoft.Authorization/policyAssignments`;
      const found = await reader.list(path, '2023-04-01', query, signal).catch((error: unknown) => {
        if (!passedOver.has(problemOf(error).code)) throw error;
        hidden.push(error);
        return [];
      });
      return found.flatMap((each) => toPolicyAssignment(each, policy) ?? []);
    }),
  );
  if (hidden.length > 0 && hidden.length === subscriptions.length) throw hidden[0];
  return unique(lists.flat());
}

function unique(found: readonly AllowList[]): readonly AllowList[] {
  return [...new Map(found.map((each) => [idKey(each.assignmentId), each])).values()];
}

const passedOver: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'notAllowed',
  'scopeNotFound',
  'subscriptionDisabled',
]);
