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
import type { Known } from '../../domain/known.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterTabs } from '../../ui/FilterTabs.tsx';
import { ArrowDownload20Regular } from '../../ui/icons.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { Section } from '../../ui/Section.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useServices } from '../services.ts';
import { useTenant } from '../shared/tenant.ts';
import styles from './Activity.module.css';
import type { Asked } from './ActivityChoice.tsx';
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
  const own = session.person.tenantId;
  const lists = useMemo(() => {
    const names = new Map(activity.providers.map(({ tenant: id, name }) => [id, name]));
    const whose = (event: ActivityEvent): ExportedEvent => ({
      ...event,
      provider: event.callerTenant === undefined ? '' : (names.get(event.callerTenant) ?? ''),
    });
    const byProviders = activity.providers.flatMap(({ events }) => events.map(whose));
    byProviders.sort((one, other) => other.at.localeCompare(one.at));
    return { provider: byProviders, change: activity.changes.map(whose) };
  }, [activity]);
  const wanted = search.trim().toLowerCase();
  const shown = lists[tab].filter(
    (event) =>
      (provider === '' || event.callerTenant === provider) && (wanted === '' || textOf(event).includes(wanted)),
  );
  const save = (ending: 'csv' | 'json') => {
    const exportedAt = new Date(surroundings.now()).toISOString();
    const facts: ActivityFacts = { tenant, exportedAt, from: asked.from, to: asked.to, unread: unreadOf(asked, logs) };
    const name = activityFileName(exportedAt, ending);
    if (ending === 'csv') saveFile(name, 'text/csv', activityCsv(shown, facts));
    else saveFile(name, 'application/json', activityJson(shown, facts));
  };
  const nameOf = activity.providers.find(({ tenant: id }) => id === provider)?.name ?? t.activity.anyProvider;
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
          value={nameOf}
          selectedOptions={[provider]}
          onOptionSelect={(_, { optionValue }) => setProvider(optionValue ?? '')}
        >
          {[{ tenant: '', name: t.activity.anyProvider }, ...activity.providers].map(({ tenant: id, name }) => (
            <Option key={id} value={id} text={name}>
              <bdi>{name}</bdi>
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
      </div>
      {shown.length > 0 ? (
        <ActivityTable events={shown} own={own} />
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

function textOf(event: ExportedEvent): string {
  const { operation, resourceId, caller = '', callerName = '', provider } = event;
  return plainText([operation, resourceId, caller, callerName, provider].join(' '), 4000).toLowerCase();
}

function unreadOf(asked: Asked, logs: readonly Known<ActivityLog>[]): ActivityFacts['unread'] {
  return asked.subscriptions.flatMap(({ id: subscriptionId }, at): ActivityFacts['unread'] => {
    const log = logs[at];
    if (log?.state === 'unknown') return [{ subscriptionId, reason: log.problem.code }];
    return log?.state === 'known' && log.value.complete ? [] : [{ subscriptionId, reason: 'incomplete' }];
  });
}
