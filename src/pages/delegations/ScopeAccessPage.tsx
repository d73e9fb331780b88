import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { parseScope, sameId } from '../../domain/ids.ts';
import { accessAtScope, type ScopeAccess } from '../../domain/scopeAccess.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { LimitsSection } from '../offers/OfferSections.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { usePageTitle } from '../shared/tenant.ts';
import { useInventory } from '../shared/useInventory.ts';
import type { Roles } from '../shared/useOffers.ts';
import { useSubscriptionNames } from '../shared/useSubscriptionNames.ts';
import { GivenBy } from './GivenBy.tsx';
import { ProviderAccessSection } from './ProviderAccessSection.tsx';

/** What providers could do at one scope, over all offers together. */
export function ScopeAccessPage() {
  const { t } = useText();
  const [search] = useSearchParams();
  const parts = useMemo(() => parseScope(search.get('scope') ?? ''), [search]);
  const nameOf = useSubscriptionNames();
  const name = parts?.resourceGroup ?? (parts ? nameOf(parts.subscriptionId) : '');
  const title = parts ? t.scopeAccess.title(name) : t.delegations.title;
  const documentTitle = usePageTitle(title);
  const { estate, inventory, roles, settled } = useInventory({ times: false });
  const access = useMemo(
    () => (parts && inventory ? accessAtScope(parts.id, inventory.rows, roles) : undefined),
    [parts, inventory, roles],
  );
  const isThere =
    parts !== undefined &&
    (estate.data?.subscriptions.some(({ subscriptionId }) => subscriptionId === parts.subscriptionId) === true ||
      inventory?.rows.some(({ scope }) => sameId(scope, parts.id)) === true);
  return (
    <Page key={parts?.id} title={<bdi>{title}</bdi>} documentTitle={documentTitle} lead={isThere && t.scopeAccess.lead}>
      {parts && <CopyText text={parts.id} label={t.common.copyId(name)} done={t.common.copied} />}
      {(estate.isPending || (inventory && !settled)) && <LoadingRows label={t.delegations.loading} />}
      {estate.error && <ProblemNotice error={estate.error} title={t.delegations.failedTitle} retry={estate.again} />}
      {estate.data?.problems.map((problem, at) => (
        <ProblemNotice key={at} error={problem} title={t.delegations.partlyTitle} retry={estate.again} />
      ))}
      {estate.data && !isThere && (
        <EmptyState title={t.scopeAccess.notFoundTitle} next={<Link to={paths.delegations}>{t.scopeAccess.back}</Link>}>
          <p>{t.scopeAccess.notFoundWhat}</p>
        </EmptyState>
      )}
      {isThere && access && settled && <TheAccess access={access} roles={roles} />}
    </Page>
  );
}

function TheAccess({ access, roles }: { readonly access: ScopeAccess; readonly roles: Roles }) {
  const { t, format } = useText();
  const { level, providers, unreadable, inside } = access;
  return (
    <>
      {unreadable.length > 0 && (
        <Notice tone="caution" title={t.scopeAccess.unreadable(format, unreadable.length)}>
          <p>{t.delegations.unreadableWhat}</p>
          <GivenBy rows={unreadable} />
        </Notice>
      )}
      {level === undefined && unreadable.length === 0 && (
        <EmptyState title={t.scopeAccess.nobody} next={<Link to={paths.delegations}>{t.scopeAccess.back}</Link>}>
          <p>{t.scopeAccess.nobodyWhat}</p>
        </EmptyState>
      )}
      {level !== undefined && (
        <Card>
          <AccessLevel level={level} word={`${t.scopeAccess.overall}: ${levelWord(level, t)}`} />
          <div>{t.offer.nobodyKnows}</div>
        </Card>
      )}
      {providers.map((provider) => (
        <ProviderAccessSection key={provider.tenantId} provider={provider} roles={roles} />
      ))}
      {inside.length > 0 && (
        <Section title={t.scopeAccess.inside} lead={t.scopeAccess.insideLead(format, inside.length)}>
          <GivenBy rows={inside} named />
        </Section>
      )}
      {level !== undefined && <LimitsSection />}
    </>
  );
}
