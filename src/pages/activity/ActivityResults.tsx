import { useMemo } from 'react';
import { Link } from 'react-router';
import { sortActivity, type ActivityProvider, type ProviderActivity } from '../../domain/activity.ts';
import { foldActivity } from '../../domain/activityFold.ts';
import { parseScope } from '../../domain/ids.ts';
import { ProblemError } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { useKnownList } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { ActivityEvents } from './ActivityEvents.tsx';
import type { Asked } from './ActivityChoice.tsx';
import styles from './Activity.module.css';

const longest = 90;

/** What the chosen logs say: who did how much, and every entry. A log that cannot be read leaves its scopes unknown. */
export function ActivityResults(props: { readonly asked: Asked; readonly providers: readonly ActivityProvider[] }) {
  const { asked } = props;
  const { t, format } = useText();
  const { queries, session } = useServices();
  const logs = useKnownList(asked.subscriptions.map(({ id }) => queries.activityLog(id, asked)));
  const { tenantId } = session.person;
  const providers = useMemo(() => {
    const chosen = new Set(asked.subscriptions.map(({ id }) => id));
    return props.providers.filter(({ scopes }) =>
      scopes.some((scope) => {
        const parts = parseScope(scope);
        return parts !== undefined && chosen.has(parts.subscriptionId);
      }),
    );
  }, [asked, props.providers]);
  const activity = useMemo(() => {
    const byId = new Map(
      asked.subscriptions.map(({ id }, at) => [id, logs[at] ?? ({ state: 'notRead' } as const)] as const),
    );
    return sortActivity(byId, providers, tenantId);
  }, [asked, logs, providers, tenantId]);
  const read = logs.filter(({ state }) => state !== 'notRead').length;
  const says = ({ events, quiet }: ProviderActivity) => {
    const [newest] = events;
    if (newest)
      return `${t.activity.did(format, foldActivity(events).length)}, ${t.activity.last(format.dateTime(newest.at))}`;
    if (read < logs.length) return t.activity.reading(format.number(read), format.number(logs.length));
    if (quiet === 'unknown') return t.activity.quietUnknown;
    if (asked.days < longest) return t.activity.quiet(format, asked.days);
    return (
      <>
        {t.activity.quietLong} <Link to={paths.delegations}>{t.activity.quietNext}</Link>
      </>
    );
  };
  return (
    <>
      <p role="status" className={styles.hint}>
        {t.activity.reading(format.number(read), format.number(logs.length))}
      </p>
      {asked.subscriptions.map(({ id, name }, at) => {
        const log = logs[at];
        if (log?.state === 'unknown')
          return <ProblemNotice key={id} error={new ProblemError(log.problem)} title={t.activity.unreadTitle(name)} />;
        if (log?.state === 'known' && !log.value.complete)
          return <Notice key={id} tone="caution" title={t.activity.incomplete(name)} />;
        return null;
      })}
      <Section title={t.activity.providersTitle}>
        <Facts
          items={activity.providers.map((provider) => fact(<ProviderText text={provider.name} />, says(provider)))}
        />
        {(activity.unnamed > 0 || activity.strangers > 0) && (
          <ul className={styles.notes}>
            {activity.unnamed > 0 && <li>{t.activity.unnamedCount(format, activity.unnamed)}</li>}
            {activity.strangers > 0 && <li>{t.activity.strangersCount(format, activity.strangers)}</li>}
          </ul>
        )}
      </Section>
      <ActivityEvents activity={activity} asked={asked} logs={logs} />
    </>
  );
}
