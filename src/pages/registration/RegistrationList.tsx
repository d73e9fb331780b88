import { Button } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import type { SubscriptionId } from '../../domain/ids.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ProblemDetails } from '../shared/ProblemNotice.tsx';
import { Reasons, Warnings } from '../shared/ReadinessText.tsx';
import styles from './RegistrationList.module.css';
import { canRegister, type RegistrationRow } from './registrationRows.ts';

const tones: Readonly<Record<RegistrationRow['state'], Tone>> = {
  registered: 'good',
  registering: 'info',
  notRegistered: 'neutral',
  unregistering: 'caution',
  unknown: 'caution',
  notRead: 'neutral',
};

/** The subscriptions, selectable where this person may register them. */
export function RegistrationList(props: {
  readonly rows: readonly RegistrationRow[];
  readonly selected: ReadonlySet<SubscriptionId>;
  readonly onSelect: (selected: ReadonlySet<SubscriptionId>) => void;
  readonly onRegister: (subscription: SubscriptionId) => void;
}) {
  const { t } = useText();
  const { rows, selected, onSelect } = props;
  const anchor = useRef(0);
  const selection = useMemo(
    () => ({
      title: t.registration.select,
      label: ({ subscription }: RegistrationRow) => t.registration.selectRow(subscription.name),
      state: (row: RegistrationRow) => (canRegister(row) ? selected.has(row.subscription.subscriptionId) : undefined),
      toggle: (at: number, range: boolean) => {
        const row = rows[at];
        if (!row) return;
        const add = !selected.has(row.subscription.subscriptionId);
        const [from, to] = range ? [Math.min(anchor.current, at), Math.max(anchor.current, at)] : [at, at];
        const next = new Set(selected);
        for (const one of rows.slice(from, to + 1).filter(canRegister)) {
          if (add) next.add(one.subscription.subscriptionId);
          else next.delete(one.subscription.subscriptionId);
        }
        anchor.current = at;
        onSelect(next);
      },
    }),
    [rows, selected, onSelect, t],
  );
  return (
    <RowList
      label={t.registration.table}
      rows={rows}
      rowKey={({ subscription }) => subscription.id}
      selection={selection}
      columns={[
        {
          key: 'subscription',
          title: t.registration.column.subscription,
          width: 'minmax(0, 2.4fr)',
          cell: ({ subscription }) => (
            <>
              <div className={styles.name}>
                <bdi>{subscription.name}</bdi>
              </div>
              <CopyText
                text={subscription.subscriptionId}
                label={t.common.copyId(subscription.name)}
                done={t.common.copied}
              />
            </>
          ),
        },
        {
          key: 'state',
          title: t.registration.column.state,
          width: 'minmax(0, 1.4fr)',
          cell: (row) => <State row={row} />,
        },
        {
          key: 'right',
          title: t.registration.column.right,
          width: 'minmax(0, 2fr)',
          cell: (row) => <Right row={row} onRegister={props.onRegister} />,
        },
      ]}
    />
  );
}

function State({ row: { state, registering } }: { readonly row: RegistrationRow }) {
  const { t } = useText();
  if (registering?.state === 'failed') {
    const { title, next } = problemText(t.problems, registering.problem);
    return (
      <>
        <StateTag tone="bad" plain>
          {title}
        </StateTag>
        <div className={styles.sub}>{next}</div>
        <ProblemDetails problem={registering.problem} />
      </>
    );
  }
  return (
    <StateTag tone={tones[state]} plain>
      {t.registration.state[state]}
    </StateTag>
  );
}

function Right({
  row,
  onRegister,
}: {
  readonly row: RegistrationRow;
  readonly onRegister: (subscription: SubscriptionId) => void;
}) {
  const { t } = useText();
  const { readiness, subscription } = row;
  switch (readiness.state) {
    case 'mayRegister':
      if (!canRegister(row)) return t.registration.state.registering;
      return (
        <Button
          size="small"
          aria-label={t.registration.actionOneLabel(subscription.name)}
          onClick={() => onRegister(subscription.subscriptionId)}
        >
          {t.registration.actionOne}
        </Button>
      );
    case 'blocked':
      return (
        <>
          <div>{t.registration.mayNotRegister}</div>
          <div className={styles.sub}>
            <Reasons reasons={readiness.reasons} />
            <Warnings warnings={readiness.hints} />
          </div>
        </>
      );
    case 'unknown':
      return problemText(t.problems, readiness.problem).title;
    case 'registered':
    case 'registering':
      return t.registration.notNeeded;
    case 'notChecked':
      return '';
  }
}
