import type { ExportedEvent } from '../../domain/activityExport.ts';
import type { TenantId } from '../../domain/ids.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import styles from './Activity.module.css';

const longestName = 120;
const longestId = 500;

/** Entries of the log, newest first. Who and what is text from outside: shown plain, never as a link. */
export function ActivityTable({ events, own }: { readonly events: readonly ExportedEvent[]; readonly own: TenantId }) {
  const { t, format } = useText();
  const nameOf = useSubscriptionNames();
  const { column, fact: words } = t.activity;
  const tenantOf = ({ callerTenant, provider }: ExportedEvent) => {
    if (callerTenant === undefined) return t.activity.noTenant;
    if (callerTenant === own) return t.activity.own;
    return provider === '' ? t.activity.otherTenant : provider;
  };
  return (
    <RowList
      label={t.activity.table}
      rows={events}
      rowKey={({ id, at, subscriptionId, status }) => `${id} ${at} ${subscriptionId} ${status}`}
      columns={[
        {
          key: 'what',
          title: column.what,
          width: 'minmax(0, 2.4fr)',
          cell: (event) => (
            <>
              <div className={styles.name}>
                <ProviderText text={plainText(event.operation, longestId)} />
              </div>
              <Disclosure summary={t.activity.details}>
                <Facts
                  items={[
                    fact(words.operation, plain(event.operation)),
                    fact(words.resource, plain(event.resourceId)),
                    fact(words.caller, plain(event.caller)),
                    fact(words.object, plain(event.callerObjectId)),
                    fact(words.tenant, plain(event.callerTenant) ?? t.activity.noTenant),
                    fact(words.correlation, plain(event.correlationId)),
                  ]}
                />
              </Disclosure>
            </>
          ),
        },
        {
          key: 'who',
          title: column.who,
          width: 'minmax(0, 1.6fr)',
          cell: (event) => (
            <>
              <div className={styles.name}>
                <ProviderText
                  text={plainText(event.callerName ?? event.caller ?? '', longestName) || t.activity.noTenant}
                />
              </div>
              <div className={styles.sub}>
                <bdi>{tenantOf(event)}</bdi>
              </div>
            </>
          ),
        },
        {
          key: 'where',
          title: column.where,
          width: 'minmax(0, 1.4fr)',
          cell: ({ subscriptionId, resourceId }) => (
            <>
              <bdi>{nameOf(subscriptionId)}</bdi>
              <div className={styles.sub}>{plain(/\/resourceGroups\/([^/]+)/i.exec(resourceId)?.[1])}</div>
            </>
          ),
        },
        { key: 'when', title: column.when, width: 'minmax(0, 1.2fr)', cell: ({ at }) => format.dateTime(at) },
        {
          key: 'result',
          title: column.result,
          width: 'minmax(0, 0.8fr)',
          named: true,
          cell: ({ status }) => plain(status),
        },
      ]}
    />
  );
}

function plain(text: string | undefined) {
  return text === undefined ? undefined : <ProviderText text={plainText(text, longestId)} />;
}
