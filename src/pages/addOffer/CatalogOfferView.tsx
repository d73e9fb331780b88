import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Link as RouteLink } from 'react-router';
import { contentOfCatalog, type CatalogOffer } from '../../domain/catalogOffer.ts';
import type { Offer } from '../../domain/offer.ts';
import { offerKey } from '../../domain/offerKey.ts';
import { isPreview, type PlanIdentifier } from '../../domain/planIdentifier.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Subscription } from '../../domain/scope.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { OfferAccessSection } from '../offers/OfferAccessSection.tsx';
import { OfferHead } from '../offers/OfferHead.tsx';
import { LimitsSection } from '../offers/OfferSections.tsx';
import { offerName } from '../shared/offerNames.ts';
import { OfferCheckSection } from '../shared/OfferCheckSection.tsx';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { useOffers } from '../shared/useOffers.ts';
import { AcceptHere } from './AcceptHere.tsx';
import { AcceptInPortal } from './AcceptInPortal.tsx';
import styles from './AddOffer.module.css';
import { mayBeResold } from './mayBeResold.ts';

const nameLength = 120;
/** One published version in full: who is behind it, what they could do, what speaks against it, and how to accept it. */
export function CatalogOfferView(props: {
  readonly offer: CatalogOffer;
  readonly newest: CatalogOffer;
  readonly isPrivate: boolean;
  readonly subscription: Subscription | undefined;
  readonly onVersion: (identifier: PlanIdentifier) => void;
}) {
  const { offer: found, newest, subscription, isPrivate } = props;
  const { t } = useText();
  const { groups } = useOffers();
  const [here, setHere] = useState(false);
  const content = useMemo(() => contentOfCatalog(found), [found]);
  const { plan, managedByTenantId } = content;
  const key = offerKey(content);
  const shown: Offer = { key, source: 'marketplace', managedByTenantId, content, copies: [], delegations: [] };
  const accepted = groups?.offers.find((one) => one.key === key);
  const csp = mayBeResold(subscription);
  const written = (text: string) => {
    const plain = plainText(text, nameLength);
    return plain === '' ? undefined : <ProviderText text={plain} />;
  };
  return (
    <>
      <h2 className={styles.offerName}>
        <ProviderText text={offerName(content, t)} />
      </h2>
      {accepted && (
        <Notice
          tone="good"
          title={t.addOffer.acceptedTitle(accepted.content.plan?.version ?? '')}
          actions={<RouteLink to={paths.offer(key)}>{t.addOffer.seeOffer}</RouteLink>}
        >
          <p>{t.addOffer.acceptedWhat}</p>
        </Notice>
      )}
      {isPrivate && (
        <Notice
          tone={csp ? 'bad' : 'info'}
          title={csp ? t.addOffer.cspTitle : t.addOffer.privateTitle}
          actions={<ServiceProvidersLink />}
        >
          <p>{csp ? t.addOffer.cspPrivate : t.addOffer.privateWhat}</p>
        </Notice>
      )}
      {csp && !isPrivate && (
        <Notice tone="info" title={t.addOffer.cspTitle} actions={<ServiceProvidersLink />}>
          <p>{t.addOffer.cspPublic}</p>
        </Notice>
      )}
      <OfferHead offer={shown} />
      <Section title={`${t.addOffer.namesTitle} (${t.common.asWritten})`}>
        <Card>
          <Facts
            items={[
              fact(t.addOffer.publisher, written(found.publisherName)),
              fact(t.addOffer.offer, written(found.offerName)),
              fact(t.addOffer.plan, written(found.planName)),
            ]}
          />
          {newest.plan.version === found.plan.version ? (
            <div>{t.addOffer.newest}</div>
          ) : (
            <div className={styles.row}>
              {t.addOffer.notNewest(newest.plan.version)}
              <Button size="small" onClick={() => props.onVersion({ ...newest.plan, plan: newest.plan.name })}>
                {t.addOffer.seeNewest(newest.plan.version)}
              </Button>
            </div>
          )}
          {plan && isPreview(plan) && <div>{t.addOffer.unknownPreview}</div>}
        </Card>
      </Section>
      <OfferCheckSection content={content} />
      <OfferAccessSection content={content} />
      <LimitsSection />
      <Section title={t.addOffer.meansTitle}>
        <ul className={styles.list}>
          {t.addOffer.means.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      {here && subscription && !accepted ? (
        <AcceptHere offer={found} subscription={subscription} onBack={() => setHere(false)} />
      ) : (
        <AcceptInPortal
          offerKey={key}
          accepted={accepted}
          subscription={subscription}
          {...(subscription && { onHere: () => setHere(true) })}
        />
      )}
    </>
  );
}
