import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { idKey } from '../../domain/ids.ts';
import type { Condition, InventoryRow } from '../../domain/inventory.ts';
import { termsOf } from '../../domain/inventoryFilter.ts';
import { paths } from '../../paths.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChevronDown20Regular, ChevronRight20Regular } from '../../ui/icons.ts';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList, type RowColumn } from '../../ui/RowList.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useServices } from '../services.ts';
import { levelWord } from '../shared/levelWord.ts';
import { useLookedAt } from '../shared/useLookedAt.ts';
import type { Roles } from '../shared/useOffers.ts';
import { InventoryDetails } from './InventoryDetails.tsx';
import { offerOf, providerOf, type ListRow } from './inventoryRows.ts';
import styles from './Inventory.module.css';

/** The delegations, under headings where they are grouped; each opens to the roles in words. */
export function InventoryTable(props: {
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
        cell: (row) =>
          row.kind === 'delegation' ? (
            <StateTag tone={tones[row.row.condition]} plain>
              {t.delegations.conditions[row.row.condition]}
            </StateTag>
          ) : null,
      },
    ],
    [t, roles, open, onOpen],
  );
  return (
    <RowList
      label={t.delegations.table}
      rows={rows}
      rowKey={rowKey}
      isGroup={isGroup}
      isWide={isWide}
      estimatedHeight={72}
      selection={selection}
      columns={columns}
    />
  );
}

const tones: Readonly<Record<Condition, Tone>> = {
  inEffect: 'good',
  changing: 'info',
  notInEffect: 'bad',
  unreadable: 'caution',
};

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

function ScopeCell(props: {
  readonly row: ListRow;
  readonly roles: Roles;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (row: InventoryRow) => void;
}) {
  const { t, format } = useText();
  if (props.row.kind === 'group') {
    return (
      <strong className={styles.group}>
        <bdi>{t.delegate.withCount(props.row.title, format.number(props.row.members.length))}</bdi>
      </strong>
    );
  }
  const { row } = props.row;
  if (props.row.kind === 'details') return <InventoryDetails row={row} roles={props.roles} />;
  const isOpen = props.open.has(idKey(row.delegation.id));
  return (
    <div className={styles.scope}>
      <IconButton
        className={styles.opener}
        icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        expanded={isOpen}
        label={(isOpen ? t.delegations.close : t.delegations.open)(row.name, offerOf(row, t))}
        onClick={() => props.onOpen(row)}
      />
      <div className={styles.text}>
        <Link to={paths.accessAt(row.scope)} className={styles.name}>
          <bdi>{row.name}</bdi>
        </Link>
        <div className={styles.sub}>
          {row.kind === 'subscription' ? (
            t.common.subscription
          ) : (
            <>
              {t.common.resourceGroup} · <bdi>{row.subscriptionName}</bdi>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function OfferCell({ row }: { readonly row: InventoryRow }) {
  const { t } = useText();
  const provider = providerOf(row);
  const version = row.content?.plan?.version;
  return (
    <>
      {row.offer ? (
        <Link to={paths.offer(row.offer.key)} className={styles.name}>
          <ProviderText text={offerOf(row, t)} />
        </Link>
      ) : (
        <span className={styles.name}>{offerOf(row, t)}</span>
      )}
      <div className={styles.sub}>
        {provider !== '' && <ProviderText text={provider} />}
        {version !== undefined && (
          <>
            {' · '}
            <span className={styles.version}>{t.delegations.version(version)}</span>
          </>
        )}
      </div>
    </>
  );
}

function AccessCell({ row }: { readonly row: InventoryRow }) {
  const { t } = useText();
  const { access } = row;
  if (!access) return <span className={styles.sub}>{t.delegations.unknownLevel}</span>;
  const terms = termsOf(access);
  return (
    <>
      <AccessLevel level={access.level} word={levelWord(access.level, t)} />
      {terms && <div className={styles.sub}>{t.offers[terms]}</div>}
    </>
  );
}

/** What stays on screen is looked at: in a large tenant it is read now when this delegation began. */
function SinceCell({ row }: { readonly row: InventoryRow }) {
  const { t, format } = useText();
  const { queries } = useServices();
  const lookedAt = useLookedAt(row.since === undefined);
  const known = useKnown({ ...queries.delegationsIn(row.subscriptionId), enabled: lookedAt });
  const found =
    known.state === 'known' ? known.value.find(({ id }) => idKey(id) === idKey(row.delegation.id)) : undefined;
  const since = row.since ?? found?.createdAt;
  if (since !== undefined) return <time dateTime={since}>{format.date(since)}</time>;
  return (
    <span className={styles.sub}>{known.state === 'notRead' ? t.common.loading : t.delegations.unknownSince}</span>
  );
}
