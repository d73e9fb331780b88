import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Link as RouteLink, useNavigate } from 'react-router';
import { accessOfOffer } from '../../domain/access.ts';
import type { Offer } from '../../domain/offer.ts';
import { acceptedNotDelegated, delegatedScopes } from '../../domain/offers.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { offerName, providerName } from '../shared/offerNames.ts';
import { ServiceProvidersLink } from '../shared/ServiceProvidersLink.tsx';
import { UpdateBadge } from '../shared/UpdateBadge.tsx';
import { useNewer } from '../shared/useNewer.ts';
import { OtherTenants } from '../shared/OtherTenants.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useOffers, useRoles, type Roles } from '../shared/useOffers.ts';
import { NotDelegatedNotice } from './NotDelegatedNotice.tsx';
import styles from './OffersPage.module.css';

/** The accepted offers of the tenant: one row each, however many copies Azure keeps of it. */
export function OffersPage() {
  const { t, format } = useText();
  const { estate, groups } = useOffers();
  const title = usePageTitle(t.offers.title);
  const navigate = useNavigate();
  return (
    <Page
      title={t.offers.title}
      documentTitle={title}
      lead={t.offers.lead}
      actions={
        <>
          <Button onClick={() => void navigate(paths.addOffer)}>{t.addOffer.add}</Button>
          <Button onClick={() => void navigate(paths.template)}>{t.template.title}</Button>
        </>
      }
    >
      {estate.isPending && <LoadingRows label={t.offers.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.offers.failedTitle} retry={estate.again} />}
      {estate.data?.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} title={t.offers.partlyTitle} retry={estate.again} />
      ))}
      {groups && groups.withoutOffer.length > 0 && (
        <Notice tone="caution" title={t.offers.unknownCopy(format, groups.withoutOffer.length)} />
      )}
      {groups && (groups.offers.length > 0 ? <OfferList offers={groups.offers} /> : <NoOffers reload={estate.again} />)}
    </Page>
  );
}

function OfferList({ offers }: { readonly offers: readonly Offer[] }) {
  const { t, format } = useText();
  const navigate = useNavigate();
  const contents = useMemo(() => offers.map(({ content }) => content), [offers]);
  const { roles } = useRoles(contents);
  const newer = useNewer(offers);
  return (
    <>
      <div className={styles.stack}>
        {offers.filter(acceptedNotDelegated).map((offer) => (
          <NotDelegatedNotice key={offer.key} offer={offer} />
        ))}
      </div>
      <RowList
        label={t.offers.table}
        rows={offers}
        rowKey={(offer) => offer.key}
        columns={[
          {
            key: 'offer',
            title: t.offers.column.offer,
            width: 'minmax(0, 2.2fr)',
            cell: (offer) => (
              <>
                <RouteLink to={paths.offer(offer.key)} className={styles.name}>
                  <ProviderText text={offerName(offer.content, t)} />
                </RouteLink>
                <div className={styles.sub}>
                  {offer.source === 'template' ? t.offers.template : planIdentifier(offer)} ·{' '}
                  {t.offers.copies(format, offer.copies.length)}
                </div>
              </>
            ),
          },
          {
            key: 'provider',
            title: t.offers.column.provider,
            width: 'minmax(0, 1.5fr)',
            named: true,
            cell: (offer) => <ProviderText text={providerName(offer)} />,
          },
          {
            key: 'version',
            title: t.offers.column.version,
            width: '88px',
            named: true,
            cell: (offer) => (
              <>
                <div>{offer.content.plan?.version ?? '–'}</div>
                <UpdateBadge offer={offer} newer={newer.get(offer.key)} />
              </>
            ),
          },
          {
            key: 'scopes',
            title: t.offers.column.scopes,
            width: '80px',
            named: true,
            cell: (offer) => {
              const n = delegatedScopes(offer).length;
              return <span className={styles.number}>{n === 0 ? t.offers.none : t.common.scopes(format, n)}</span>;
            },
          },
          {
            key: 'access',
            title: t.offers.column.access,
            width: 'minmax(0, 1.2fr)',
            named: true,
            cell: (offer) => <StrongestAccess offer={offer} roles={roles} />,
          },
          {
            key: 'actions',
            title: '',
            width: '120px',
            cell: (offer) => (
              <span className={styles.actions}>
                <Button size="small" onClick={() => void navigate(paths.delegate(offer.key))}>
                  {acceptedNotDelegated(offer) ? t.offers.delegate : t.offers.delegateMore}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function StrongestAccess({ offer, roles }: { readonly offer: Offer; readonly roles: Roles }) {
  const { t } = useText();
  const { level, standing, justInTime } = accessOfOffer(offer.content.authorizations, roles);
  const kinds =
    justInTime === undefined ? t.offers.standing : standing === undefined ? t.offers.justInTime : t.offers.both;
  return (
    <>
      <AccessLevel level={level} word={levelWord(level, t)} />
      <div className={styles.sub}>{kinds}</div>
    </>
  );
}

function planIdentifier({ content }: Offer): string {
  return content.plan ? `${content.plan.publisher}.${content.plan.product}.${content.plan.name}` : '';
}

function NoOffers({ reload }: { readonly reload: () => void }) {
  const { t } = useText();
  return (
    <EmptyState
      title={t.offers.emptyTitle}
      next={
        <>
          <Button onClick={reload}>{t.offers.reload}</Button>
          <RouteLink to={paths.guide}>{t.offers.emptyNext}</RouteLink>
          <ServiceProvidersLink />
        </>
      }
    >
      <p>{t.offers.emptyWhat}</p>
      <OtherTenants />
    </EmptyState>
  );
}
