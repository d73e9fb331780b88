import { memo, useMemo, useRef } from 'react';
import { idKey } from '../../domain/ids.ts';
import type { InventoryRow } from '../../domain/inventory.ts';
import { useText } from '../../text/TextContext.tsx';
import { RowList, type RowColumn } from '../../ui/RowList.tsx';
import type { Roles } from '../shared/useOffers.ts';
import { AccessCell, ConditionCell, OfferCell, ScopeCell, SinceCell } from './InventoryCells.tsx';
import { offerOf, type ListRow } from './inventoryRows.ts';

/** The delegations, under headings where they are grouped; each opens to the roles in words. A letter typed above draws nothing here. */
export const InventoryTable = memo(Table);

function Table(props: {
  readonly rows: readonly ListRow[];
  readonly roles: Roles;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (rows: readonly InventoryRow[], add: boolean) => void;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (row: InventoryRow) => void;
}) {
  const { t } = useText();
  const { rows, roles, chosen, onChoose, open, onOpen } = props;
  const anchor = useRef(0);
  const selection = useMemo(
    () => ({
      title: t.delegations.select,
      label: (row: ListRow) =>
        row.kind === 'group'
          ? t.delegations.selectGroup(row.title)
          : t.delegations.selectRow(row.row.name, offerOf(row.row, t)),
      state: (row: ListRow) => stateOf(row, chosen),
      toggle: (at: number, range: boolean) => {
        const row = rows[at];
        if (!row) return;
        const add = stateOf(row, chosen) !== true;
        const [from, to] = range ? [Math.min(anchor.current, at), Math.max(anchor.current, at)] : [at, at];
        anchor.current = at;
        onChoose(
          row.kind === 'group'
            ? row.members
            : rows.slice(from, to + 1).flatMap((one) => (one.kind === 'delegation' ? [one.row] : [])),
          add,
        );
      },
    }),
    [rows, chosen, onChoose, t],
  );
  const columns = useMemo(
    (): readonly RowColumn<ListRow>[] => [
      {
        key: 'scope',
        title: t.delegations.column.scope,
        width: 'minmax(0, 1.5fr)',
        cell: (row) => <ScopeCell row={row} roles={roles} open={open} onOpen={onOpen} />,
      },
      {
        key: 'offer',
        title: t.delegations.column.offer,
        width: 'minmax(0, 1.3fr)',
        cell: (row) => (row.kind === 'delegation' ? <OfferCell row={row.row} /> : null),
      },
      {
        key: 'access',
        title: t.delegations.column.access,
        width: 'minmax(0, 0.9fr)',
        named: true,
        cell: (row) => (row.kind === 'delegation' ? <AccessCell row={row.row} /> : null),
      },
      {
        key: 'since',
        title: t.delegations.column.since,
        width: 'minmax(0, 0.65fr)',
        named: true,
        cell: (row) => (row.kind === 'delegation' ? <SinceCell row={row.row} /> : null),
      },
      {
        key: 'state',
        title: t.delegations.column.state,
        width: 'minmax(0, 0.75fr)',
        named: true,
        cell: (row) => (row.kind === 'delegation' ? <ConditionCell row={row.row} /> : null),
      },
    ],
    [t, roles, open, onOpen],
  );
  return (
    <RowList
      label={t.delegations.table}
      rows={rows}
      rowKey={rowKey}
      rowKind={rowKind}
      isGroup={isGroup}
      isWide={isWide}
      estimatedHeight={72}
      selection={selection}
      columns={columns}
    />
  );
}

function rowKey(row: ListRow): string {
  switch (row.kind) {
    case 'group':
      return row.key;
    case 'delegation':
      return row.row.delegation.id;
    case 'details':
      return `details:${row.row.delegation.id}`;
  }
}

function rowKind({ kind }: ListRow): string {
  return kind;
}

function isGroup(row: ListRow): boolean {
  return row.kind === 'group';
}

function isWide(row: ListRow): boolean {
  return row.kind === 'details';
}

function stateOf(row: ListRow, chosen: ReadonlySet<string>): boolean | 'mixed' | undefined {
  switch (row.kind) {
    case 'details':
      return undefined;
    case 'delegation':
      return chosen.has(idKey(row.row.delegation.id));
    case 'group': {
      const n = row.members.filter(({ delegation }) => chosen.has(idKey(delegation.id))).length;
      return n === 0 ? false : n === row.members.length ? true : 'mixed';
    }
  }
}
