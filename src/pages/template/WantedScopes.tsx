import { Field, Select } from '@fluentui/react-components';
import type { SubscriptionId } from '../../domain/ids.ts';
import type { Subscription } from '../../domain/scope.ts';
import type { WantedScope } from '../../domain/template/readTemplate.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import styles from './TemplatePage.module.css';

/** What a template would delegate by itself. Where it leaves the subscription open, the person may say which. */
export function WantedScopes(props: {
  readonly wanted: readonly WantedScope[];
  readonly subscriptions: readonly Subscription[];
  readonly chosen: SubscriptionId | undefined;
  readonly onChoose: (subscription: SubscriptionId | undefined) => void;
}) {
  const { t, format } = useText();
  const nameOf = useSubscriptionNames();
  const { wanted } = t.template;
  const sentence = ({ kind, subscriptionId, resourceGroup }: WantedScope): string => {
    const where = subscriptionId && nameOf(subscriptionId);
    if (kind === 'subscription') return where === undefined ? wanted.subscription : wanted.theSubscription(where);
    if (resourceGroup === undefined) return wanted.anyGroup;
    return where === undefined ? wanted.group(resourceGroup) : wanted.groupIn(resourceGroup, where);
  };
  const open = props.wanted.some((one) => one.resourceGroup !== undefined && one.subscriptionId === undefined);
  const sorted = props.subscriptions.toSorted((one, other) => format.compare(one.name, other.name));
  return (
    <Section title={wanted.title}>
      <Card>
        {props.wanted.length === 0 ? (
          <div>{wanted.nothing}</div>
        ) : (
          <ul className={styles.list}>
            {props.wanted.map((one) => (
              <li key={JSON.stringify(one)}>
                <bdi>{sentence(one)}</bdi>
              </li>
            ))}
          </ul>
        )}
        {open && (
          <Field label={wanted.where} className={styles.where ?? ''}>
            <Select
              value={props.chosen ?? ''}
              onChange={(_, { value }) =>
                props.onChoose(sorted.find((one) => one.subscriptionId === value)?.subscriptionId)
              }
            >
              <option value="">{wanted.later}</option>
              {sorted.map(({ subscriptionId, name }) => (
                <option key={subscriptionId} value={subscriptionId}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <div className={styles.sub}>{wanted.free}</div>
        <div className={styles.sub}>{t.template.namesWhat}</div>
      </Card>
    </Section>
  );
}
