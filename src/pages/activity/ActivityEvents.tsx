import { Button, Dropdown, Option } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Activity, ActivityEvent, ActivityLog } from '../../domain/activity.ts';
import {
  activityCsv,
  activityFileName,
  activityJson,
  type ActivityFacts,
  type ExportedEvent,
} from '../../domain/activityExport.ts';
import { foldActivity, placeActions, type PlacedAction } from '../../domain/activityFold.ts';
import { activityStatusOf } from '../../domain/activityStatus.ts';
import type { Known } from '../../domain/known.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Catalog } from '../../text/en/catalog.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterTabs } from '../../ui/FilterTabs.tsx';
import { ArrowDownload20Regular } from '../../ui/icons.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { Section } from '../../ui/Section.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useServices } from '../services.ts';
import { useTenant } from '../shared/tenant.ts';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import styles from './Activity.module.css';
import type { Asked } from './ActivityChoice.tsx';
import { activityRows, groupings, type Grouping } from './activityRows.ts';
import { ActivityTable } from './ActivityTable.tsx';

type Tab = 'provider' | 'change';

/** Every entry, with what narrows the list down and takes it away as a file. */
export function ActivityEvents(props: {
  readonly activity: Activity;
  readonly asked: Asked;
  readonly logs: readonly Known<ActivityLog>[];
}) {
  const { activity, asked, logs } = props;
  const { t, format } = useText();
  const { surroundings, session } = useServices();
  const tenant = useTenant();
  const [tab, setTab] = useState<Tab>('provider');
  const [search, setSearch] = useState('');
  const [provider, setProvider] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('providerScope');
  const nameOf = useSubscriptionNames();
  const own = session.person.tenantId;
  const naming = useMemo(() => ({ own, nameOf, t, format }), [own, nameOf, t, format]);
  const lists = useMemo(() => {
    const placed = (events: readonly ActivityEvent[]) => placeActions(foldActivity(events), activity.providers);
    return {
      provider: placed(activity.providers.flatMap(({ events }) => events)),
      change: placed(activity.changes),
    };
  }, [activity]);
  const wanted = search.trim().toLowerCase();
  const shown = useMemo(
    () =>
      lists[tab].filter(
        (action) =>
          (provider === '' || action.tenant === provider) && (wanted === '' || textOf(action, t).includes(wanted)),
      ),
    [lists, tab, provider, wanted, t],
  );
  const rows = useMemo(() => activityRows(shown, grouping, naming), [shown, grouping, naming]);
  const save = (ending: 'csv' | 'json') => {
    const exportedAt = new Date(surroundings.now()).toISOString();
    const facts: ActivityFacts = { tenant, exportedAt, from: asked.from, to: asked.to, unread: unreadOf(asked, logs) };
    const name = activityFileName(exportedAt, ending);
    const events = exportedOf(shown);
    if (ending === 'csv') saveFile(name, 'text/csv', activityCsv(events, facts));
    else saveFile(name, 'application/json', activityJson(events, facts));
  };
  const chosen = activity.providers.find(({ tenant: id }) => id === provider)?.name ?? t.activity.anyProvider;
  return (
    <Section title={t.activity.eventsTitle}>
      <FilterTabs
        label={t.activity.tabs}
        value={tab}
        onChange={setTab}
        tabs={(['provider', 'change'] as const).map((value) => ({
          value,
          text: t.activity.tab[value],
          count: format.number(lists[value].length),
        }))}
      />
      <Toolbar search={search} searchLabel={t.activity.search} onSearch={setSearch}>
        <Dropdown
          aria-label={t.activity.provider}
          value={chosen}
          selectedOptions={[provider]}
          onOptionSelect={(_, { optionValue }) => setProvider(optionValue ?? '')}
        >
          {[{ tenant: '', name: t.activity.anyProvider }, ...activity.providers].map(({ tenant: id, name }) => (
            <Option key={id} value={id} text={name}>
              <bdi>{name}</bdi>
            </Option>
          ))}
        </Dropdown>
        <Dropdown
          aria-label={t.activityGroups.group}
          value={t.activityGroups.grouping[grouping]}
          selectedOptions={[grouping]}
          onOptionSelect={(_, { optionValue }) =>
            setGrouping(groupings.find((one) => one === optionValue) ?? 'providerScope')
          }
        >
          {groupings.map((one) => (
            <Option key={one} value={one}>
              {t.activityGroups.grouping[one]}
            </Option>
          ))}
        </Dropdown>
      </Toolbar>
      <div className={styles.tools}>
        {(['csv', 'json'] as const).map((ending) => (
          <Button key={ending} icon={<ArrowDownload20Regular />} onClick={() => save(ending)}>
            {t.activity[ending]}
          </Button>
        ))}
        <span className={styles.hint}>{t.activityGroups.saved}</span>
      </div>
      {shown.length > 0 ? (
        <ActivityTable rows={rows} own={own} />
      ) : (
        <EmptyState
          title={t.activity.none}
          next={
            <Button
              onClick={() => {
                setSearch('');
                setProvider('');
              }}
            >
              {t.activity.clear}
            </Button>
          }
        >
          <p>{t.activity.noneWhat}</p>
        </EmptyState>
      )}
    </Section>
  );
}

/** What a search looks through: results in the reader's words and in Azure's. */
function textOf({ events, last, providerName = '' }: PlacedAction, t: Catalog): string {
  const { operation, resourceId, caller = '', callerName = '' } = last;
  const states = events.flatMap((event) => {
    const known = activityStatusOf(event);
    return known ? [t.activityStatus.word[known], event.status] : [event.status];
  });
  return plainText([operation, resourceId, caller, callerName, providerName, ...states].join(' '), 4000).toLowerCase();
}

/** Every entry of these actions, newest first. */
function exportedOf(actions: readonly PlacedAction[]): readonly ExportedEvent[] {
  const events = actions.flatMap(({ events, providerName = '', changesDelegation }) =>
    events.map((event): ExportedEvent => ({ ...event, provider: providerName, changesDelegation })),
  );
  return events.toSorted((one, other) => other.at.localeCompare(one.at));
}

function unreadOf(asked: Asked, logs: readonly Known<ActivityLog>[]): ActivityFacts['unread'] {
  return asked.subscriptions.flatMap(({ id: subscriptionId }, at): ActivityFacts['unread'] => {
    const log = logs[at];
    if (log?.state === 'unknown') return [{ subscriptionId, reason: log.problem.code }];
    return log?.state === 'known' && log.value.complete ? [] : [{ subscriptionId, reason: 'incomplete' }];
  });
}
