import type { ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import type { ResourceGroups } from '../../domain/estate.ts';
import type { ScopeId, SubscriptionId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import { problemOf } from '../../domain/problem.ts';
import type { ResourceGroup } from '../../domain/scope.ts';
import { reading } from '../collect.ts';
import { orAnotherWay } from '../otherWay.ts';
import { resourceGroupsQuery } from '../resourceGraph/queries.ts';
import { readAll, type Row } from '../resourceGraph/readAll.ts';
import { toResourceGroup } from '../shapes/scopes.ts';

/** Listings under way at once: whoever stops the reading waits for no more than these. */
const atOnce = 24;

export interface ResourceGroupSources {
  readonly graph: ResourceGraphContext;
  /** Those of one subscription, from ARM. */
  readonly listIn: (subscription: SubscriptionId) => Promise<readonly ResourceGroup[]>;
}

/**
 * The resource groups of all these subscriptions. Resource Graph first: a question for every thousand groups; where it refuses, a
 * listing for each subscription, and one that cannot be read does not keep the others. Both show what the person may see.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
 */
export function readResourceGroups(
  sources: ResourceGroupSources,
  subscriptions: readonly SubscriptionId[],
  signal: AbortSignal,
): Promise<ResourceGroups> {
  return orAnotherWay(reading(fromGraph(sources.graph, subscriptions, signal)), () =>
    fromArm(sources, subscriptions, signal),
  );
}

async function fromGraph(
  graph: ResourceGraphContext,
  subscriptions: readonly SubscriptionId[],
  signal: AbortSignal,
): Promise<ResourceGroups> {
  const seen = new Map<ScopeId, ResourceGroup>();
  const note = (page: readonly Row[]) => {
    for (const row of page) {
      const group = toResourceGroup(row);
      if (group) seen.set(group.id, group);
    }
  };
  // Each page as it arrives: tens of thousands at once would keep the app from anything else.
  const rows = await readAll(graph, { query: resourceGroupsQuery }, signal, note);
  // Pages that were read again are in the answer alone.
  if (rows.length !== seen.size) {
    seen.clear();
    note(rows);
  }
  const found = new Map(subscriptions.map((id): [SubscriptionId, ResourceGroup[]] => [id, []]));
  for (const group of seen.values()) found.get(group.subscriptionId)?.push(group);
  return new Map([...found].map(([id, value]) => [id, { state: 'known', value }]));
}

async function fromArm(
  { listIn }: ResourceGroupSources,
  subscriptions: readonly SubscriptionId[],
  signal: AbortSignal,
): Promise<ResourceGroups> {
  const found = new Map<SubscriptionId, Known<readonly ResourceGroup[]>>();
  const waiting = [...subscriptions];
  const readOn = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      signal.throwIfAborted();
      try {
        found.set(id, { state: 'known', value: await listIn(id) });
      } catch (error) {
        signal.throwIfAborted();
        found.set(id, { state: 'unknown', problem: problemOf(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  return found;
}
