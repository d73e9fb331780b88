import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link as RouteLink, useNavigate } from 'react-router';
import { resourceGroupScope, subscriptionScope, type ScopeId, type SubscriptionId } from '../../domain/ids.ts';
import { delegatedScopes } from '../../domain/offers.ts';
import { selectionOf } from '../../domain/selection.ts';
import { offerWithTemplate, storedFor, templateStanding } from '../../domain/template/templateOffer.ts';
import type { TemplateOffer, TemplateRemark, WantedScope } from '../../domain/template/readTemplate.ts';
import { plainText } from '../../domain/providerText.ts';
import { paths } from '../../paths.ts';
import { keepTemplate, type KeptTemplate } from '../../storage/templates.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { addressOf } from '../delegate/useSelection.ts';
import { OfferAccessSection } from '../offers/OfferAccessSection.tsx';
import { OfferHead } from '../offers/OfferHead.tsx';
import { LimitsSection } from '../offers/OfferSections.tsx';
import { useServices } from '../services.ts';
import { OfferCheckSection } from '../shared/OfferCheckSection.tsx';
import { offerName } from '../shared/offerNames.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { useOffers } from '../shared/useOffers.ts';
import styles from './TemplatePage.module.css';
import { WantedScopes } from './WantedScopes.tsx';

/** One offer of a template, in full, and the way on: the same choosing, review and run as for any other offer. */
export function TemplateOfferView(props: {
  readonly offer: TemplateOffer;
  readonly remarks: readonly TemplateRemark[];
  readonly draft: KeptTemplate;
}) {
  const { offer } = props;
  const { t, format } = useText();
  const { surroundings } = useServices();
  const navigate = useNavigate();
  const { estate, groups } = useOffers();
  const [where, setWhere] = useState<SubscriptionId>();
  const stored = groups && storedFor(offer, groups.offers);
  const standing = groups && templateStanding(offer, stored);
  const shown = offerWithTemplate(undefined, offer);
  if (!shown) return null;

  const goOn = () => {
    keepTemplate(props.draft, offer.key);
    const chosen = selectionOf(offer.wanted.flatMap((one) => scopeOf(one, where) ?? []));
    const address = addressOf(chosen, [], {}, () => surroundings.newId());
    void navigate(chosen.size === 0 ? paths.delegate(offer.key) : `${paths.delegate(offer.key)}?${address}`);
  };
  return (
    <>
      <div>
        <h2 className={styles.offerName}>
          <ProviderText text={offerName(offer.content, t)} />
        </h2>
        {standing === 'new' && <div className={styles.sub}>{t.template.notYet}</div>}
      </div>
      {standing === 'same' && stored && (
        <Notice tone="info" title={t.template.stored(format, delegatedScopes(stored).length)} />
      )}
      {stored && (standing === 'differs' || standing === 'words') && (
        <Notice
          tone={standing === 'words' ? 'info' : 'caution'}
          announce
          title={standing === 'words' ? t.wordsUpdate.title : t.template.updateTitle}
          actions={
            <>
              <Button
                onClick={() => {
                  keepTemplate(props.draft, stored.key);
                  void navigate(paths.update(stored.key));
                }}
              >
                {t.templateUpdate.compare}
              </Button>
              <RouteLink to={paths.offer(stored.key)}>{t.template.seeStored}</RouteLink>
            </>
          }
        >
          <p>{standing === 'words' ? t.wordsUpdate.what : t.template.updateWhat}</p>
        </Notice>
      )}
      {offer.content.plan && standing === 'new' && (
        <Notice tone="caution" title={t.template.planTitle} actions={<ServiceProvidersLink />}>
          <p>{t.template.planWhat}</p>
        </Notice>
      )}
      {props.remarks.length > 0 && (
        <Notice tone="caution" title={t.template.remarksTitle}>
          <ul className={styles.problems}>
            {props.remarks.map(({ code, path }) => (
              <li key={`${code} ${path}`}>
                {t.template.remark[code]} <code className={styles.place}>{plainText(path, 160)}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <OfferHead offer={shown} />
      <OfferAccessSection content={offer.content} />
      <OfferCheckSection content={offer.content} />
      <WantedScopes
        wanted={offer.wanted}
        subscriptions={estate.data?.subscriptions ?? []}
        chosen={where}
        onChoose={setWhere}
      />
      <LimitsSection />
      <ActionBar summary={t.template.nextHint}>
        <Button
          appearance="primary"
          // Under another name it would be another offer, and Azure would write it over the one that is stored.
          disabledFocusable={
            standing === undefined || standing === 'differs' || (stored !== undefined && stored.key !== offer.key)
          }
          onClick={goOn}
        >
          {t.template.next}
        </Button>
      </ActionBar>
    </>
  );
}

/** The scope, where template and person together say which it is. A whole subscription is always chosen by hand. */
function scopeOf(wanted: WantedScope, where: SubscriptionId | undefined): ScopeId | undefined {
  const { kind, resourceGroup, subscriptionId = kind === 'resourceGroup' ? where : undefined } = wanted;
  if (subscriptionId === undefined) return undefined;
  if (kind === 'subscription') return subscriptionScope(subscriptionId);
  return resourceGroup === undefined ? undefined : resourceGroupScope(subscriptionId, resourceGroup);
}
