import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { PlacedAction } from '../../domain/activityFold.ts';
import type { TenantId } from '../../domain/ids.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { ChevronDown20Regular, ChevronRight20Regular } from '../../ui/icons.ts';
import { Breakable } from '../../ui/Breakable.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import styles from './Activity.module.css';
import { actorOf, type ActivityRow } from './activityRows.ts';
import { Result, resultInFull } from './Result.tsx';

const longestName = 120;
const longestId = 500;

type DrawnRow = ActivityRow | { readonly kind: 'details'; readonly action: PlacedAction };

/**
 * Actions, under headings where they are grouped, newest first; each opens to every entry that the log has of it. Who and what
 * is text from outside: shown plain, never as a link.
 */
export function ActivityTable({ rows, own }: { readonly rows: readonly ActivityRow[]; readonly own: TenantId }) {
  const { t, format } = useText();
  const nameOf = useSubscriptionNames();
  const { column } = t.activity;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const drawn = rows.flatMap((row): readonly DrawnRow[] =>
    row.kind === 'action' && open.has(keyOf(row.action)) ? [row, { kind: 'details', action: row.action }] : [row],
  );
  const toggle = (action: PlacedAction) => {
    const next = new Set(open);
    if (!next.delete(keyOf(action))) next.add(keyOf(action));
    setOpen(next);
  };
  const cell = (draw: (action: PlacedAction) => ReactNode) => (row: DrawnRow) =>
    row.kind === 'action' ? draw(row.action) : null;
  return (
    <RowList
      label={t.activity.table}
      rows={drawn}
      rowKey={(row) => (row.kind === 'group' ? row.key : `${row.kind} ${keyOf(row.action)}`)}
      isGroup={(row) => row.kind === 'group'}
      isWide={(row) => row.kind !== 'action'}
      columns={[
        {
          key: 'what',
          title: column.what,
          width: 'minmax(0, 2.4fr)',
          cell: (row) => {
            if (row.kind === 'details') return <Details action={row.action} />;
            if (row.kind === 'group') return <Heading row={row} />;
            const isOpen = open.has(keyOf(row.action));
            return <What action={row.action} isOpen={isOpen} onOpen={() => toggle(row.action)} />;
          },
        },
        {
          key: 'who',
          title: column.who,
          width: 'minmax(0, 1.6fr)',
          cell: cell((action) => (
            <>
              <div className={styles.name}>
                <ProviderText
                  text={
                    plainText(action.last.callerName ?? action.last.caller ?? '', longestName) || t.activity.noTenant
                  }
                />
              </div>
              <div className={styles.sub}>
                <bdi>{actorOf(action, { own, t })}</bdi>
              </div>
            </>
          )),
        },
        {
          key: 'where',
          title: column.where,
          width: 'minmax(0, 1.4fr)',
          cell: cell(({ last: { subscriptionId, resourceId } }) => (
            <>
              <bdi>{nameOf(subscriptionId)}</bdi>
              <div className={styles.sub}>{plain(/\/resourceGroups\/([^/]+)/i.exec(resourceId)?.[1])}</div>
            </>
          )),
        },
        {
          key: 'when',
          title: column.when,
          width: 'minmax(0, 1.2fr)',
          cell: cell(({ events: [newest] }) => format.dateTime(newest.at)),
        },
        {
          key: 'result',
          title: column.result,
          width: 'minmax(0, 0.8fr)',
          named: true,
          cell: cell(({ last }) => <Result event={last} />),
        },
      ]}
    />
  );
}

function Heading({ row }: { readonly row: Extract<ActivityRow, { readonly kind: 'group' }> }) {
  const { t, format } = useText();
  return (
    <>
      <strong className={styles.name}>
        <bdi>{row.title}</bdi>
      </strong>{' '}
      <span className={styles.sub}>{t.activityGroups.heading(format, row.count, format.dateTime(row.last))}</span>
    </>
  );
}

/** The operation, and whether it changes a delegation. */
function What(props: { readonly action: PlacedAction; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const { last, events, changesDelegation } = props.action;
  const { t, format } = useText();
  return (
    <>
      <div className={styles.name}>
        <bdi>
          <Breakable text={plainText(last.operation, longestId)} />
        </bdi>
      </div>
      {changesDelegation && (
        <StateTag tone="caution" plain>
          {t.activityGroups.changesDelegation}
        </StateTag>
      )}
      <Button
        appearance="transparent"
        size="small"
        className={styles.opener ?? ''}
        icon={props.isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        aria-expanded={props.isOpen}
        onClick={props.onOpen}
      >
        {events.length > 1 ? t.activityGroups.entries(format, events.length) : t.activity.details}
      </Button>
    </>
  );
}

/** Every entry that the log has of an action. */
function Details({ action: { last, events } }: { readonly action: PlacedAction }) {
  const { t, format } = useText();
  const { fact: words } = t.activity;
  return (
    <Facts
      items={[
        fact(
          t.activityGroups.steps,
          events.length > 1 ? (
            <ul className={styles.steps}>
              {events.map((event) => (
                <li key={`${event.id} ${event.at} ${event.status}`}>
                  <ProviderText text={resultInFull(event, t)} /> · {format.dateTime(event.at)}
                </li>
              ))}
            </ul>
          ) : undefined,
        ),
        fact(words.operation, plain(last.operation)),
        fact(words.resource, plain(last.resourceId)),
        fact(words.caller, plain(last.caller)),
        fact(words.object, plain(last.callerObjectId)),
        fact(words.tenant, plain(last.callerTenant) ?? t.activity.noTenant),
        fact(words.correlation, plain(last.correlationId)),
      ]}
    />
  );
}

function keyOf({ last: { id, at, subscriptionId, status } }: PlacedAction): string {
  return `${id} ${at} ${subscriptionId} ${status}`;
}

function plain(text: string | undefined) {
  return text === undefined ? undefined : <ProviderText text={plainText(text, longestId)} />;
}
