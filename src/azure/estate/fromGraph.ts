import type { ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import type { Estate } from '../../domain/estate.ts';
import type { TenantId } from '../../domain/ids.ts';
import { copiesQuery, delegationsQuery, subscriptionsQuery } from '../resourceGraph/queries.ts';
import { readAll, type Row } from '../resourceGraph/readAll.ts';
import { toOfferCopy } from '../shapes/copies.ts';
import { toDelegation } from '../shapes/delegations.ts';
import { text } from '../shapes/json.ts';
import { toManagementGroups, toSubscription } from '../shapes/scopes.ts';
import type { OnProgress } from './progress.ts';

/**
 * The estate in three questions, asked at once. Resource Graph lags behind writes by seconds to minutes.
 * @param own the tenant that the person is signed in to
 * https://learn.microsoft.com/azure/governance/resource-graph/overview
 */
export async function estateFromGraph(
  context: ResourceGraphContext,
  own: TenantId,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Estate> {
  const parts = {
    subscriptions: table((row) => toSubscriptionRow(row, own)),
    copies: table(toOfferCopy),
    delegations: table(toDelegation),
  };
  const read = async <Item>(part: Table<Item>, query: string): Promise<readonly Item[]> => {
    const rows = await readAll(context, { query }, signal, (page, total) => {
      part.add(page, total);
      onProgress(estateOf(parts.subscriptions.items(), parts.copies.items(), parts.delegations.items()), {
        subscriptions: parts.subscriptions.total(),
        copies: parts.copies.total(),
        delegations: parts.delegations.total(),
      });
    });
    return part.of(rows);
  };
  const [subscriptions, copies, delegations] = await Promise.all([
    read(parts.subscriptions, subscriptionsQuery),
    read(parts.copies, copiesQuery),
    read(parts.delegations, delegationsQuery),
  ]);
  return estateOf(subscriptions, copies, delegations);
}

function estateOf(
  subscriptions: Estate['subscriptions'],
  copies: Estate['copies'],
  delegations: Estate['delegations'],
): Estate {
  return { subscriptions, copies, delegations, source: 'resourceGraph', problems: [] };
}

/** One question's answers so far, in the domain's shape; each row is translated once. */
interface Table<Item> {
  add(rows: readonly Row[], total: number): void;
  items(): readonly Item[];
  /** `undefined` before the first answer. */
  total(): number | undefined;
  of(rows: readonly Row[]): readonly Item[];
}

function table<Item>(translate: (row: Row) => Item | undefined): Table<Item> {
  const translated = new Map<Row, Item | undefined>();
  let all: number | undefined;
  const one = (row: Row): Item | undefined => {
    if (!translated.has(row)) translated.set(row, translate(row));
    return translated.get(row);
  };
  const of = (rows: Iterable<Row>): readonly Item[] => [...rows].flatMap((row) => one(row) ?? []);
  return {
    add(rows, total) {
      rows.forEach(one);
      all = total;
    },
    items: () => of([...translated.keys()]),
    total: () => all,
    of,
  };
}

function toSubscriptionRow(row: Row, own: TenantId): ReturnType<typeof toSubscription> {
  const { subscriptionId, tenantId, name, state, quotaId, tags, chain } = row;
  // Another tenant's groups say nothing here: its root is not ours.
  const managementGroups = text(tenantId)?.toLowerCase() === own ? toManagementGroups(chain) : undefined;
  return toSubscription({ subscriptionId, tenantId, name, state, quotaId, tags, managementGroups });
}
