import type { InventoryRow } from '../../domain/inventory.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import type { Format } from '../../text/format.ts';
import { offerName, providerName } from '../shared/offerNames.ts';
import type { Grouping, Sorting } from './inventoryView.ts';

/** What stands in the list: headings of groups, delegations, and what an opened one shows. */
export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly members: readonly InventoryRow[] }
  | { readonly kind: 'delegation'; readonly row: InventoryRow }
  | { readonly kind: 'details'; readonly row: InventoryRow };

/** The offer of a delegation in words, also where nobody can read it. */
export function offerOf({ offer, content }: InventoryRow, t: Catalog): string {
  const named = content ?? offer?.content;
  return named ? offerName(named, t) : t.delegations.unknownOffer;
}

/** The provider in words: its name, else its tenant's id; nothing where the copy can't be read. */
export function providerOf({ offer, content }: InventoryRow): string {
  if (offer) return providerName(offer);
  return content?.managedByTenantId ?? '';
}

/** The management groups above a delegation, from the root down, as one line. */
function pathOf({ subscription }: InventoryRow, t: Catalog): string {
  return (
    subscription?.managementGroups?.map(({ displayName }) => displayName).join(' / ') ?? t.delegate.noManagementGroup
  );
}

/** The rows in the order asked for; what is equal goes by the scope's name. When something began unknown comes last. */
export function sortInventory(
  rows: readonly InventoryRow[],
  sorting: Sorting,
  t: Catalog,
  format: Format,
): readonly InventoryRow[] {
  const byName = (one: InventoryRow, other: InventoryRow) =>
    format.compare(one.subscriptionName, other.subscriptionName) ||
    format.compare(one.kind === 'subscription' ? '' : one.name, other.kind === 'subscription' ? '' : other.name) ||
    format.compare(offerOf(one, t), offerOf(other, t));
  const time = ({ since }: InventoryRow, unknown: number) => (since === undefined ? unknown : Date.parse(since));
  const compare: Readonly<Record<Sorting, (one: InventoryRow, other: InventoryRow) => number>> = {
    scope: () => 0,
    provider: (one, other) => format.compare(providerOf(one), providerOf(other)),
    // What nobody can read may be anything.
    level: (one, other) => (other.access?.level ?? 6) - (one.access?.level ?? 6),
    newest: (one, other) => time(other, -Infinity) - time(one, -Infinity) || 0,
    oldest: (one, other) => time(one, Infinity) - time(other, Infinity) || 0,
  };
  return rows.toSorted((one, other) => compare[sorting](one, other) || byName(one, other));
}

/** The list as it is drawn: sorted rows under their headings, an opened one followed by what it shows. */
export function drawnRows(
  sorted: readonly InventoryRow[],
  grouping: Grouping,
  isOpen: (row: InventoryRow) => boolean,
  t: Catalog,
  format: Format,
): readonly ListRow[] {
  const drawn = (row: InventoryRow): readonly ListRow[] =>
    isOpen(row)
      ? [
          { kind: 'delegation', row },
          { kind: 'details', row },
        ]
      : [{ kind: 'delegation', row }];
  if (grouping === 'none') return sorted.flatMap(drawn);
  const titleOf: Readonly<Record<Exclude<Grouping, 'none'>, (row: InventoryRow) => string>> = {
    provider: (row) => providerOf(row) || t.delegations.unknownOffer,
    offer: (row) => offerOf(row, t),
    subscription: (row) => row.subscriptionName,
    managementGroup: (row) => pathOf(row, t),
  };
  const keyOf: Readonly<Record<Exclude<Grouping, 'none'>, (row: InventoryRow) => string>> = {
    provider: ({ content }) => content?.managedByTenantId ?? '',
    offer: ({ offer }) => offer?.key ?? '',
    subscription: ({ subscriptionId }) => subscriptionId,
    managementGroup: ({ subscription }) => subscription?.managementGroups?.map(({ name }) => name).join('/') ?? '',
  };
  const groups = new Map<string, { readonly title: string; readonly members: InventoryRow[] }>();
  for (const row of sorted) {
    const key = keyOf[grouping](row);
    const group = groups.get(key) ?? { title: titleOf[grouping](row), members: [] };
    group.members.push(row);
    groups.set(key, group);
  }
  return [...groups]
    .toSorted(([, one], [, other]) => format.compare(one.title, other.title))
    .flatMap(([key, { title, members }]): readonly ListRow[] => [
      { kind: 'group', key: `group:${key}`, title, members },
      ...members.flatMap(drawn),
    ]);
}
