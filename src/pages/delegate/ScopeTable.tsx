import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { ScopeId, SubscriptionId } from '../../domain/ids.ts';
import type { Offer } from '../../domain/offer.ts';
import { isSelectable } from '../../domain/scopeFilter.ts';
import { choose, coveredBy, isChosen, unchoose, type Selection } from '../../domain/selection.ts';
import type { Subscription } from '../../domain/scope.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChevronDown20Regular, ChevronRight20Regular } from '../../ui/icons.ts';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList, type RowColumn } from '../../ui/RowList.tsx';
import { useServices } from '../services.ts';
import { offerName } from '../shared/offerNames.ts';
import { onceStill } from '../shared/useLookedAt.ts';
import { ReadinessText } from '../shared/ReadinessText.tsx';
import { canChoose, needsSomeoneElse, pathText, type ListedScope, type ListRow } from './scopeRows.ts';
import styles from './ScopeTable.module.css';

/** The list of scopes: groups, subscriptions that open to their resource groups, each with what speaks for and against it. */
export function ScopeTable(props: {
  readonly rows: readonly ListRow[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly open: ReadonlySet<SubscriptionId>;
  readonly onOpen: (open: ReadonlySet<SubscriptionId>) => void;
  readonly onAsk: (subscription: Subscription) => void;
  /** Every offer that a scope itself is delegated to. */
  readonly offersAt: (scope: ScopeId) => readonly Offer[];
}) {
  const { t } = useText();
  const { rows, selection, onSelect, open, onOpen, onAsk, offersAt } = props;
  const anchor = useRef(0);
  const rowSelection = useMemo(
    () => ({
      title: t.delegate.select,
      label: (row: ListRow) =>
        row.kind === 'group'
          ? t.delegate.selectGroup(pathText(row.path) ?? t.delegate.noManagementGroup)
          : row.kind === 'scope'
            ? t.delegate.selectRow(row.scope.name)
            : '',
      state: (row: ListRow) => rowState(row, selection),
      toggle: (at: number, range: boolean) => {
        const row = rows[at];
        if (!row) return;
        const add = rowState(row, selection) !== true;
        const [from, to] = range ? [Math.min(anchor.current, at), Math.max(anchor.current, at)] : [at, at];
        anchor.current = at;
        // A range of resource groups passes by the subscriptions between them: nobody means to give those away.
        const kind = row.kind === 'scope' ? row.scope.kind : undefined;
        const scopes =
          row.kind === 'group'
            ? row.members.filter(({ readiness }) => isSelectable(readiness))
            : rows
                .slice(from, to + 1)
                .filter((one): one is ListedScope => one.kind === 'scope' && one.scope.kind === kind)
                .filter((one) => rowState(one, selection) !== undefined);
        const ids = scopes.map(({ scope }) => scope.id);
        onSelect(add ? choose(selection, ids) : unchoose(selection, ids));
      },
    }),
    [rows, selection, onSelect, t],
  );
  const columns = useMemo(
    (): readonly RowColumn<ListRow>[] => [
      {
        key: 'scope',
        title: t.delegate.column.scope,
        width: 'minmax(0, 1.1fr)',
        cell: (row) => <ScopeCell row={row} open={open} onOpen={onOpen} />,
      },
      {
        key: 'readiness',
        title: t.delegate.column.readiness,
        width: 'minmax(0, 1.2fr)',
        cell: (row) => (row.kind === 'scope' ? <ReadinessCell row={row} selection={selection} onAsk={onAsk} /> : null),
      },
      {
        key: 'existing',
        title: t.delegate.column.existing,
        width: 'minmax(0, 0.6fr)',
        named: true,
        cell: (row) => (row.kind === 'scope' ? <ExistingCell offers={offersAt(row.scope.id)} /> : null),
      },
    ],
    [t, selection, open, onOpen, onAsk, offersAt],
  );
  return (
    <RowList
      label={t.delegate.table}
      rows={rows}
      rowKey={rowKey}
      rowKind={rowKind}
      isGroup={isGroup}
      selection={rowSelection}
      columns={columns}
    />
  );
}

function isGroup(row: ListRow): boolean {
  return row.kind === 'group';
}

function rowKind(row: ListRow): string {
  return row.kind === 'scope' ? row.scope.kind : row.kind;
}

function rowKey(row: ListRow): string {
  switch (row.kind) {
    case 'group':
      return row.key;
    case 'scope':
      return row.scope.id;
    case 'loading':
    case 'none':
    case 'unread':
      return `${row.kind}:${row.subscription.id}`;
  }
}

/** A resource group under a chosen subscription comes with it: it has no checkbox of its own. */
function rowState(row: ListRow, selection: Selection): boolean | 'mixed' | undefined {
  if (row.kind === 'scope') {
    if (!canChoose(row) || coveredBy(selection, row.scope.id) !== undefined) return undefined;
    return isChosen(selection, row.scope.id);
  }
  if (row.kind !== 'group') return undefined;
  const ready = row.members.filter(({ readiness }) => isSelectable(readiness));
  if (ready.length === 0) return undefined;
  const chosen = ready.filter(({ scope }) => isChosen(selection, scope.id)).length;
  return chosen === 0 ? false : chosen === ready.length ? true : 'mixed';
}

function ScopeCell(props: {
  readonly row: ListRow;
  readonly open: ReadonlySet<SubscriptionId>;
  readonly onOpen: (open: ReadonlySet<SubscriptionId>) => void;
}) {
  const { t } = useText();
  const { row } = props;
  if (row.kind === 'group')
    return <strong className={styles.group}>{pathText(row.path) ?? t.delegate.noManagementGroup}</strong>;
  if (row.kind === 'unread')
    return <span className={styles.inside}>{t.delegate.groupsUnread(problemText(t.problems, row.problem).title)}</span>;
  if (row.kind !== 'scope') {
    return (
      <span className={styles.inside}>{row.kind === 'loading' ? t.delegate.groupsLoading : t.delegate.groupsNone}</span>
    );
  }
  const { scope } = row;
  if (scope.kind === 'resourceGroup') {
    return (
      <div className={styles.inside}>
        <div className={styles.name}>
          <bdi>{scope.name}</bdi>
        </div>
        <div className={styles.sub}>
          {t.common.resourceGroup} · {scope.location}
        </div>
      </div>
    );
  }
  const isOpen = props.open.has(scope.subscriptionId);
  const toggle = () => {
    const next = new Set(props.open);
    if (isOpen) next.delete(scope.subscriptionId);
    else next.add(scope.subscriptionId);
    props.onOpen(next);
  };
  return (
    <div className={styles.subscription}>
      <IconButton
        className={styles.opener}
        icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        expanded={isOpen}
        label={(isOpen ? t.delegate.closeGroups : t.delegate.openGroups)(scope.name)}
        onClick={toggle}
      />
      <div className={styles.text}>
        <div className={styles.name}>
          <bdi>{scope.name}</bdi>
        </div>
        <CopyText text={scope.subscriptionId} label={t.common.copyId(scope.name)} done={t.common.copied} />
      </div>
    </div>
  );
}

function ReadinessCell(props: {
  readonly row: ListedScope;
  readonly selection: Selection;
  readonly onAsk: (subscription: Subscription) => void;
}) {
  const { t } = useText();
  const { checker } = useServices();
  const { row } = props;
  const { subscriptionId } = row.subscription;
  // What stays on screen is looked at, and checked first.
  useEffect(() => {
    return row.readiness === 'notChecked' ? onceStill(() => checker.request([subscriptionId])) : undefined;
  }, [checker, row.readiness, subscriptionId]);
  if (coveredBy(props.selection, row.scope.id) !== undefined)
    return <span className={styles.sub}>{t.delegate.coveredByAbove}</span>;
  return (
    <>
      <ReadinessText readiness={row.verdict} />
      {needsSomeoneElse(row) && row.scope.kind === 'subscription' && (
        <WhoButton subscription={row.subscription} onAsk={props.onAsk} />
      )}
    </>
  );
}

/** Who may delegate it instead. The dialog of the Owners gives the focus back to this button. */
function WhoButton(props: {
  readonly subscription: Subscription;
  readonly onAsk: (subscription: Subscription) => void;
}) {
  const { t } = useText();
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button
      appearance="transparent"
      size="small"
      className={styles.who}
      aria-label={t.delegate.whoFor(props.subscription.name)}
      {...restoreFocus}
      onClick={() => props.onAsk(props.subscription)}
    >
      {t.delegate.who}
    </Button>
  );
}

function ExistingCell({ offers }: { readonly offers: readonly Offer[] }) {
  const { t } = useText();
  return offers.map((offer) => (
    <div key={offer.key} className={styles.sub}>
      <ProviderText text={offerName(offer.content, t)} />
    </div>
  ));
}
