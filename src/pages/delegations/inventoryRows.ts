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
  const time = ({ since }: InventoryRow, unknown: number) => (since === undefined ? unknown : Date.parse(since));
  const named = byName(rows, t, format);
  switch (sorting) {
    case 'scope':
      return named;
    case 'provider':
      return byNumber(named, placeOf(named, providerOf, format));
    case 'level':
      // What nobody can read may be anything.
      return byNumber(named, (row) => -(row.access?.level ?? 6));
    case 'newest':
      return byNumber(named, (row) => -time(row, -Infinity));
    case 'oldest':
      return byNumber(named, (row) => time(row, Infinity));
  }
}

const namedBefore = new WeakMap<readonly InventoryRow[], { format: Format; named: readonly InventoryRow[] }>();

/** To compare names by the rules of a language is slow in a long list: done once for all that follows. */
function byName(rows: readonly InventoryRow[], t: Catalog, format: Format): readonly InventoryRow[] {
  const before = namedBefore.get(rows);
  if (before?.format === format) return before.named;
  const inside = ({ kind, name }: InventoryRow) => (kind === 'subscription' ? '' : name);
  const named = rows.toSorted(
    (one, other) =>
      format.compare(one.subscriptionName, other.subscriptionName) ||
      format.compare(inside(one), inside(other)) ||
      format.compare(offerOf(one, t), offerOf(other, t)),
  );
  namedBefore.set(rows, { format, named });
  return named;
}

/** Smallest number first; what is equal stays as it stands. */
function byNumber(rows: readonly InventoryRow[], of: (row: InventoryRow) => number): readonly InventoryRow[] {
  return (
    rows
      .map((row) => ({ row, number: of(row) }))
      // Two that are infinite differ by no number.
      .toSorted((one, other) => one.number - other.number || 0)
      .map(({ row }) => row)
  );
}

/** The place of a row's name among the few that all rows have. */
function placeOf(
  rows: readonly InventoryRow[],
  nameOf: (row: InventoryRow) => string,
  format: Format,
): (row: InventoryRow) => number {
  const names = [...new Set(rows.map(nameOf))].toSorted((one, other) => format.compare(one, other));
  const places = new Map<string, number>();
  for (const [at, name] of names.entries()) {
    const before = names[at - 1];
    const same = before !== undefined && format.compare(before, name) === 0;
    places.set(name, same ? (places.get(before) ?? at) : at);
  }
  return (row) => places.get(nameOf(row)) ?? 0;
}

const rowsListed = new WeakMap<InventoryRow, ListRow>();

/** The same object whenever it is asked for: what stays where it is when the list is filtered is not drawn again. */
function listed(row: InventoryRow): ListRow {
  const before = rowsListed.get(row);
  if (before) return before;
  const made: ListRow = { kind: 'delegation', row };
  rowsListed.set(row, made);
  return made;
}

/** The list as it is drawn: sorted rows under their headings, an opened one followed by what it shows. */
export function drawnRows(
  sorted: readonly InventoryRow[],
  grouping: Grouping,
  isOpen: (row: InventoryRow) => boolean,
  t: Catalog,
  format: Format,
): readonly ListRow[] {
  const drawn = (rows: readonly InventoryRow[]): readonly ListRow[] => {
    const list: ListRow[] = [];
    for (const row of rows) {
      list.push(listed(row));
      if (isOpen(row)) list.push({ kind: 'details', row });
    }
    return list;
  };
  if (grouping === 'none') return drawn(sorted);
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
      ...drawn(members),
    ]);
}
