import { useMemo } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { idKey } from '../../domain/ids.ts';
import { isUnread, removableOffers } from '../../domain/unreadOffer.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { offerName, providerWord } from '../shared/offerNames.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useOffers } from '../shared/useOffers.ts';
import { chosenIn, removalAddress } from './removalAddress.ts';

/**
 * Delegations that were chosen from the list. Each offer is taken back by itself, with its own review and receipt: what is lost
 * is another thing for each provider.
 */
export function RemoveDelegationsPage() {
  const { t, format } = useText();
  const [search] = useSearchParams();
  const { estate, groups } = useOffers();
  const title = usePageTitle(t.remove.severalTitle);
  const chosen = useMemo(() => new Set(chosenIn(search.get('s') ?? 'i').map(idKey)), [search]);
  const rows = useMemo(
    () =>
      (groups ? removableOffers(groups) : []).flatMap((offer) => {
        const mine = offer.delegations.map(({ id }) => id).filter((id) => chosen.has(idKey(id)));
        if (mine.length === 0) return [];
        const address = removalAddress({ delegations: mine, copies: 'none', restore: true });
        return [{ offer, count: mine.length, to: `${paths.remove(offer.key)}?${address}` }];
      }),
    [groups, chosen],
  );
  const [only, ...others] = rows;
  const unlisted = groups ? chosen.size - rows.reduce((sum, { count }) => sum + count, 0) : 0;
  if (only && others.length === 0 && unlisted === 0) return <Navigate to={only.to} replace />;
  return (
    <Page title={t.remove.severalTitle} documentTitle={title} lead={rows.length > 1 && t.remove.severalLead}>
      {estate.isPending && <LoadingRows label={t.offers.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.offers.failedTitle} retry={estate.again} />}
      {unlisted > 0 && (
        <Notice tone="caution" title={t.remove.unlisted(format, unlisted)}>
          <p>{t.remove.unlistedWhat}</p>
        </Notice>
      )}
      {groups && rows.length === 0 && (
        <EmptyState title={t.remove.noneTitle} next={<Link to={paths.delegations}>{t.delegations.title}</Link>}>
          <p>{t.remove.noneWhat}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RowList
          label={t.remove.severalTitle}
          rows={rows}
          rowKey={({ offer }) => offer.key}
          columns={[
            {
              key: 'offer',
              title: t.receipt.offer,
              width: 'minmax(0, 2fr)',
              cell: ({ offer, to }) => (
                <Link to={to}>
                  <bdi>{isUnread(offer) ? t.removeUnread.offer(offer.content.name) : offerName(offer.content, t)}</bdi>
                </Link>
              ),
            },
            {
              key: 'provider',
              title: t.receipt.provider,
              width: 'minmax(0, 2fr)',
              cell: ({ offer }) => <bdi>{providerWord(offer, t)}</bdi>,
            },
            {
              key: 'count',
              title: t.remove.chosenColumn,
              width: 'minmax(0, 1fr)',
              named: true,
              cell: ({ count }) => t.change.delegations(format, count),
            },
          ]}
        />
      )}
    </Page>
  );
}
