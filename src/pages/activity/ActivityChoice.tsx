import { Button, Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { SubscriptionId } from '../../domain/ids.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import styles from './Activity.module.css';

/** What was asked for: which logs, and from when to when (ISO 8601). */
export interface Asked {
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[];
  readonly days: number;
  readonly from: string;
  readonly to: string;
}

const periods = [7, 30, 90] as const;
const dayMs = 86_400_000;
/** So many are chosen at the start; in larger estates the person picks. */
const chosenUpTo = 20;
/** Azure keeps 90 days and refuses a start before them: a request needs a moment to get there. */
const marginMs = 60_000;

/** Which subscriptions' logs are read, and how far back. */
export function ActivityChoice(props: {
  readonly subscriptions: Asked['subscriptions'];
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t, format } = useText();
  const { surroundings } = useServices();
  const { subscriptions } = props;
  const [chosen, setChosen] = useState<ReadonlySet<SubscriptionId>>(
    () => new Set(subscriptions.length <= chosenUpTo ? subscriptions.map(({ id }) => id) : []),
  );
  const [days, setDays] = useState<number>(periods[0]);
  const toggle = (id: SubscriptionId) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const everything = chosen.size === subscriptions.length;
  const ask = () => {
    if (chosen.size === 0) return;
    const now = surroundings.now();
    props.onAsk({
      subscriptions: subscriptions.filter(({ id }) => chosen.has(id)),
      days,
      from: new Date(now - days * dayMs + marginMs).toISOString(),
      to: new Date(now).toISOString(),
    });
  };
  return (
    <Card>
      <fieldset className={styles.choice}>
        <legend>{t.activity.choose}</legend>
        {subscriptions.length > 1 && (
          <Checkbox
            checked={everything ? true : chosen.size > 0 ? 'mixed' : false}
            label={t.activity.all}
            onChange={() => setChosen(new Set(everything ? [] : subscriptions.map(({ id }) => id)))}
          />
        )}
        <div className={styles.list}>
          {subscriptions.map(({ id, name }) => (
            <Checkbox key={id} checked={chosen.has(id)} label={<bdi>{name}</bdi>} onChange={() => toggle(id)} />
          ))}
        </div>
      </fieldset>
      <Field label={t.activity.period}>
        <RadioGroup layout="horizontal" value={String(days)} onChange={(_, { value }) => setDays(Number(value))}>
          {periods.map((period) => (
            <Radio key={period} value={String(period)} label={t.activity.days(format, period)} />
          ))}
        </RadioGroup>
      </Field>
      <div>
        <Button appearance="primary" disabledFocusable={chosen.size === 0} onClick={ask}>
          {t.activity.read(format, chosen.size)}
        </Button>
        {chosen.size === 0 && <span className={styles.hint}> {t.activity.chooseFirst}</span>}
      </div>
    </Card>
  );
}
