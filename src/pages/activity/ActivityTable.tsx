import type { PlacedAction } from '../../domain/activityFold.ts';
import type { TenantId } from '../../domain/ids.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import styles from './Activity.module.css';
import { actorOf, type ActivityRow } from './activityRows.ts';

const longestName = 120;
const longestId = 500;

/** Actions, under headings where they are grouped, newest first. Who and what is text from outside: shown plain, never as a link. */
export function ActivityTable({ rows, own }: { readonly rows: readonly ActivityRow[]; readonly own: TenantId }) {
  const { t, format } = useText();
  const nameOf = useSubscriptionNames();
  const { column } = t.activity;
  const cell = (draw: (action: PlacedAction) => React.ReactNode) => (row: ActivityRow) =>
    row.kind === 'action' ? draw(row.action) : null;
  return (
    <RowList
      label={t.activity.table}
      rows={rows}
      rowKey={(row) => (row.kind === 'group' ? row.key : keyOf(row.action))}
      isGroup={(row) => row.kind === 'group'}
      isWide={(row) => row.kind === 'group'}
      columns={[
        {
          key: 'what',
          title: column.what,
          width: 'minmax(0, 2.4fr)',
          cell: (row) =>
            row.kind === 'group' ? (
              <>
                <strong className={styles.name}>
                  <bdi>{row.title}</bdi>
                </strong>{' '}
                <span className={styles.sub}>
                  {t.activityGroups.heading(format, row.count, format.dateTime(row.last))}
                </span>
              </>
            ) : (
              <What action={row.action} />
            ),
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
          cell: cell(({ last }) => plain(last.status)),
        },
      ]}
    />
  );
}

/** The operation, whether it changes a delegation, and on demand every entry that the log has of it. */
function What({ action: { last, events, changesDelegation } }: { readonly action: PlacedAction }) {
  const { t, format } = useText();
  const { fact: words } = t.activity;
  return (
    <>
      <div className={styles.name}>
        <ProviderText text={plainText(last.operation, longestId)} />
      </div>
      {changesDelegation && (
        <StateTag tone="caution" plain>
          {t.activityGroups.changesDelegation}
        </StateTag>
      )}
      <Disclosure summary={events.length > 1 ? t.activityGroups.entries(format, events.length) : t.activity.details}>
        <Facts
          items={[
            fact(
              t.activityGroups.steps,
              events.length > 1 ? (
                <ul className={styles.steps}>
                  {events.map(({ id, at, status }) => (
                    <li key={`${id} ${at} ${status}`}>
                      {plain(status)} · {format.dateTime(at)}
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
      </Disclosure>
    </>
  );
}

function keyOf({ last: { id, at, subscriptionId, status } }: PlacedAction): string {
  return `${id} ${at} ${subscriptionId} ${status}`;
}

function plain(text: string | undefined) {
  return text === undefined ? undefined : <ProviderText text={plainText(text, longestId)} />;
}
