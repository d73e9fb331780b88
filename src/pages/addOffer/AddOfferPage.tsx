import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { SubscriptionId } from '../../domain/ids.ts';
import { parsePlanIdentifier, planIdentifierText } from '../../domain/planIdentifier.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useOffers } from '../shared/useOffers.ts';
import styles from './AddOffer.module.css';
import { CatalogLookup } from './CatalogLookup.tsx';
import { useAsked } from './useAsked.ts';

/** Brings in an offer from the marketplace: looked up, shown in full, checked; accepted in the Azure portal. */
export function AddOfferPage() {
  const { t } = useText();
  const { config } = useServices();
  const [{ offer: asked = '', in: from }, ask] = useAsked();
  const { estate } = useOffers();
  const subscription = estate.data?.subscriptions.find(({ subscriptionId }) => subscriptionId === from);
  const reading = parsePlanIdentifier(asked);
  return (
    <Page title={t.addOffer.title} documentTitle={usePageTitle(t.addOffer.title)} lead={t.addOffer.lead}>
      {config.cloud !== 'public' && (
        <Notice tone="caution" title={t.addOffer.nationalTitle} actions={<ServiceProvidersLink />}>
          <p>{t.addOffer.nationalWhat}</p>
        </Notice>
      )}
      <Section title={t.addOffer.which}>
        <Card>
          <IdentifierForm
            asked={asked}
            label={t.addOffer.field}
            action={t.addOffer.lookUp}
            onAsk={(offer) => ask({ offer })}
          />
          <SubscriptionChoice chosen={subscription?.subscriptionId} onChoose={(chosen) => ask({ in: chosen ?? '' })} />
        </Card>
      </Section>
      {reading.state === 'read' && (from === undefined || estate.data) && (
        <CatalogLookup
          key={`${planIdentifierText(reading.identifier)} ${subscription?.subscriptionId ?? ''}`}
          identifier={reading.identifier}
          subscription={subscription}
          onVersion={(identifier) => ask({ offer: planIdentifierText(identifier) })}
        />
      )}
    </Page>
  );
}

/** A field for an identifier, typed or pasted. What is wrong with it is said in a sentence, and what was typed stays. */
export function IdentifierForm(props: {
  readonly asked: string;
  readonly label: string;
  readonly action: string;
  readonly onAsk: (text: string) => void;
}) {
  const { t } = useText();
  // What was typed holds until something else is asked.
  const [typed, setTyped] = useState({ after: props.asked, text: props.asked });
  const text = typed.after === props.asked ? typed.text : props.asked;
  const reading = parsePlanIdentifier(props.asked);
  const fault = reading.state === 'refused' && text === props.asked ? t.addOffer.refused[reading.fault] : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onAsk(text.trim());
      }}
    >
      <Field
        className={styles.field ?? ''}
        label={props.label}
        hint={t.addOffer.hint}
        validationState={fault === undefined ? 'none' : 'error'}
        validationMessage={fault ?? null}
      >
        <Input
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setTyped({ after: props.asked, text: value })}
        />
      </Field>
      <Button type="submit">{props.action}</Button>
    </form>
  );
}

function SubscriptionChoice(props: {
  readonly chosen: SubscriptionId | undefined;
  readonly onChoose: (subscription: SubscriptionId | undefined) => void;
}) {
  const { t, format } = useText();
  const { session } = useServices();
  const { estate } = useOffers();
  const own = (estate.data?.subscriptions ?? []).filter(({ tenantId }) => tenantId === session.person.tenantId);
  const sorted = own.toSorted((one, other) => format.compare(one.name, other.name));
  return (
    <Field className={styles.field ?? ''} label={t.addOffer.subscription} hint={t.addOffer.subscriptionHint}>
      <Select
        value={props.chosen ?? ''}
        onChange={(_, { value }) => props.onChoose(sorted.find((one) => one.subscriptionId === value)?.subscriptionId)}
      >
        <option value="">{t.addOffer.anySubscription}</option>
        {sorted.map(({ subscriptionId, name }) => (
          <option key={subscriptionId} value={subscriptionId}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
