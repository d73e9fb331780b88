import { useMemo } from 'react';
import type { ChangeItem } from '../../domain/changeSet.ts';
import { countedAs, countsOf, finishedOf, type Count, type ItemRun } from '../../domain/run.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useReadOnce } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Tone } from '../../ui/tone.ts';
import tones from '../../ui/tone.module.css';
import { useServices } from '../services.ts';
import type { ShownRun } from '../shared/useRun.ts';
import styles from './RunMap.module.css';
import { runGroups, type RunGroup } from './runMap.ts';

/** Up to so many items each has a square of its own; of more, each group is a bar. */
const squaresUpTo = 240;
/** More lines than this are no picture any more. */
const mostGroups = 24;

/** What stands first in a bar and in the legend, and how each looks: never by colour alone. */
const looks: readonly { readonly standing: Count; readonly tone: Tone; readonly mark: string }[] = [
  { standing: 'done', tone: 'good', mark: '✓' },
  { standing: 'already', tone: 'good', mark: '✓' },
  { standing: 'failed', tone: 'bad', mark: '✕' },
  { standing: 'unknown', tone: 'caution', mark: '?' },
  { standing: 'needsYou', tone: 'caution', mark: '!' },
  { standing: 'working', tone: 'info', mark: '…' },
  { standing: 'waiting', tone: 'neutral', mark: '' },
  { standing: 'stopped', tone: 'neutral', mark: '–' },
];
/** The estate has not been read yet, or cannot be: the picture does without management groups. */
const unknown: readonly Subscription[] = [];

const lookOf = new Map(looks.map((look) => [look.standing, look]));

/**
 * The run as a picture: its scopes by management group and subscription, each with how it stands. The list says the
 * same in words. Management groups are what the app read before the run; after a reload, or in a tab that watches, they are
 * read once more: a run's journal holds ids alone.
 */
export function RunMap({ shown }: { readonly shown: ShownRun }) {
  const { queries } = useServices();
  const estate = useReadOnce(queries.estate());
  return (
    <RunPicture
      items={shown.changeSet.items}
      runs={shown.state.items}
      subscriptions={estate?.subscriptions ?? unknown}
    />
  );
}

/** The picture itself. `runs` has an entry for each item, at the same place. Nothing where there is one item only. */
export function RunPicture(props: {
  readonly items: readonly ChangeItem[];
  readonly runs: readonly ItemRun[];
  readonly subscriptions: readonly Pick<Subscription, 'subscriptionId' | 'managementGroups'>[];
}) {
  const { t } = useText();
  const { items, runs, subscriptions } = props;
  const groups = useMemo(() => {
    const paths = new Map(subscriptions.map((one) => [one.subscriptionId, one.managementGroups]));
    return runGroups(items, (subscription) => paths.get(subscription), mostGroups);
  }, [items, subscriptions]);
  const counts = countsOf({ items: runs });
  if (items.length < 2) return null;
  const legend = looks.filter(({ standing }) => standing !== 'already' && countOf(standing) > 0);
  return (
    <Section title={t.runMap.title}>
      <ul className={styles.legend} aria-label={t.runMap.legend}>
        {legend.map(({ standing, tone, mark }) => (
          <li key={standing}>
            <span aria-hidden className={`${styles.square} ${tones[tone]} ${styles[standing] ?? ''}`}>
              {mark}
            </span>
            {t.runMap.standing[standing]}
          </li>
        ))}
      </ul>
      <ul className={styles.groups}>
        {groups.map((group) => (
          <GroupLine key={group.key} group={group} items={items} runs={runs} />
        ))}
      </ul>
    </Section>
  );

  function countOf(standing: Count): number {
    return standing === 'done' ? counts.done + counts.already : counts[standing];
  }
}

function GroupLine(props: {
  readonly group: RunGroup;
  readonly items: readonly ChangeItem[];
  readonly runs: readonly ItemRun[];
}) {
  const { t, format } = useText();
  const { group, items, runs } = props;
  const own = group.items.flatMap((at) => runs[at] ?? []);
  const counts = countsOf({ items: own });
  const total = group.items.length;
  const said = [
    t.runMap.finished(format, finishedOf(counts), total),
    ...(counts.failed > 0 ? [t.run.counts.failed(format, counts.failed)] : []),
    ...(counts.unknown > 0 ? [t.run.counts.unknown(format, counts.unknown)] : []),
  ];
  return (
    <li className={styles.group}>
      <span className={styles.name}>
        <strong>
          <bdi>{group.path?.join(' / ') ?? t.runMap.everything}</bdi>
        </strong>{' '}
        <span className={styles.numbers}>{said.join(', ')}</span>
      </span>
      {items.length > squaresUpTo ? (
        <span className={styles.bar} aria-hidden>
          {looks
            .filter(({ standing }) => counts[standing] > 0)
            .map(({ standing, tone }) => (
              <i
                key={standing}
                className={`${tones[tone]} ${styles[standing] ?? ''}`}
                style={{ flexGrow: counts[standing], flexBasis: 0 }}
              />
            ))}
        </span>
      ) : (
        <span className={styles.squares} aria-hidden>
          {group.subscriptions.map((positions) => (
            <span key={positions[0]} className={styles.subscription}>
              {positions.map((at) => (
                <Square key={at} item={items[at]} run={runs[at]} />
              ))}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

function Square({ item, run }: { readonly item: ChangeItem | undefined; readonly run: ItemRun | undefined }) {
  const { t } = useText();
  const look = run && lookOf.get(countedAs(run.status));
  if (!item || !look) return null;
  const { standing, tone, mark } = look;
  return (
    <span
      className={`${styles.square} ${tones[tone]} ${styles[standing] ?? ''}`}
      title={`${item.scope.name}: ${t.runMap.standing[standing]}`}
    >
      {mark}
    </span>
  );
}
