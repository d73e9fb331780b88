import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Offer, OfferKey } from '../../domain/offer.ts';
import { offerKey as keyOf } from '../../domain/offerKey.ts';
import type { Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { LiveMessage } from '../../ui/LiveMessage.tsx';
import { Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { usePortal } from '../shared/portal.ts';
import styles from './AddOffer.module.css';

/**
 * Acceptance where Azure documents it: in the portal. When the person comes back the page looks whether the offer has
 * arrived, and goes on to delegating it.
 * https://learn.microsoft.com/azure/lighthouse/how-to/view-manage-service-providers
 */
export function AcceptInPortal(props: {
  readonly offerKey: OfferKey;
  readonly accepted: Offer | undefined;
  readonly subscription: Subscription | undefined;
  /** Leads to the other way; absent where no subscription is chosen. */
  readonly onHere?: () => void;
}) {
  const { offerKey, accepted, subscription } = props;
  const { t } = useText();
  const { reader, queries } = useServices();
  const navigate = useNavigate();
  const { serviceProviders } = usePortal();
  const [state, setState] = useState<'before' | 'away' | 'looking' | 'notYet'>('before');

  const look = useCallback(async () => {
    setState('looking');
    // The chosen subscription itself knows first; Resource Graph, which knows all of them, may lag behind.
    const copies = subscription && (await reader.readKnown(queries.copiesIn(subscription.subscriptionId), 0));
    const own = copies?.state === 'known' ? copies.value.filter((copy) => keyOf(copy) === offerKey) : [];
    if (own.length > 0) reader.spread({ copies: own, delegations: [], gone: [], registered: [] });
    else await reader.readKnown(queries.estate(), 0);
    setState((now) => (now === 'looking' ? 'notYet' : now));
  }, [reader, queries, subscription, offerKey]);

  useEffect(() => {
    if (state !== 'away' && state !== 'notYet') return undefined;
    const onReturn = () => {
      if (document.visibilityState === 'visible') void look();
    };
    window.addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      window.removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [state, look]);

  const arrived = state !== 'before' && accepted !== undefined;
  useEffect(() => {
    if (arrived) void navigate(paths.delegate(offerKey));
  }, [arrived, navigate, offerKey]);

  if (accepted) {
    return (
      <ActionBar>
        <Button appearance="primary" onClick={() => void navigate(paths.delegate(offerKey))}>
          {t.addOffer.goDelegate}
        </Button>
      </ActionBar>
    );
  }
  const said = {
    before: props.onHere ? '' : t.acceptHere.choose,
    away: t.addOffer.waitHint,
    looking: t.addOffer.looking,
    notYet: t.addOffer.notYet,
  }[state];
  return (
    <>
      <Section title={t.addOffer.howTitle}>
        <ol className={styles.list}>
          {t.addOffer.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <LiveMessage text={said} />
      <ActionBar summary={said}>
        <Button disabledFocusable={!props.onHere} onClick={props.onHere}>
          {t.acceptHere.other}
        </Button>
        {state !== 'before' && (
          <Button disabledFocusable={state === 'looking'} onClick={() => void look()}>
            {t.addOffer.lookAgain}
          </Button>
        )}
        <Button
          as="a"
          appearance="primary"
          href={serviceProviders}
          target="_blank"
          rel="noreferrer"
          onClick={() => setState('away')}
        >
          {t.addOffer.openPortal}
        </Button>
      </ActionBar>
    </>
  );
}
